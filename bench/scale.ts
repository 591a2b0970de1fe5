import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPostgres } from '../db/database-url.ts';
import { openStore } from '../db/open.ts';
import type { PersonRecord, Store, Term } from '../db/ports.ts';
import type { Person } from '../sandbox/server/acts.ts';
import type { Sandbox } from '../sandbox/server/server.ts';
import { readSaved, saveWorkspace } from '../sandbox/server/workspace/saved.ts';
import { defaultSettings } from '../src/settings.ts';
import { replyTo } from '../src/slack/commands/commands.ts';
import type { Deps } from '../src/slack/deps.ts';
import { publishHome } from '../src/slack/home/home.ts';
import { quietDeps } from '../tests/support/deps.ts';
import { castOf, type Persons } from './cast.ts';
import { type Figure, figure, median, type Size } from './figures.ts';
import { measureHistory } from './history.ts';
import { BENCH_KEYS } from './postgres/server.ts';
import { byTurns, measureSuggestions, multiplyRecords, seedRecords } from './records.ts';
import { multiply, seedSample } from './seed.ts';
import { type BenchStage, startBenchStage } from './stage.ts';

const TARGET = { of: 'ratio', aim: 1.2, must: 1.5 } as const;
const against = '1,000 orders';

/**
 * What lists, single orders, search, Home and the outbox's looks cost with a thousand orders and with a million (half of them
 * finished and still to be archived), and suggestions with as many clients and lines of the catalogue: first in this process, answer built but not sent; then as acks through the app. And what
 * one order costs that has a long history.
 */
export async function measureScale({ small }: Size): Promise<Figure[]> {
  const stage = await startBenchStage();
  const { sandbox, folder } = stage;
  try {
    const sizes = small ? { few: 20, many: 100 } : { few: 1000, many: 1_000_000 };
    const { cast, persons } = castOf(sandbox);
    const few = join(folder, 'few.db');
    const many = join(folder, 'many.db');
    const store = await openStore(`file:${few}`);
    await store.saveSettings(sandbox.teamId, defaultSettings);
    await seedSample(store, sandbox.teamId, cast, sizes.few);
    await seedRecords(store, sandbox.teamId, sizes.few);
    await store.close();
    copyFileSync(few, many);
    multiply(few, sandbox.teamId, cast, sizes.few);
    multiply(many, sandbox.teamId, cast, sizes.many);
    multiplyRecords(few, sizes.few);
    multiplyRecords(many, sizes.many);
    const rounds = small ? 3 : 200;
    const urls = { few: `file:${few}`, many: `file:${many}` };
    const inside = await inProcess(sandbox, urls, persons, rounds);
    const other = await sameStage(stage);
    const acks = await asAcks({ few: stage, many: other }, urls, small ? 1 : 45).finally(other.stop);
    return [...inside, ...acks, ...(await measureHistory(folder, { small }))];
  } finally {
    await stage.stop();
  }
}

/** Their DATABASE_URLs. */
interface Databases {
  readonly few: string;
  readonly many: string;
}

/**
 * What is asked, by whom: so that the answer is as long with a thousand orders as with a million. `the` and `part` are in
 * every order.
 */
const COMMANDS: readonly [keyof Persons, string][] = [
  ['clerk', 'list'],
  ['admin', 'list in the field'],
  ['admin', 'list'],
  ['rare', 'list'],
  ['clerk', 'show 32'],
  ['clerk', 'history 32'],
  ['admin', 'find pump'],
  ['admin', 'find the pum'],
  ['clerk', 'find the par'],
  ['rare', 'find part'],
  ['rare', 'find harbour'],
  ['admin', 'find SO-000032'],
  ['clerk', 'find xyzzy'],
];

const terms = new WeakMap<Store, Term>();

/** The term in which the bench claims; taken over once. */
async function termIn(store: Store, team: string): Promise<Term> {
  const known = terms.get(store);
  if (known) return known;
  const taken = await store.takeDeliveries(team, 'bench', await store.deliverer(team));
  if (!taken) throw new Error('somebody else delivers');
  terms.set(store, taken.term);
  return taken.term;
}

/** In this process, by turns in both. */
export async function inProcess(
  sandbox: Sandbox,
  databases: Databases,
  persons: Persons,
  rounds: number,
): Promise<Figure[]> {
  const keys = isPostgres(databases.few) ? BENCH_KEYS : undefined;
  const opened = [databases.few, databases.many].map((url) => openStore(url, undefined, undefined, keys));
  const [few, many] = await Promise.all(opened);
  if (!few || !many) throw new Error('two databases are compared');
  const now = Date.now();
  const asks: [string, (store: Store) => Promise<unknown>][] = [
    ...COMMANDS.map(([who, text]): [string, (store: Store) => Promise<unknown>] => [
      `${text}, for ${label[who]}`,
      (store) => replyTo(depsOf(store), commandOf(sandbox, persons[who], text), recordOf(sandbox, persons[who])),
    ]),
    ...(['clerk', 'admin', 'rare'] as const).map((who): [string, (store: Store) => Promise<unknown>] => [
      `Home, for ${label[who]}`,
      (store) => publishHome(depsOf(store, recordOf(sandbox, persons[who])), persons[who].id),
    ]),
    [
      'find harbour station (in many, never together), for an admin',
      (store) => store.search(sandbox.teamId, 'harbour station', { limit: 21 }),
    ],
    [
      'outbox: claim when nothing is due',
      async (store) => store.claim(await termIn(store, sandbox.teamId), now, { channel: 8 }),
    ],
    ['outbox: when something is due next', (store) => store.nextDue(sandbox.teamId)],
    [
      'outbox: look whether the clock was wrong',
      (store) => store.adjustForClockShift(sandbox.teamId, now, now + 900_000),
    ],
    ['backlog for /metrics', (store) => store.backlog(sandbox.teamId, now)],
  ];
  const figures: Figure[] = [];
  for (const [what, ask] of asks) {
    const { few: base, many: value } = await byTurns({ few, many }, rounds, ask);
    // A search costs some tenths of a millisecond more: it is held to the target by what its asker waits for, as an ack.
    const held = what.startsWith('find') ? {} : { target: TARGET };
    figures.push(figure(`${what}, in process`, value, 'ms', { ratio: value / base, against, ...held }));
  }
  figures.push(...(await measureSuggestions({ few, many }, sandbox.teamId, rounds)));
  await Promise.all([few.close(), many.close()]);
  return figures;
}

const label: Readonly<Record<keyof Persons, string>> = {
  clerk: 'one with many orders',
  admin: 'an admin',
  rare: 'one with few orders',
};

const recordOf = (sandbox: Sandbox, { id, name }: Person): PersonRecord => ({
  team: sandbox.teamId,
  id,
  name,
  timeZone: 'UTC',
  kind: 'member',
  admin: id === sandbox.people.adam.id,
  fetchedAt: Date.now(),
});

const commandOf = (sandbox: Sandbox, { id }: Person, text: string) => ({
  command: '/so',
  text,
  team_id: sandbox.teamId,
  user_id: id,
  channel_id: 'C1',
  trigger_id: 'trigger',
});

/** What commands and Home work with, for this person. */
function depsOf(store: Store, person?: PersonRecord): Deps {
  const known = async () => person;
  return quietDeps(store, {
    ...(person ? { team: person.team } : {}),
    people: { ...quietDeps(store).people, known, find: known },
  });
}

/** A stage for each database, with the same people. */
type Stages = Readonly<Record<keyof Databases, BenchStage>>;

/** Through an app for each database, on a Slack of its own, by turns. */
export async function asAcks(stages: Stages, databases: Databases, rounds: number): Promise<Figure[]> {
  const times = { few: new Map<string, number[]>(), many: new Map<string, number[]>() };
  const note = (size: keyof Databases, what: string, ms: number) =>
    times[size].set(what, [...(times[size].get(what) ?? []), ms]);
  const sizes = ['few', 'many'] as const;
  const apps = await Promise.all(sizes.map((size) => stages[size].start(databases[size])));
  try {
    await Promise.all(sizes.map((size) => stages[size].sandbox.connected(2)));
    const persons = { few: castOf(stages.few.sandbox).persons, many: castOf(stages.many.sandbox).persons };
    for (let round = -3; round < rounds; round++) {
      for (const [who, text] of COMMANDS)
        for (const size of sizes) {
          const { inspector } = stages[size].sandbox;
          const from = inspector.acks().length;
          await persons[size][who].command(`/so ${text}`);
          const answered = inspector.acks().slice(from);
          const ack = answered.find(({ label }) => label.includes('/so'));
          if (ack && round >= 0) note(size, `${text}, for ${label[who]}`, ack.ms);
        }
      for (const size of sizes) {
        const begun = performance.now();
        await persons[size].clerk.openHome();
        if (round >= 0) note(size, 'Home, opened until it is published,', performance.now() - begun);
      }
    }
  } finally {
    await Promise.all(apps.map((app) => app.kill()));
  }
  return [...times.many].map(([what, values]) => {
    const [base, value] = [median(times.few.get(what) ?? []), median(values)];
    return figure(`${what} as an ack`, value, 'ms', { ratio: value / base, against, target: TARGET });
  });
}

/** A second stage with the same workspace. */
export async function sameStage({ sandbox }: BenchStage): Promise<BenchStage> {
  return startBenchStage({ saved: readSaved(saveWorkspace(sandbox.workspace)) });
}
