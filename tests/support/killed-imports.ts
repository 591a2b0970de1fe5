import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { LineOutcome, Store } from '../../db/ports.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import type { OfficeRecord } from '../../src/office/master-data.ts';
import { heldWhen, type Progress } from './between-batches.ts';
import { type BuiltApp, buildApp } from './built-app.ts';
import { applyNewest, bring } from './imports.ts';
import type { Killable } from './kills.ts';
import { words } from './words.ts';

/** An app that may be killed, and where its database is. */
export interface ImportsPlace extends Killable {
  readonly store: Store;
  readonly url: string;
  complaints(): string[];
  stop(): Promise<void>;
}

type Kill = (by: string | undefined) => Promise<void>;
/** Sees to it that the app is killed at some moment of the import that comes next. */
type Arm = (sandbox: Sandbox, kill: Kill) => void;

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 900_000;
/** Who presses a button hears of it by then, milliseconds. */
const HEARD = 3000;

/** A call has arrived, and nothing is done. */
const before =
  (method: string, nth: number): Arm =>
  (sandbox, kill) => {
    let seen = 0;
    sandbox.faults.pick(async (call) => {
      if (call.method !== method || ++seen !== nth) return undefined;
      await kill(call.by);
      return { kind: 'hang' };
    });
  };
/** A call has taken effect, and the app does not hear so. */
const after =
  (method: string, nth: number): Arm =>
  (sandbox, kill) =>
    sandbox.faults.after(method, ({ by }) => kill(by), { nth });
/** A person has their answer, and nothing else is done. */
const acked =
  (label: string): Arm =>
  (sandbox, kill) => {
    let struck = false;
    sandbox.faults.afterAck(async (ack) => {
      if (struck || !ack.label.includes(label)) return;
      struck = true;
      await kill(ack.by);
    });
  };

/** The calls of an import, in their order: each is a moment to be killed at. */
const CALLS = ['chat.postMessage', 'files.info', 'chat.update', 'chat.update'];

const moments: [when: string, ...kills: Arm[]][] = [
  ...CALLS.flatMap((method, at): [string, Arm][] => {
    const nth = CALLS.slice(0, at + 1).filter((one) => one === method).length;
    return [
      [`before call ${nth} of ${method}`, before(method, nth)],
      [`after call ${nth} of ${method}`, after(method, nth)],
    ];
  }),
  ['after the ack of the file', acked('imports_file')],
  ['after the ack of the button', acked('imports_apply')],
  [
    'after its message, and again when that is looked for',
    after('chat.postMessage', 1),
    after('conversations.open', 1),
  ],
  ['after its message, and again when that was found', after('chat.postMessage', 1), after('conversations.history', 1)],
];

/** A short file is read before anything is said of it: then these are other moments. */
const shortMoments: typeof moments = [
  ['before its message', before('chat.postMessage', 1)],
  ['after its message', after('chat.postMessage', 1)],
];

/** Places between two transactions, and whether the import is as far as that. */
const between: [where: string, isSo: (progress: Progress) => boolean][] = [
  ['its lines are kept, and what they come to is not', ({ state, lines }) => state === 'reading' && lines > 0],
  ...[0, 1, 20, 40, 50].map((least): [string, (progress: Progress) => boolean] => [
    `${least} of its lines are carried out`,
    ({ state, next }) => state === 'applying' && next >= least,
  ]),
];

/** What a line is to come to, by its place in the file. */
const OUTCOMES: readonly LineOutcome[] = Array.from(
  { length: 60 },
  (_, n) => (['add', 'change', 'same', 'add', 'change', 'wrong'] as const)[n % 6] ?? 'add',
);

const client = (id: string, externalId: string, name: string): OfficeRecord => ({
  ...{ kind: 'client', id, externalId, active: true },
  data: { name, taxId: '', address: '', contact: 'Eva', language: '', paymentNotes: '' },
});

/** Places at once: each waits long for its turn to change messages, as Slack's tiers ask for. */
const PLACES = 5;

/** A place, and how many imports it has lived through. */
interface Stand {
  readonly place: ImportsPlace;
  lives: number;
}

/** Imports that are killed at every call and between their transactions: nothing is lost, nothing is done twice. */
export function importsAreKilled(open: (program: string[]) => Promise<ImportsPlace>): void {
  let built: BuiltApp;
  let stands: Stand[] = [];
  const free: Stand[] = [];
  beforeAll(async () => {
    built = buildApp();
    const opened = await Promise.all(Array.from({ length: PLACES }, () => open(built.program)));
    stands = opened.map((place) => ({ place, lives: 0 }));
    free.push(...stands);
  }, 240_000);
  afterAll(async () => {
    await Promise.all(stands.map(({ place }) => place.stop()));
    built?.remove();
  });

  /** Does something at a place that nobody else uses. */
  async function somewhere(act: (stand: Stand) => Promise<void>): Promise<void> {
    const stand = await vi.waitFor(() => free.shift() ?? expect.unreachable('every place is taken'), LIMIT);
    await act(stand).finally(() => free.push(stand));
  }

  test.concurrent('an import that nobody kills makes these calls', { timeout: LIMIT }, () =>
    somewhere(async (stand) => {
      const made: string[] = [];
      stand.place.sandbox.faults.after('*', ({ method }) => {
        if (/^(chat|files|conversations)\./.test(method)) made.push(method);
      });
      await livesThrough(stand);
      // On a slow machine its author is told more often how far it is.
      expect(made.slice(0, CALLS.length)).toEqual(CALLS);
    }),
  );

  const killedBy = (arms: readonly Arm[], isShort: boolean) =>
    somewhere(async (stand) => {
      const { place } = stand;
      let strikes = 0;
      for (const arm of arms)
        arm(place.sandbox, async (by) => {
          strikes++;
          await place.killed(by);
        });
      await livesThrough(stand, undefined, isShort);
      expect(strikes).toBe(arms.length);
    });
  test.concurrent.each(moments)('killed %s', { timeout: LIMIT }, (_, ...arms) => killedBy(arms, false));
  test.concurrent.each(shortMoments)('killed with a short file, %s', { timeout: LIMIT }, (_, ...arms) =>
    killedBy(arms, true),
  );

  test.concurrent.each(between)('killed between two transactions, when %s', { timeout: LIMIT }, (_, isSo) =>
    somewhere(async (stand) => {
      const { place } = stand;
      // It may be over before anybody has seen it so.
      for (let tries = 0; tries < 5; tries++) {
        let struck = false;
        await livesThrough(stand, async (id) => {
          const held = await heldWhen(place.url, id, isSo);
          if (!held) return;
          struck = true;
          await place.killed(undefined);
          await held.release();
        });
        if (struck) return;
      }
      expect.unreachable('it was never seen so');
    }),
  );
}

/** A column that is left out: with it the file is long enough that something is said before it has been read. */
const REMARKS = 'x'.repeat(600);

/** Puts on file what a file of 60 lines changes or repeats, and writes that file. */
async function prepared({ place: { store, sandbox }, lives }: Stand, isShort: boolean): Promise<string> {
  const by = { id: 'UOFFICE', name: 'Office' };
  for (const [n, outcome] of OUTCOMES.entries())
    if (outcome === 'change' || outcome === 'same') {
      const number = `m${lives}-${n}`;
      await store.saveRecord(sandbox.teamId, client(number, number, `Client ${n}`), 0, { at: 1, by });
    }
  const lines = OUTCOMES.map((outcome, n) => {
    const name = outcome === 'wrong' ? '' : outcome === 'change' ? `Client ${n} renamed` : `Client ${n}`;
    return `m${lives}-${n},${name},${isShort ? '' : REMARKS}`;
  });
  return ['Client number,Name,Remarks', ...lines].join('\n');
}

/** Reads and applies a file, whatever happens to the app meanwhile; then looks at everything that it left. */
async function livesThrough(
  stand: Stand,
  strike: (id: string) => Promise<void> = async () => {},
  isShort = false,
): Promise<void> {
  const { sandbox, store, settled, complaints } = stand.place;
  const { adam } = sandbox.people;
  const { teamId: team } = sandbox;
  stand.lives++;
  const text = await prepared(stand, isShort);
  const told = adam.directMessages().length;
  const objected = complaints().length;
  const { id } = await bring(adam, { kind: 'client', text });
  const striking = strike(id);
  striking.catch(() => {});
  await settled();
  const isDecided = async () => expect((await store.import(team, id))?.state).not.toBe('planned');
  // Who presses and hears nothing presses again.
  for (let pressed = 0; pressed < 5 && (await store.import(team, id))?.state === 'planned'; pressed++) {
    await applyNewest(adam);
    await vi.waitFor(isDecided, HEARD).catch(() => {});
    await settled();
  }
  await striking;
  await settled();
  sandbox.faults.clear();

  const counts = { add: 0, change: 0, same: 10, wrong: 10, done: 40, moved: 0 };
  expect(await store.import(team, id)).toMatchObject({ state: 'applied', next: 60, counts });
  const is = await Promise.all(
    OUTCOMES.map(async (_, n) => {
      const one = await store.recordByExternalId(team, { kind: 'client' }, `m${stand.lives}-${n}`);
      const changes = one ? await store.recordChanges(team, 'client', one.id, 9) : [];
      return one && [one.data.name, one.data.contact, one.revision, changes.length];
    }),
  );
  const wanted = OUTCOMES.map((outcome, n) => {
    if (outcome === 'add') return [`Client ${n}`, '', 1, 1];
    if (outcome === 'change') return [`Client ${n} renamed`, 'Eva', 2, 2];
    return outcome === 'same' ? [`Client ${n}`, 'Eva', 1, 1] : undefined;
  });
  expect(is).toEqual(wanted);
  const lines = await store.importLines(team, id, { from: 0, limit: 99 });
  const came = (one: LineOutcome) => (one === 'add' || one === 'change' ? 'done' : one);
  expect(lines.map(({ outcome }) => outcome)).toEqual(OUTCOMES.map(came));
  expect(await store.countRecords(team, { kind: 'client' }, 9999)).toBe(50 * stand.lives);
  const messages = adam.directMessages().slice(told);
  expect(messages).toHaveLength(1);
  const applied = words.imports.applied({ kind: words.imports.kind.client, file: 'client.csv' });
  expect(messages[0]?.text).toContain(applied.replaceAll('*', ''));
  expect(JSON.stringify(messages[0]?.blocks)).toContain(words.imports.done({ n: 40 }));
  expect(complaints().slice(objected)).toEqual([]);
}
