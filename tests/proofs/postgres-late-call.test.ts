import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('a post that came twice is found and removed', async () => {
    const { faults, workspace } = place.sandbox;
    let late: Promise<void> | undefined;
    let delivered = false;
    faults.before('chat.postMessage', async ({ by, args }) => {
      if (late || !JSON.stringify(args).includes(did('submit'))) return;
      const sleeper = await place.which(by);
      late = (async () => {
        place.freeze(sleeper);
        while ((await place.owner()) === sleeper || !delivered) await wait(20);
        place.thaw(sleeper);
      })();
      await late;
    });
    faults.after('chat.postMessage', async ({ args }) => {
      if (JSON.stringify(args).includes(did('submit'))) delivered = true;
    });
    await acts.submit(place);
    await place.settled();
    await late;
    await place.settled();
    const said = () =>
      workspace
        .channels()
        .flatMap(({ messages }) => messages)
        .filter(({ text }) => text.includes(did('submit'))).length;
    await expect.poll(said, { timeout: 15_000 }).toBe(1);
  });
});
