import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { acts } from '../support/life.ts';
import { did } from '../support/words.ts';

const LIMIT = 600_000;

describe('a call that left its instance reaches Slack when another has delivered already', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let place: Instances;
  beforeAll(async () => {
    built = buildApp();
    place = await startInstances(built.program, { fileShareDelayMs: 0 });
  }, LIMIT);
  afterAll(async () => {
    await place?.stop();
    built?.remove();
  });

  const posts: [string, keyof typeof acts, (args: JsonObject, sandbox: Sandbox) => boolean][] = [
    ['a post in the channel', 'submit', (args) => JSON.stringify(args).includes(did('submit'))],
    ['a direct message', 'approve', ({ channel }, { people }) => channel === people.farid.id],
    ['a reply under a document', 'confirm', (args) => args.thread_ts !== undefined],
  ];
  test.each(posts)('%s that came twice is found and removed', async (_, act, isIt) => {
    const { faults, workspace } = place.sandbox;
    let late: Promise<void> | undefined;
    let mark = '';
    let delivered = false;
    faults.before('chat.postMessage', async ({ by, args }) => {
      if (late || !isIt(args, place.sandbox)) return;
      mark = markIn(args);
      late = (async () => {
        const sleeper = await place.which(by);
        place.freeze(sleeper);
        while ((await place.owner()) === sleeper || !delivered) await wait(20);
        place.thaw(sleeper);
      })();
      await late;
    });
    faults.after('chat.postMessage', async ({ args }) => {
      if (late && markIn(args) === mark) delivered = true;
    });
    const deletions = () => place.sandbox.inspector.calls().filter(({ method }) => method === 'chat.delete').length;
    const before = deletions();
    await acts[act](place, workspace.channels().find(({ name }) => name.startsWith('so-'))?.name ?? '');
    await place.settled();
    expect(late).toBeDefined();
    await late;
    await place.settled();
    const said = () =>
      [...workspace.conversations.values()]
        .flatMap(({ messages }) => messages)
        .filter(({ metadata }) => JSON.stringify(metadata ?? null).includes(`"${mark}"`)).length;
    await expect.poll(() => [said(), deletions() - before], { timeout: 15_000 }).toEqual([1, 1]);
    faults.clear();
  });
});

/** By what a post is known. */
const markIn = ({ metadata }: JsonObject): string =>
  /"effect":"([^"]+)"/.exec(typeof metadata === 'string' ? metadata : JSON.stringify(metadata ?? null))?.[1] ?? '';
