import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { createLog } from '../../src/log.ts';
import { createOwnership, type Ownership } from '../../src/outbox/ownership.ts';
import { Later, Unanswered } from '../../src/slack-api/classify-error.ts';
import { heldFetch } from '../../src/slack-api/held-fetch.ts';
import { TEAM } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { fileOf } from '../support/programs.ts';

let folder: ReturnType<typeof temporaryFolder>;
let url: string;
const open: Store[] = [];
const begun: Ownership[] = [];
let child: ChildProcess | undefined;
/** The clock that only goes on, of everybody here. */
let time: number;
beforeEach(() => {
  folder = temporaryFolder();
  url = `file:${folder.file('x.db')}`;
  time = 1_000_000;
});
afterEach(async () => {
  child?.kill('SIGKILL');
  for (const one of begun.splice(0)) await one.end();
  for (const store of open.splice(0)) await store.close();
  folder.remove();
});

const log = createLog('fatal');

/** One that wants to deliver, with a connection of its own. `around`: what happens to its renewals. */
async function candidate(
  around: (renew: () => Promise<boolean>) => Promise<boolean> = (renew) => renew(),
  instance = `i${begun.length}`,
) {
  const store = await openStore(url);
  open.push(store);
  const ownership = createOwnership(
    Object.assign(Object.create(store), {
      renewDeliveries: (term: Parameters<Store['renewDeliveries']>[0]) => around(() => store.renewDeliveries(term)),
    }),
    TEAM,
    { instance, log },
    () => time,
  );
  begun.push(ownership);
  return ownership;
}

test('the first who asks delivers, the second watches until it is handed over', async () => {
  const a = await candidate();
  const b = await candidate();
  const term = await a.hold();
  expect(term).toEqual({ team: TEAM, fence: 1 });
  expect(await a.hold()).toBe(term);
  expect(await b.hold()).toBeUndefined();
  await a.end();
  expect(term && a.trusts(term)).toBe(false);
  expect(await b.hold()).toEqual({ team: TEAM, fence: 2 });
});

test('a term is trusted for five seconds from the start of its last renewal, however long that took', async () => {
  let slow = 0;
  const a = await candidate(async (renew) => {
    const renewed = await renew();
    time += slow;
    return renewed;
  });
  const term = await a.hold();
  if (!term) throw expect.unreachable();
  time += 4999;
  expect(a.trusts(term)).toBe(true);
  time += 1;
  expect(a.trusts(term)).toBe(false);
  // Nobody has taken it meanwhile: it goes on.
  slow = 3000;
  expect(await a.hold()).toBe(term);
  time += 1999;
  expect(a.trusts(term)).toBe(true);
  time += 1;
  expect(a.trusts(term)).toBe(false);
});

test('a call under way is given up when trust in its term ends; none begins after that', async () => {
  const a = await candidate();
  const term = await a.hold();
  if (!term) throw expect.unreachable();
  expect(await a.whileTrusted(term, async () => 'answer')).toBe('answer');
  const hangs = a.whileTrusted(term, () => new Promise(() => {}));
  time += 5000;
  await expect(hangs).rejects.toBeInstanceOf(Unanswered);
  await expect(a.whileTrusted(term, () => expect.unreachable())).rejects.toBeInstanceOf(Later);
  expect(await a.hold()).toBe(term);
  expect(await a.whileTrusted(term, async () => 'answer')).toBe('answer');
});

test('one that says nothing for six seconds is succeeded, and finds out', async () => {
  const a = await candidate();
  const b = await candidate();
  const term = await a.hold();
  if (!term) throw expect.unreachable();
  expect(await b.hold()).toBeUndefined();
  time += 5999;
  expect(await b.hold()).toBeUndefined();
  // It lives: six seconds more.
  expect(await a.hold()).toBe(term);
  expect(await b.hold()).toBeUndefined();
  time += 5999;
  expect(await b.hold()).toBeUndefined();
  time += 1;
  expect(await b.hold()).toEqual({ team: TEAM, fence: 2 });
  expect(a.trusts(term)).toBe(false);
  expect(await a.hold()).toBeUndefined();
});

test.each([
  ['the same name: the one that watches says so, once', 'app-1', ['instance.name_taken']],
  ['names of their own: nothing to say', 'app-2', []],
])('two that live, with %s', async (_, name, said) => {
  const warn = vi.spyOn(log, 'warn');
  const a = await candidate(undefined, 'app-1');
  const b = await candidate(undefined, name);
  for (let n = 0; n < 4; n++) {
    expect(await a.hold()).toMatchObject({ fence: 1 });
    expect(await b.hold()).toBeUndefined();
    time += 5000;
  }
  expect(warn.mock.calls.map(([about]) => (about as { readonly event?: string }).event)).toEqual(said);
  warn.mockRestore();
});

test('one that starts again in the place of one that was killed has its name to itself', async () => {
  const warn = vi.spyOn(log, 'warn');
  const killed = await candidate(undefined, 'app-1');
  await killed.hold();
  const again = await candidate(undefined, 'app-1');
  for (let n = 0; n < 3; n++) {
    await again.hold();
    time += 3000;
  }
  expect(await again.hold()).toMatchObject({ fence: 2 });
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('a process that has ended is succeeded at once, one that only sleeps is not', async () => {
  const { file, options } = fileOf('db/open.ts');
  const script = `import('${file}').then(async ({ openStore }) => {
    const store = await openStore('${url}');
    await store.takeDeliveries('${TEAM}', 'child', undefined);
    console.log('delivers');
    setInterval(() => {}, 1000);
  });`;
  child = spawn(process.execPath, [...options, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout ?? child, 'data');
  const b = await candidate();
  child.kill('SIGSTOP');
  expect(await b.hold()).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await b.hold()).toEqual({ team: TEAM, fence: 2 });
}, 60_000);

test('one that has taken over from a sleeper is not taken for dead when the sleeper dies', async () => {
  const asleep = await candidate();
  const b = await candidate();
  const c = await candidate();
  await asleep.hold();
  await b.hold();
  time += 6000;
  expect(await b.hold()).toEqual({ team: TEAM, fence: 2 });
  // With its connection goes its lock.
  await open[0]?.close();
  begun.shift();
  expect(await c.hold()).toBeUndefined();
  time += 5000;
  // Now it has the lock.
  expect(await b.hold()).toMatchObject({ fence: 2 });
  expect(await c.hold()).toBeUndefined();
  time += 5999;
  expect(await c.hold()).toBeUndefined();
});

test('a call that waits to be sent when trust ends does not leave any more', async () => {
  const a = await candidate();
  const term = await a.hold();
  if (!term) return expect.unreachable();
  const left: string[] = [];
  const held = heldFetch(
    () => time,
    async (input, init) => {
      init?.signal?.throwIfAborted();
      left.push(String(input));
      return new Response('{}');
    },
  );
  await a.whileTrusted(term, () => held('https://slack.com/api/chat.update'));
  const late = a.whileTrusted(term, async () => {
    // The process stands still here, for as long as another one needs to take over.
    time += 20_000;
    return held('https://slack.com/api/chat.postMessage');
  });
  await expect(late).rejects.toBeInstanceOf(Unanswered);
  expect(left).toEqual(['https://slack.com/api/chat.update']);
});
