import { expect, test } from 'vitest';
import { type Claimed, LOST_CHANNEL } from '../../db/ports.ts';
import type { Effect } from '../../src/order/order.ts';
import { NOW, nextCommit, owe, saved, TEAM } from './samples.ts';
import type { Current } from './store-contract.ts';

const LEASE = NOW + 60_000;
const open: Effect = { type: 'open_channel' };
const card: Effect = { type: 'refresh_card' };
const post = (entry: number): Effect => ({ type: 'post_entry', entry });
const tell = (person: string): Effect => ({ type: 'tell', person, about: 'request', entry: 1 });
const settle: Effect = { type: 'settle_request', entry: 1 };
/** Due the given number of seconds after NOW. */
const archive = (after: number): Effect => ({ type: 'archive_channel', entry: 1, notBefore: NOW / 1000 + after });
const effectsOf = (claimed: readonly Claimed[]) => claimed.map(({ effect }) => effect);
const certain = { inDoubt: false, counted: true };

export function outboxContract(current: Current): void {
  const claim = (now = NOW, limit = 100, owner = 'me', until = now + 60_000) =>
    current().store.claim(owner, now, until, limit);
  /** Claims exactly one. */
  async function claimOne(now = NOW): Promise<Claimed> {
    const [one, ...rest] = await claim(now);
    if (!one || rest.length > 0) throw new Error(`claimed ${one ? rest.length + 1 : 0}`);
    return one;
  }

  test('the first claim of an effect', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id, ...claimed } = await claimOne(NOW + 5);
    expect(id).not.toBe('');
    expect(claimed).toEqual({
      team: TEAM,
      order: 'o1',
      lane: 'channel',
      effect: open,
      attempt: 1,
      inDoubt: false,
      firstAttemptAt: NOW + 5,
      trace: {},
    });
  });

  test('a lane is in order, one at a time; lanes and orders run side by side', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, tell('U1'), card, tell('U2'), settle]);
    await owe(store, 'o2', [open, card]);
    const first = await claim();
    expect(effectsOf(first)).toEqual([open, tell('U1'), open]);
    expect(await claim()).toEqual([]);
    for (const { id } of first) await store.done(id, NOW);
    const second = await claim();
    expect(effectsOf(second)).toEqual([card, tell('U2'), card]);
    for (const { id } of second) await store.done(id, NOW);
    expect(effectsOf(await claim())).toEqual([settle]);
  });

  test('effects of a later commit come after, of the same order in another workspace beside', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [open]);
    saved(await store.commit(nextCommit(order, 'k', { effects: [post(2)] })));
    saved(await store.commit({ ...nextCommit({ ...order, team: 'T2', revision: 0 }, 'k', { effects: [card] }) }));
    const claimed = await claim();
    expect(claimed.map(({ team, effect }) => [team, effect])).toEqual([
      [TEAM, open],
      ['T2', card],
    ]);
  });

  test('no more than the limit, the longest due first', async () => {
    const { store } = current();
    for (const id of ['o1', 'o2', 'o3']) await owe(store, id, [open]);
    expect((await claim(NOW, 2)).map(({ order }) => order)).toEqual(['o1', 'o2']);
    expect((await claim(NOW, 2)).map(({ order }) => order)).toEqual(['o3']);
    expect(await claim(NOW, 0)).toEqual([]);
  });

  test('not before it is due', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    expect(await claim(NOW - 1)).toEqual([]);
    expect(await store.nextDue()).toBe(NOW);
  });

  test('a retry waits, holds up what is behind it, counts or not', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card]);
    const first = await claimOne();
    await store.retry(first.id, NOW + 1000, 'ratelimited', { inDoubt: false, counted: false });
    expect(await claim(NOW + 999)).toEqual([]);
    expect(await store.nextDue()).toBe(NOW + 1000);
    const second = await claimOne(NOW + 1000);
    expect(second).toMatchObject({ id: first.id, attempt: 1, inDoubt: false, firstAttemptAt: NOW });
    await store.retry(second.id, NOW + 2000, 'fatal_error', certain);
    expect(await claimOne(NOW + 2000)).toMatchObject({ id: first.id, attempt: 2, inDoubt: false });
  });

  test('doubt stays until the effect is done', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card]);
    const { id } = await claimOne();
    await store.retry(id, NOW, 'timeout', { inDoubt: true, counted: true });
    expect(await claimOne()).toMatchObject({ id, attempt: 2, inDoubt: true });
    await store.retry(id, NOW, 'ratelimited', { inDoubt: false, counted: false });
    expect(await claimOne()).toMatchObject({ id, attempt: 2, inDoubt: true });
    await store.done(id, NOW);
    expect(await claimOne()).toMatchObject({ effect: card, attempt: 1, inDoubt: false });
  });

  test('a lease that ran out can be claimed again, in doubt; a renewed one cannot', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card]);
    await owe(store, 'o2', [open]);
    await claim(NOW, 1, 'lost');
    const kept = await claim(NOW, 1, 'kept');
    await store.renew(
      'kept',
      kept.map(({ id }) => id),
      LEASE + 60_000,
    );
    expect(await claim(LEASE - 1)).toEqual([]);
    expect(await claimOne(LEASE)).toMatchObject({
      order: 'o1',
      effect: open,
      attempt: 2,
      inDoubt: true,
      firstAttemptAt: NOW,
    });
  });

  test('only the leases that are named are kept, and only the owner’s', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    await owe(store, 'o2', [open]);
    const [first, second] = await claim();
    if (!first || !second) throw new Error('nothing claimed');
    await store.renew('me', [first.id], LEASE + 60_000);
    await store.renew('somebody', [second.id], LEASE + 60_000);
    expect((await claim(LEASE)).map(({ id, inDoubt }) => [id, inDoubt])).toEqual([[second.id, true]]);
  });

  test('a clock that was put back an hour delays nothing, and no archive comes before its time', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    await owe(store, 'o2', [open, archive(100)]);
    await owe(store, 'o3', [open, archive(0)]);
    const [waiting, done, ended] = await claim();
    if (!waiting || !done || !ended) throw new Error('nothing claimed');
    await store.retry(waiting.id, NOW + 30_000, 'ratelimited', certain);
    await store.done(done.id, NOW);
    await store.done(ended.id, NOW);
    const archiving = await claimOne(NOW);
    await store.retry(archiving.id, NOW + 60_000, 'x', certain);
    const back = NOW - 3_600_000;
    expect(await claim(back)).toEqual([]);
    await store.adjustForClockShift(back, { dueAfter: back, leasedAfter: NOW, until: back + 60_000 });
    await store.done((await claimOne(back)).id, back);
    expect(await claim(NOW - 1)).toEqual([]);
    expect(effectsOf(await claim(NOW))).toEqual([archive(0)]);
    expect(await store.nextDue()).toBe(NOW + 100_000);
  });

  test('whoever works keeps the lease, for no longer than a lease, whichever way the clock is put', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    await owe(store, 'o2', [open]);
    const [fresh] = await claim(NOW, 1, 'working');
    await claim(NOW - 120_000, 1, 'gone');
    const forward = NOW + 3_600_000;
    await store.adjustForClockShift(forward, {
      dueAfter: Number.MAX_SAFE_INTEGER,
      leasedAfter: NOW,
      until: forward + 60_000,
    });
    expect(await claim(forward, 9, 'thief')).toHaveLength(1);
    const back = NOW - 3_600_000;
    await store.adjustForClockShift(back, { dueAfter: back, leasedAfter: NOW, until: back + 60_000 });
    expect(await claim(back + 59_999)).toEqual([]);
    expect((await claim(back + 60_000)).map(({ id }) => id)).toContain(fresh?.id);
  });

  test('the leases of the dead are given back, in doubt', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, tell('U1')]);
    await owe(store, 'o2', [open]);
    await claim(NOW, 2, 'dead');
    await claim(NOW, 2, 'alive');
    expect(await store.reclaim((owner) => owner === 'dead')).toBe(2);
    expect(await store.reclaim((owner) => owner === 'dead')).toBe(0);
    const back = await claim();
    expect(back.map(({ order, inDoubt, attempt }) => ({ order, inDoubt, attempt }))).toEqual([
      { order: 'o1', inDoubt: true, attempt: 2 },
      { order: 'o1', inDoubt: true, attempt: 2 },
    ]);
  });

  test('what Slack gave back is kept and merged', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id } = await claimOne();
    await store.progress(id, { channel: 'C1', nested: { a: 1 } });
    await store.progress(id, { ts: '1.1', nested: { b: null } });
    await store.retry(id, NOW, 'x', certain);
    expect((await claimOne()).trace).toEqual({ channel: 'C1', ts: '1.1', nested: { b: null } });
  });

  test('done is final', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id } = await claimOne();
    await store.done(id, NOW);
    await store.done(id, NOW);
    await store.retry(id, NOW, 'late', certain);
    await store.park(id, NOW, 'late', '');
    expect(await claim(LEASE)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
    expect(await store.backlog()).toEqual({ pending: 0, running: 0, parked: 0, oldestDue: null });
  });

  test('A2 what is parked lets the later ones of its lane pass; retried, it comes before what still waits', async () => {
    const { store } = current();
    await owe(store, 'o1', [post(1), post(2), card]);
    const refused = await claimOne();
    await store.park(refused.id, NOW, 'msg_blocks_too_long', 'Report it');
    expect(await store.nextDue()).toBe(NOW);
    const passing = await claimOne();
    expect(passing.effect).toEqual(post(2));
    expect((await store.parked(TEAM, 9)).map(({ type, error }) => [type, error])).toEqual([
      ['post_entry', 'msg_blocks_too_long'],
    ]);
    // One after the other still, also when the refused one is due again while another runs.
    await store.unpark(TEAM, refused.id, NOW);
    expect(await claim()).toEqual([]);
    await store.done(passing.id, NOW);
    expect(effectsOf(await claim())).toEqual([post(1)]);
  });

  test.each(LOST_CHANNEL)(
    'A2 what is parked since the channel cannot be reached (%s) holds up its lane',
    async (code) => {
      const { store } = current();
      await owe(store, 'o1', [post(1), card]);
      const { id } = await claimOne();
      await store.park(id, NOW, code, 'Invite the app');
      expect(await claim(LEASE)).toEqual([]);
      expect(await store.nextDue()).toBeUndefined();
      await store.unparkOrder(TEAM, 'o1', NOW);
      expect(effectsOf(await claim())).toEqual([post(1)]);
    },
  );

  test('A2 an archive waits for a post that is parked, whatever it is parked for', async () => {
    const { store } = current();
    await owe(store, 'o1', [post(1), archive(0)]);
    const { id } = await claimOne();
    await store.park(id, NOW, 'invalid_blocks', 'Report it');
    expect(await claim(LEASE)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
    await store.unpark(TEAM, id, NOW);
    await store.done((await claimOne()).id, NOW);
    expect((await claimOne()).effect).toEqual(archive(0));
  });

  test('A2 what is parked in one lane or order holds up and lets pass nobody elsewhere', async () => {
    const { store } = current();
    await owe(store, 'o1', [tell('U1'), tell('U2')]);
    await owe(store, 'o2', [open, post(1)]);
    const first = await claim();
    for (const { id } of first) await store.park(id, NOW, 'missing_scope', 'Reinstall the app');
    expect(effectsOf(await claim())).toEqual([tell('U2')]);
  });

  test('an effect that is to open the channel, parked, blocks its lane until it is unparked, and no other lane', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card, tell('U1')]);
    const [first, told] = await claim();
    if (!first || !told) throw new Error('nothing claimed');
    await store.park(first.id, NOW + 7, 'missing_scope', 'Reinstall the app');
    await store.done(told.id, NOW);
    expect(await claim(LEASE)).toEqual([]);
    expect(await store.nextDue()).toBeUndefined();
    expect(await store.parked('T2', 9)).toEqual([]);
    expect(await store.parked(TEAM, 9)).toEqual([
      {
        id: first.id,
        team: TEAM,
        order: 'o1',
        orderNumber: 1,
        type: 'open_channel',
        error: 'missing_scope',
        remedy: 'Reinstall the app',
        parkedAt: NOW + 7,
      },
    ]);
    expect(await store.backlog()).toEqual({ pending: 1, running: 0, parked: 1, oldestDue: NOW });
    expect(await store.unpark('T2', first.id, NOW + 9)).toBe(false);
    expect(await store.unpark(TEAM, first.id, NOW + 9)).toBe(true);
    expect(await store.unpark(TEAM, first.id, NOW + 9)).toBe(false);
    expect(await store.parked(TEAM, 9)).toEqual([]);
    expect(await store.nextDue()).toBe(NOW + 9);
    expect(await claimOne(NOW + 9)).toMatchObject({ id: first.id, attempt: 1, firstAttemptAt: NOW });
  });

  test('whoever lost the lease cannot unpark or delay by reporting late', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id } = await claimOne();
    await store.park(id, NOW, 'x', 'y');
    await store.retry(id, NOW, 'late', certain);
    expect(await claim()).toEqual([]);
    expect(await store.parked(TEAM, 9)).toHaveLength(1);
  });

  test('an archive waits for its time and lets later ones pass until then', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [archive(100), card]);
    await store.done((await claimOne()).id, NOW);
    saved(await store.commit(nextCommit(order, 'k', { effects: [post(2), card] })));
    await store.done((await claimOne()).id, NOW);
    const last = await claimOne();
    expect(last.effect).toEqual(card);
    // Its time has come, but one of its lane still runs.
    await store.renew('me', [last.id], LEASE + 100_000);
    expect(await claim(NOW + 100_000)).toEqual([]);
    await store.done(last.id, NOW);
    expect(await store.nextDue()).toBe(NOW + 100_000);
    expect(await claim(NOW + 99_999)).toEqual([]);
    expect((await claimOne(NOW + 100_000)).effect).toEqual(archive(100));
  });

  test('once its time has come an archive blocks like any other while it is retried, and lets pass when it is parked', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [archive(100)]);
    saved(await store.commit(nextCommit(order, 'k', { effects: [card] })));
    const due = await claimOne(NOW + 100_000);
    expect(due.effect).toEqual(archive(100));
    await store.retry(due.id, NOW + 500_000, 'x', certain);
    expect(await claim(NOW + 200_000)).toEqual([]);
    expect(await store.nextDue()).toBe(NOW + 500_000);
    const again = await claimOne(NOW + 500_000);
    await store.park(again.id, NOW, 'x', 'y');
    expect(effectsOf(await claim(NOW + 600_000))).toEqual([card]);
  });

  test('an archive waits for every unfinished one before it', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, archive(0)]);
    const { id } = await claimOne();
    await store.park(id, NOW, 'x', 'y');
    expect(await claim(NOW + 1000)).toEqual([]);
    await store.unpark(TEAM, id, NOW);
    await store.done((await claimOne()).id, NOW);
    expect((await claimOne()).effect).toEqual(archive(0));
  });

  test('what is owed without an action comes after the rest, and not twice while it waits', async () => {
    const { store } = current();
    await owe(store, 'o1', [card]);
    const dress: Effect = { type: 'dress_channel' };
    expect(await store.owe(TEAM, 'o1', [dress, tell('U1')], NOW + 5)).toBe(2);
    expect(await store.owe(TEAM, 'o1', [dress, tell('U1'), tell('U2')], NOW + 6)).toBe(1);
    expect(await store.owe('T2', 'o1', [dress], NOW)).toBe(0);
    expect(await store.owe(TEAM, 'o9', [dress], NOW)).toBe(0);
    const first = await claim(NOW + 6);
    expect(effectsOf(first)).toEqual([card, dress, tell('U1')]);
    // The one under way may have looked already: a new one is owed beside it.
    expect(await store.owe(TEAM, 'o1', [dress], NOW + 7)).toBe(1);
    expect(await store.order(TEAM, 'o1')).toMatchObject({ revision: 1 });
  });

  test('what is owed anew may have been delivered already: it is looked for first, also where it was owed for certain', async () => {
    const { store } = current();
    await owe(store, 'o1', [card]);
    const dress: Effect = { type: 'dress_channel' };
    expect(await store.owe(TEAM, 'o1', [dress], NOW)).toBe(1);
    expect(await store.owe(TEAM, 'o1', [dress, tell('U1')], NOW, { doubtSince: NOW - 500 })).toBe(1);
    const doubts = (await claim()).map(({ effect, inDoubt, firstAttemptAt }) => [effect, inDoubt, firstAttemptAt]);
    expect(doubts).toEqual([
      [card, false, NOW],
      [dress, true, NOW - 500],
      [tell('U1'), true, NOW - 500],
    ]);
  });

  test('everything parked of one order is made due, and nothing of another', async () => {
    const { store } = current();
    for (const id of ['o1', 'o2']) await owe(store, id, [open, tell('U1')]);
    for (const { id } of await claim()) await store.park(id, NOW, 'not_in_channel', 'Invite the app');
    expect(await store.unparkOrder('T2', 'o1', NOW + 9)).toBe(0);
    expect(await store.unparkOrder(TEAM, 'o1', NOW + 9)).toBe(2);
    expect(await store.unparkOrder(TEAM, 'o1', NOW + 9)).toBe(0);
    expect((await claim(NOW + 9)).map(({ order, attempt }) => [order, attempt])).toEqual([
      ['o1', 1],
      ['o1', 1],
    ]);
  });

  test('what failed and waits is tried now; what is not due yet for other reasons is left alone', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, archive(100)]);
    const { id } = await claimOne();
    await store.retry(id, NOW + 300_000, 'invalid_auth', certain);
    expect(await store.expediteRetries(TEAM, NOW + 1, NOW + 200_000)).toBe(0);
    expect(await store.expediteRetries(TEAM, NOW + 1, NOW + 600_000)).toBe(1);
    expect(effectsOf(await claim(NOW + 1))).toEqual([open]);
  });

  test('the backlog counts what is undone', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card, archive(100)]);
    await owe(store, 'o2', [open]);
    await store.claim('me', NOW, LEASE, 1);
    expect(await store.backlog()).toEqual({ pending: 3, running: 1, parked: 0, oldestDue: NOW });
    // The archive's time is still to come.
    expect(await store.backlog(NOW)).toEqual({ pending: 2, running: 1, parked: 0, oldestDue: NOW });
    expect(await store.backlog(NOW + 200_000)).toMatchObject({ pending: 3 });
  });

  test('lane by lane: whoever has room in one lane only takes nothing of another', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card, tell('U1')]);
    await owe(store, 'o2', [open, tell('U2')]);
    expect((await store.claim('me', NOW, LEASE, 9, 'people')).map(({ lane }) => lane)).toEqual(['people', 'people']);
    expect(await store.claim('me', NOW, LEASE, 9, 'people')).toEqual([]);
    expect(await store.nextDue(['people'])).toBeUndefined();
    expect(await store.nextDue(['people', 'channel'])).toBe(NOW);
    expect((await store.claim('me', NOW, LEASE, 1, 'channel')).map(({ order }) => order)).toEqual(['o1']);
    expect(await store.claim('me', NOW, LEASE, 9, 'dressing')).toEqual([]);
    expect((await store.claim('me', NOW, LEASE, 9)).map(({ order }) => order)).toEqual(['o2']);
  });

  test('two connections claim everything once', async () => {
    const { store, again } = current();
    const second = await again();
    for (let i = 0; i < 20; i++) await owe(store, `o${i}`, [open, card, tell('U1')]);
    const seen: string[] = [];
    const work = async (by: typeof store, owner: string) => {
      for (
        let batch = await by.claim(owner, NOW, LEASE, 3);
        batch.length > 0;
        batch = await by.claim(owner, NOW, LEASE, 3)
      ) {
        for (const { id } of batch) {
          seen.push(id);
          await by.done(id, NOW);
        }
      }
    };
    await Promise.all([work(store, 'a'), work(second, 'b')]);
    await work(store, 'a');
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    await second.close();
  });

  test('what failed and waits to be tried again is brought forward; what is put off, parked or later owed is not', async () => {
    const { store } = current();
    for (const id of ['failed', 'far', 'put off', 'parked']) await owe(store, id, [open]);
    await owe(store, 'ended', [archive(60)]);
    const claimed = new Map((await claim()).map(({ order, id }) => [order, id]));
    const id = (order: string) => claimed.get(order) ?? '';
    await store.retry(id('failed'), NOW + 50_000, 'http_500', certain);
    await store.retry(id('far'), NOW + 90_000, 'http_500', certain);
    await store.retry(id('put off'), NOW + 50_000, 'ratelimited', { inDoubt: false, counted: false });
    await store.park(id('parked'), NOW, 'is_archived', 'unarchive it');
    expect(await store.expediteRetries(TEAM, NOW + 1000, NOW + 76_000)).toBe(1);
    expect((await claim(NOW + 1000)).map(({ order, attempt }) => [order, attempt])).toEqual([['failed', 2]]);
    expect(await store.expediteRetries(TEAM, NOW + 2000, NOW + 77_000)).toBe(0);
    expect((await claim(NOW + 50_000)).map(({ order }) => order)).toEqual(['put off']);
  });

  test('what is parked is counted by cause, and retried by cause or all at once, in its own workspace', async () => {
    const { store } = current();
    const causes = [
      { error: 'missing_scope', remedy: 'Add it.' },
      { error: 'is_archived', remedy: 'Unarchive it.' },
    ] as const;
    const [scope, archived] = causes;
    for (const n of [1, 2, 3]) await owe(store, `o${n}`, [open]);
    const ids = (await claim()).map((one) => one.id);
    for (const [n, one] of ids.entries()) {
      const { error, remedy } = n < 2 ? scope : archived;
      await store.park(one, NOW + n, error, remedy);
    }
    expect(await store.parkedCauses(TEAM, 10)).toEqual([
      { ...archived, count: 1 },
      { ...scope, count: 2 },
    ]);
    expect(await store.parkedCauses(TEAM, 1)).toEqual([{ ...archived, count: 1 }]);
    expect((await store.parked(TEAM, 10, scope)).map(({ order }) => order)).toEqual(['o2', 'o1']);
    expect(await store.parkedCauses('T2', 10)).toEqual([]);
    expect(await store.unparkAll('T2', NOW)).toBe(0);
    expect(await store.unparkAll(TEAM, NOW + 10, scope)).toBe(2);
    expect((await claim(NOW + 10)).map(({ order, attempt }) => [order, attempt])).toEqual([
      ['o1', 1],
      ['o2', 1],
    ]);
    expect(await store.unparkAll(TEAM, NOW + 10)).toBe(1);
    expect(await store.parkedCauses(TEAM, 10)).toEqual([]);
  });
}
