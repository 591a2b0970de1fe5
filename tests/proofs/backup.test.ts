import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { beginOrder, next, open, sent } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { did } from '../support/words.ts';

/** People who submit, each so many orders; with two supervisors and four field workers they are twenty. */
const REQUESTERS = 14;
const ROUNDS = 2;
const ORDERS = REQUESTERS * ROUNDS;

type Row = Record<string, unknown>;

describe('a backup while everybody works', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(() => stage.stop());

  const url = (file: string) => `file:${file}`;
  const backup = async (target: string) => {
    const command = ['--import', 'tsx', 'db/backup.ts', target];
    const env = { PATH: '', DATABASE_URL: url(stage.file) };
    await promisify(execFile)(process.execPath, command, { env });
    return target;
  };
  const buttonsOf = (person: Person, button: string) =>
    person
      .channels()
      .filter((name) => name.startsWith('so-') && !stage.sandbox.workspace.channel(name).isArchived)
      .filter((name) =>
        person
          .messages(name)
          .find(({ actions }) => actions.length > 0)
          ?.actions.includes(button),
      );

  /** Requesters submit, two supervisors decide, four workers finish, all at once, until every order has ended. */
  async function everybodyWorks(): Promise<void> {
    const { sam, sofia, farid, fiona, felix, gus } = stage.people;
    const crew = [farid, fiona, felix, gus];
    let left = ORDERS;
    const clerks = Array.from({ length: REQUESTERS }, (_, n) => stage.sandbox.hire(`clerk${n}`, `Clerk ${n}`));
    const submitting = clerks.map(async (person, at) => {
      for (let n = 0; n < ROUNDS; n++) {
        await beginOrder(person, at % 2 ? sam : sofia, { job: { title: `Job ${n} of ${person.name}` } });
        await sent(person);
      }
    });
    const until = async (person: Person, button: string, act: (channel: string) => Promise<void>) => {
      const seen = new Set<string>();
      while (left > 0) {
        const channel = buttonsOf(person, button).find((name) => !seen.has(name));
        if (channel === undefined)
          await stage.sandbox.workspace.waitFor(
            () => left <= 0 || buttonsOf(person, button).some((name) => !seen.has(name)),
            60_000,
          );
        else {
          seen.add(channel);
          await act(channel);
        }
      }
    };
    const deciding = [sam, sofia].map((person) =>
      until(person, 'approve', async (channel) => {
        const worker = crew[Number(channel.slice(3, 9)) % crew.length] ?? farid;
        await open(person, 'approve', channel);
        await person.fill({ crew: [worker] });
        await sent(person);
      }),
    );
    const finishing = crew.map((person) =>
      until(person, 'confirm', async (channel) => {
        await open(person, 'confirm', channel);
        await next(person);
        await person.fill({
          workDone: 'Done as it stands.',
          startedAt: new Date(Date.now() - 7_200_000),
          endedAt: new Date(Date.now() - 3_600_000),
          final: true,
        });
        await next(person);
        await person.fill({ acceptance: 'unavailable' });
        await next(person);
        await sent(person);
        left--;
      }),
    );
    await Promise.all([...submitting, ...deciding, ...finishing]);
  }

  const all = (file: string) => {
    const database = new Database(file, { readonly: true });
    const rows = (sql: string) => database.prepare<[], Row>(sql).all();
    const read = {
      integrity: database.pragma('integrity_check', { simple: true }),
      broken: database.pragma('foreign_key_check'),
      orders: rows('select * from orders order by number'),
      entries: rows('select * from entries order by order_id, seq'),
      versions: rows('select * from versions order by order_id, n'),
      effects: rows('select * from effects order by seq'),
      counter: rows('select * from counters'),
    };
    database.close();
    return read;
  };

  test('every copy is the workspace as it was at one instant, and the app starts on it', async () => {
    const copies: string[] = [];
    let working = true;
    const backingUp = (async () => {
      for (let n = 0; working && n < 8; n++) {
        copies.push(await backup(`${stage.file}.copy${n}`));
        const own = `${stage.file}.own${n}`;
        await stage.store.backup(own);
        copies.push(own);
      }
    })();
    await everybodyWorks();
    working = false;
    await backingUp;
    await stage.idle();
    const original = all(stage.file);
    expect(original.orders).toHaveLength(ORDERS);
    expect(copies.length).toBeGreaterThanOrEqual(4);

    const sizes = copies.map((file) => {
      const copy = all(file);
      expect(copy.integrity).toBe('ok');
      expect(copy.broken).toEqual([]);
      // What was accepted has numbers in the order in which it was: the copy has all of it up to one, and nothing after.
      const last = Number(copy.effects.at(-1)?.seq ?? 0);
      const before = original.effects.filter(({ seq }) => Number(seq) <= last);
      expect(copy.effects.map(({ seq, id, body }) => [seq, id, body])).toEqual(
        before.map(({ seq, id, body }) => [seq, id, body]),
      );
      for (const effect of copy.effects) {
        const later = original.effects[Number(effect.seq) - 1];
        if (effect.done_at !== null) expect(later?.done_at).toBe(effect.done_at);
      }
      const known = new Set(before.map(({ order_id, entry }) => `${order_id} ${entry}`));
      const upTo = ({ order_id, seq }: Row) => known.has(`${order_id} ${seq}`);
      expect(copy.entries).toEqual(original.entries.filter(upTo));
      for (const order of copy.orders) {
        const history = copy.entries.filter(({ order_id }) => order_id === order.id);
        expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1));
        expect(order.revision).toBe(history.length);
        const made = history.flatMap(({ version }) => (version === null ? [] : [version]));
        const versions = copy.versions.filter(({ order_id }) => order_id === order.id);
        expect(versions.map(({ n }) => n)).toEqual(made);
        expect(order.version).toBe(made.length);
      }
      expect(copy.orders.map(({ number }) => number)).toEqual(copy.orders.map((_, at) => at + 1));
      return copy.entries.length;
    });
    // They were taken in the middle of the work.
    expect(sizes.filter((size) => size > 0 && size < original.entries.length).length).toBeGreaterThan(2);

    // The app starts on the copy that has most in the making, pays what it owes, and goes on.
    const busiest = copies.toSorted((a, b) => owed(b) - owed(a))[0] ?? '';
    const { length } = all(busiest).orders;
    await stage.restore(busiest);
    const { ana, sam, adam } = stage.people;
    await adam.command('/so list');
    expect(adam.ephemerals().at(-1)?.text).toContain('SO-');
    await stage.idle(60_000);
    await beginOrder(ana, sam, { job: { title: 'After the restore' } });
    await sent(ana);
    await stage.idle();
    // Nothing that was created, posted or shared after the copy was made comes a second time.
    for (let number = 1; number <= length; number++) {
      const of = (one: { name: string }) => one.name.startsWith(`so-${String(number).padStart(6, '0')}-`);
      const [channel, ...others] = stage.sandbox.workspace.channels().filter(of);
      const said = (words: string) => channel?.messages.filter(({ text }) => text?.includes(words)).length;
      expect([number, others.length, said(did('submit')), said(did('approve'))]).toEqual([number, 0, 1, 1]);
      expect(channel?.files.toSorted()).toEqual([...new Set(channel?.files)].toSorted());
    }
    expect(stage.sandbox.workspace.channels().at(-1)?.name).toContain(String(length + 1).padStart(6, '0'));
    expect(stage.sandbox.complaints).toEqual([]);
  }, 240_000);

  const owed = (file: string) => all(file).effects.filter(({ done_at }) => done_at === null).length;
});
