import { beforeEach, expect, test } from 'vitest';
import { type ChannelRef, type Claimed, Fenced, LOST_CHANNEL, type Term } from '../../db/ports.ts';
import type { Effect } from '../../src/order/effect.ts';
import { claimAll, NOW, nextCommit, owe, saved, TEAM, takeOver } from './samples.ts';
import type { Current } from './store-contract.ts';

/** Long after. */
const LATER = NOW + 60_000;
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
  /** The one term of a test, unless it takes another. */
  let term: Term;
  beforeEach(async () => {
    term = await takeOver(current().store);
  });
  const claim = (now = NOW, limit = 100) => claimAll(current().store, term, now, limit);
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
      checkpoint: { type: 'open_channel' },
    });
  });

  test('a lane is in order, one at a time; lanes and orders run side by side', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, tell('U1'), card, tell('U2'), settle]);
    await owe(store, 'o2', [open, card]);
    const first = await claim();
    expect(effectsOf(first)).toEqual([open, tell('U1'), settle, open]);
    expect(await claim()).toEqual([]);
    for (const { id } of first) await store.done(term, id, NOW);
    const second = await claim();
    expect(effectsOf(second)).toEqual([card, tell('U2'), card]);
    for (const { id } of second) await store.done(term, id, NOW);
    expect(await claim()).toEqual([]);
  });

  test('what an order owes in a lane, of entries before one', async () => {
    const { store } = current();
    await owe(store, 'o1', [tell('U1'), card]);
    expect(await store.owes(TEAM, 'o1', 'people')).toBe(true);
    expect(await store.owes(TEAM, 'o1', 'people', 2)).toBe(true);
    expect(await store.owes(TEAM, 'o1', 'people', 1)).toBe(false);
    expect(await store.owes(TEAM, 'o1', 'outcomes')).toBe(false);
    expect(await store.owes(TEAM, 'o2', 'people')).toBe(false);
    for (const { id, lane } of await claim()) if (lane === 'people') await store.done(term, id, NOW);
    expect(await store.owes(TEAM, 'o1', 'people')).toBe(false);
    expect(await store.owes(TEAM, 'o1', 'channel')).toBe(true);
  });

  test('effects of a later commit come after, of the same order in another workspace beside', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [open]);
    saved(await store.commit(nextCommit(order, 'k', { effects: [post(2)] })));
    saved(await store.commit({ ...nextCommit({ ...order, team: 'T2', revision: 0 }, 'k', { effects: [card] }) }));
    expect((await claim()).map(({ team, effect }) => [team, effect])).toEqual([[TEAM, open]]);
    const beside = await claimAll(store, await takeOver(store, 'T2'));
    expect(beside.map(({ team, effect }) => [team, effect])).toEqual([['T2', card]]);
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
    expect(await store.nextDue(TEAM)).toBe(NOW);
  });

  test('a retry waits, holds up what is behind it, counts or not', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card]);
    const first = await claimOne();
    // Slack's pace comes to fractions of a millisecond.
    await store.retry(term, first.id, NOW + 999.4, 'ratelimited', { inDoubt: false, counted: false });
    expect(await claim(NOW + 999)).toEqual([]);
    expect(await store.nextDue(TEAM)).toBe(NOW + 1000);
    const second = await claimOne(NOW + 1000);
    expect(second).toMatchObject({ id: first.id, attempt: 1, inDoubt: false, firstAttemptAt: NOW });
    await store.retry(term, second.id, NOW + 2000, 'fatal_error', certain);
    expect(await claimOne(NOW + 2000)).toMatchObject({ id: first.id, attempt: 2, inDoubt: false });
  });

  test('doubt stays until the effect is done', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card]);
    const { id } = await claimOne();
    await store.retry(term, id, NOW, 'timeout', { inDoubt: true, counted: true });
    expect(await claimOne()).toMatchObject({ id, attempt: 2, inDoubt: true });
    await store.retry(term, id, NOW, 'ratelimited', { inDoubt: false, counted: false });
    expect(await claimOne()).toMatchObject({ id, attempt: 2, inDoubt: true });
    await store.done(term, id, NOW);
    expect(await claimOne()).toMatchObject({ effect: card, attempt: 1, inDoubt: false });
  });

  test('terms: what is under way when a next one begins is in doubt, and what is still written for it has no effect', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card]);
    const { id } = await claimOne();
    const next = await takeOver(store);
    expect(next.fence).toBeGreaterThan(term.fence);
    const late = [
      claim(),
      store.saveCheckpoint(term, id, { ts: '1.1' }),
      store.done(term, id, NOW),
      store.retry(term, id, LATER, 'late', certain),
      store.park(term, id, NOW, 'late', ''),
    ];
    await Promise.all(late.map((one) => expect(one).rejects.toThrow(Fenced)));
    expect(await store.renewDeliveries(term)).toBe(false);
    await store.releaseDeliveries(term);
    expect(await claimAll(store, next, NOW + 5)).toMatchObject([
      { id, effect: open, attempt: 2, inDoubt: true, firstAttemptAt: NOW, checkpoint: { type: 'open_channel' } },
    ]);
    await expect(store.done(term, id, NOW)).rejects.toThrow(Fenced);
    await store.done(next, id, NOW);
  });

  test('terms: one that has seen an older row than there is takes nothing', async () => {
    const { store } = current();
    const seen = await store.deliverer(TEAM);
    expect(seen).toMatchObject({ fence: term.fence, owner: 'a test', renewals: 0, ended: false });
    expect(await store.renewDeliveries(term)).toBe(true);
    expect(await store.takeDeliveries(TEAM, 'b', seen)).toBeUndefined();
    expect(await store.takeDeliveries(TEAM, 'b', undefined)).toBeUndefined();
    await store.releaseDeliveries(term);
    expect(await store.deliverer(TEAM)).toMatchObject({ fence: term.fence, owner: null });
    await expect(claim()).rejects.toThrow(Fenced);
    expect(await store.renewDeliveries(term)).toBe(false);
    const taken = await store.takeDeliveries(TEAM, 'b', await store.deliverer(TEAM));
    expect(taken).toMatchObject({ term: { team: TEAM, fence: term.fence + 1 }, inDoubt: 0 });
  });

  test('terms: everything else that is written in one changes nothing either when it is over; reading goes on', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [open]);
    const mine = store.during(term);
    const channel: ChannelRef = {
      ...{ team: TEAM, order: 'o1', n: 1, channel: 'C1', name: 'so-1', cardTs: '1.1', pinned: true, cardStuck: null },
      ...{ topic: '', bookmark: null, archivedAt: null, lost: null },
    };
    await mine.saveChannel(channel);
    await takeOver(store);
    await expect(mine.saveChannel({ ...channel, cardTs: null })).rejects.toThrow(Fenced);
    await expect(mine.updateChannel(channel, { pinned: false })).rejects.toThrow(Fenced);
    await expect(mine.owe(TEAM, 'o1', [card], NOW)).rejects.toThrow(Fenced);
    await expect(mine.commit(nextCommit(order, 'late'))).rejects.toThrow(Fenced);
    expect(await mine.channel(TEAM, 'o1')).toEqual(channel);
    expect(await mine.order(TEAM, 'o1')).toMatchObject({ revision: 1 });
    expect(await store.backlog(TEAM)).toMatchObject({ pending: 1 });
  });

  test('terms: workspaces have each their own', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const other = await takeOver(store, 'T2');
    expect(await claimAll(store, other)).toEqual([]);
    const { id } = await claimOne();
    await expect(store.done({ team: 'T2', fence: term.fence }, id, NOW)).rejects.toThrow(Fenced);
    await store.releaseDeliveries(other);
    await store.done(term, id, NOW);
  });

  test('an effect of no order is owed, claimed, tried again, parked and listed like any other', async () => {
    const { store } = current();
    await owe(store, 'o1', [tell('U1')]);
    expect(await store.owe(TEAM, null, [tell('U7'), tell('U8'), tell('U7')], NOW)).toBe(3);
    expect(await store.owe(TEAM, null, [tell('U8')], NOW)).toBe(0);
    const first = await claim();
    expect(first.map(({ order, effect }) => [order, effect])).toEqual([
      ['o1', tell('U1')],
      [null, tell('U7')],
    ]);
    const id = first[1]?.id ?? '';
    await store.saveCheckpoint(term, id, { ts: '1.1' });
    await store.retry(term, id, NOW + 5, 'http_500', certain);
    expect(await claim()).toEqual([]);
    expect(await store.nextDue(TEAM)).toBe(NOW + 5);
    expect(await claimOne(NOW + 5)).toMatchObject({ id, order: null, attempt: 2, checkpoint: { ts: '1.1' } });
    await store.park(term, id, NOW, 'missing_scope', 'Add it');
    expect(await store.parked(TEAM, 9)).toEqual([
      {
        id,
        team: TEAM,
        order: null,
        orderNumber: null,
        type: 'tell',
        error: 'missing_scope',
        remedy: 'Add it',
        parkedAt: NOW,
      },
    ]);
    expect(await claimOne()).toMatchObject({ order: null, effect: tell('U8') });
    expect(await store.backlog(TEAM)).toMatchObject({ pending: 1, running: 2, parked: 1 });
    expect(await store.unpark(TEAM, id, NOW)).toBe(true);
  });

  test('a clock that was put back an hour delays nothing, and no archive comes before its time', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    await owe(store, 'o2', [open, archive(100)]);
    await owe(store, 'o3', [open, archive(0)]);
    const [waiting, done, ended] = await claim();
    if (!waiting || !done || !ended) throw new Error('nothing claimed');
    await store.retry(term, waiting.id, NOW + 30_000, 'ratelimited', certain);
    await store.done(term, done.id, NOW);
    await store.done(term, ended.id, NOW);
    const archiving = await claimOne(NOW);
    await store.retry(term, archiving.id, NOW + 60_000, 'x', certain);
    const back = NOW - 3_600_000;
    expect(await claim(back)).toEqual([]);
    await store.adjustForClockShift('T2', back, back);
    expect(await claim(back)).toEqual([]);
    await store.adjustForClockShift(TEAM, back, back);
    await store.done(term, (await claimOne(back)).id, back);
    expect(await claim(NOW - 1)).toEqual([]);
    expect(effectsOf(await claim(NOW))).toEqual([archive(0)]);
    expect(await store.nextDue(TEAM)).toBe(NOW + 100_000);
  });

  test('what Slack gave back is kept and merged; what is no checkpoint of the effect is not stored', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id } = await claimOne();
    await store.saveCheckpoint(term, id, { name: 'so-1', suffix: 1 });
    await store.saveCheckpoint(term, id, { cursor: 'x', suffix: 2 });
    await expect(store.saveCheckpoint(term, id, { suffix: 'three' })).rejects.toThrow(/cannot be stored: suffix/);
    await store.retry(term, id, NOW, 'x', certain);
    expect((await claimOne()).checkpoint).toEqual({ type: 'open_channel', name: 'so-1', cursor: 'x', suffix: 2 });
  });

  test('done is final', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id } = await claimOne();
    await store.done(term, id, NOW);
    await expect(store.done(term, id, NOW)).rejects.toThrow(Fenced);
    await expect(store.retry(term, id, NOW, 'late', certain)).rejects.toThrow(Fenced);
    await expect(store.park(term, id, NOW, 'late', '')).rejects.toThrow(Fenced);
    expect(await claim(LATER)).toEqual([]);
    expect(await store.nextDue(TEAM)).toBeUndefined();
    expect(await store.backlog(TEAM)).toEqual({ pending: 0, running: 0, parked: 0, oldestDue: null });
  });

  test('A2 what is parked lets the later ones of its lane pass; retried, it comes before what still waits', async () => {
    const { store } = current();
    await owe(store, 'o1', [post(1), post(2), card]);
    const refused = await claimOne();
    await store.park(term, refused.id, NOW, 'msg_blocks_too_long', 'Report it');
    expect(await store.nextDue(TEAM)).toBe(NOW);
    const passing = await claimOne();
    expect(passing.effect).toEqual(post(2));
    expect((await store.parked(TEAM, 9)).map(({ type, error }) => [type, error])).toEqual([
      ['post_entry', 'msg_blocks_too_long'],
    ]);
    // One after the other still, also when the refused one is due again while another runs.
    await store.unpark(TEAM, refused.id, NOW);
    expect(await claim()).toEqual([]);
    await store.done(term, passing.id, NOW);
    expect(effectsOf(await claim())).toEqual([post(1)]);
  });

  test.each(LOST_CHANNEL)(
    'A2 what is parked since the channel cannot be reached (%s) holds up its lane',
    async (code) => {
      const { store } = current();
      await owe(store, 'o1', [post(1), card]);
      const { id } = await claimOne();
      await store.park(term, id, NOW, code, 'Invite the app');
      expect(await claim(LATER)).toEqual([]);
      expect(await store.nextDue(TEAM)).toBeUndefined();
      await store.unparkOrder(TEAM, 'o1', NOW);
      expect(effectsOf(await claim())).toEqual([post(1)]);
    },
  );

  test('A2 an archive waits for a post that is parked, whatever it is parked for', async () => {
    const { store } = current();
    await owe(store, 'o1', [post(1), archive(0)]);
    const { id } = await claimOne();
    await store.park(term, id, NOW, 'invalid_blocks', 'Report it');
    expect(await claim(LATER)).toEqual([]);
    expect(await store.nextDue(TEAM)).toBeUndefined();
    await store.unpark(TEAM, id, NOW);
    await store.done(term, (await claimOne()).id, NOW);
    expect((await claimOne()).effect).toEqual(archive(0));
  });

  test('A2 what is parked in one lane or order holds up and lets pass nobody elsewhere', async () => {
    const { store } = current();
    await owe(store, 'o1', [tell('U1'), tell('U2')]);
    await owe(store, 'o2', [open, post(1)]);
    const first = await claim();
    for (const { id } of first) await store.park(term, id, NOW, 'missing_scope', 'Reinstall the app');
    expect(effectsOf(await claim())).toEqual([tell('U2')]);
  });

  test('an effect that is to open the channel, parked, blocks its lane until it is unparked, and no other lane', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card, tell('U1')]);
    const [first, told] = await claim();
    if (!first || !told) throw new Error('nothing claimed');
    await store.park(term, first.id, NOW + 7, 'missing_scope', 'Reinstall the app');
    await store.done(term, told.id, NOW);
    expect(await claim(LATER)).toEqual([]);
    expect(await store.nextDue(TEAM)).toBeUndefined();
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
    expect(await store.backlog(TEAM)).toEqual({ pending: 1, running: 0, parked: 1, oldestDue: NOW });
    expect(await store.unpark('T2', first.id, NOW + 9)).toBe(false);
    expect(await store.unpark(TEAM, first.id, NOW + 9)).toBe(true);
    expect(await store.unpark(TEAM, first.id, NOW + 9)).toBe(false);
    expect(await store.parked(TEAM, 9)).toEqual([]);
    expect(await store.nextDue(TEAM)).toBe(NOW + 9);
    expect(await claimOne(NOW + 9)).toMatchObject({ id: first.id, attempt: 1, firstAttemptAt: NOW });
  });

  test('what is parked is not put off by a late report', async () => {
    const { store } = current();
    await owe(store, 'o1', [open]);
    const { id } = await claimOne();
    await store.park(term, id, NOW, 'x', 'y');
    await expect(store.retry(term, id, NOW, 'late', certain)).rejects.toThrow(Fenced);
    expect(await claim()).toEqual([]);
    expect(await store.parked(TEAM, 9)).toHaveLength(1);
  });

  test('an archive waits for its time and lets later ones pass until then', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [archive(100), card]);
    await store.done(term, (await claimOne()).id, NOW);
    saved(await store.commit(nextCommit(order, 'k', { effects: [post(2), card] })));
    await store.done(term, (await claimOne()).id, NOW);
    const last = await claimOne();
    expect(last.effect).toEqual(card);
    // Its time has come, but one of its lane still runs.
    expect(await claim(NOW + 100_000)).toEqual([]);
    await store.done(term, last.id, NOW);
    expect(await store.nextDue(TEAM)).toBe(NOW + 100_000);
    expect(await claim(NOW + 99_999)).toEqual([]);
    expect((await claimOne(NOW + 100_000)).effect).toEqual(archive(100));
  });

  test('once its time has come an archive blocks like any other while it is retried, and lets pass when it is parked', async () => {
    const { store } = current();
    const order = await owe(store, 'o1', [archive(100)]);
    saved(await store.commit(nextCommit(order, 'k', { effects: [card] })));
    const due = await claimOne(NOW + 100_000);
    expect(due.effect).toEqual(archive(100));
    await store.retry(term, due.id, NOW + 500_000, 'x', certain);
    expect(await claim(NOW + 200_000)).toEqual([]);
    expect(await store.nextDue(TEAM)).toBe(NOW + 500_000);
    const again = await claimOne(NOW + 500_000);
    await store.park(term, again.id, NOW, 'x', 'y');
    expect(effectsOf(await claim(NOW + 600_000))).toEqual([card]);
  });

  test('an archive waits for every unfinished one before it', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, archive(0)]);
    const { id } = await claimOne();
    await store.park(term, id, NOW, 'x', 'y');
    expect(await claim(NOW + 1000)).toEqual([]);
    await store.unpark(TEAM, id, NOW);
    await store.done(term, (await claimOne()).id, NOW);
    expect((await claimOne()).effect).toEqual(archive(0));
  });

  test('what is owed without an action comes after the rest, and not twice while it waits', async () => {
    const { store } = current();
    await owe(store, 'o1', [card]);
    const metadata: Effect = { type: 'sync_channel_metadata' };
    expect(await store.owe(TEAM, 'o1', [metadata, tell('U1')], NOW + 5)).toBe(2);
    expect(await store.owe(TEAM, 'o1', [metadata, tell('U1'), tell('U2')], NOW + 6)).toBe(1);
    expect(await store.owe('T2', 'o1', [metadata], NOW)).toBe(0);
    expect(await store.owe(TEAM, 'o9', [metadata], NOW)).toBe(0);
    const first = await claim(NOW + 6);
    expect(effectsOf(first)).toEqual([card, metadata, tell('U1')]);
    // The one under way may have looked already: a new one is owed beside it.
    expect(await store.owe(TEAM, 'o1', [metadata], NOW + 7)).toBe(1);
    expect(await store.order(TEAM, 'o1')).toMatchObject({ revision: 1 });
  });

  test('what is owed again may have been delivered already: it is looked for first, also where it was owed for certain', async () => {
    const { store } = current();
    await owe(store, 'o1', [card]);
    const metadata: Effect = { type: 'sync_channel_metadata' };
    expect(await store.owe(TEAM, 'o1', [metadata], NOW)).toBe(1);
    expect(await store.owe(TEAM, 'o1', [metadata, tell('U1')], NOW, { doubtSince: NOW - 500 })).toBe(1);
    const doubts = (await claim()).map(({ effect, inDoubt, firstAttemptAt }) => [effect, inDoubt, firstAttemptAt]);
    expect(doubts).toEqual([
      [card, false, NOW],
      [metadata, true, NOW - 500],
      [tell('U1'), true, NOW - 500],
    ]);
  });

  test('everything parked of one order is made due, and nothing of another', async () => {
    const { store } = current();
    for (const id of ['o1', 'o2']) await owe(store, id, [open, tell('U1')]);
    for (const { id } of await claim()) await store.park(term, id, NOW, 'not_in_channel', 'Invite the app');
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
    await store.retry(term, id, NOW + 300_000, 'invalid_auth', certain);
    expect(await store.expediteRetries(TEAM, NOW + 1, NOW + 200_000)).toBe(0);
    expect(await store.expediteRetries(TEAM, NOW + 1, NOW + 600_000)).toBe(1);
    expect(effectsOf(await claim(NOW + 1))).toEqual([open]);
  });

  test('the backlog counts what is undone', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card, archive(100)]);
    await owe(store, 'o2', [open]);
    await store.claim(term, NOW, { channel: 1 });
    expect(await store.backlog(TEAM)).toEqual({ pending: 3, running: 1, parked: 0, oldestDue: NOW });
    // The archive's time is still to come.
    expect(await store.backlog(TEAM, NOW)).toEqual({ pending: 2, running: 1, parked: 0, oldestDue: NOW });
    expect(await store.backlog(TEAM, NOW + 200_000)).toMatchObject({ pending: 3 });
  });

  test('lane by lane: one that has room in one lane only takes nothing of another', async () => {
    const { store } = current();
    await owe(store, 'o1', [open, card, tell('U1')]);
    await owe(store, 'o2', [open, tell('U2')]);
    expect((await store.claim(term, NOW, { people: 9 })).map(({ lane }) => lane)).toEqual(['people', 'people']);
    expect(await store.claim(term, NOW, { people: 9, channel: 0 })).toEqual([]);
    expect(await store.nextDue(TEAM, ['people'])).toBeUndefined();
    expect(await store.nextDue(TEAM, ['people', 'channel'])).toBe(NOW);
    expect((await store.claim(term, NOW, { channel: 1 })).map(({ order }) => order)).toEqual(['o1']);
    expect(await store.claim(term, NOW, { metadata: 9 })).toEqual([]);
    expect((await claim()).map(({ order }) => order)).toEqual(['o2']);
  });

  test('two connections claim everything once', async () => {
    const { store, again } = current();
    const second = await again();
    for (let i = 0; i < 20; i++) await owe(store, `o${i}`, [open, card, tell('U1')]);
    const seen: string[] = [];
    const work = async (by: typeof store) => {
      for (let batch = await claimAll(by, term, NOW, 3); batch.length > 0; batch = await claimAll(by, term, NOW, 3)) {
        for (const { id } of batch) {
          seen.push(id);
          await by.done(term, id, NOW);
        }
      }
    };
    await Promise.all([work(store), work(second)]);
    await work(store);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    await second.close();
  });

  test('what failed and waits to be tried again is brought forward; what is put off, parked or later owed is not', async () => {
    const { store } = current();
    for (const id of ['failed', 'far', 'postponed', 'parked']) await owe(store, id, [open]);
    await owe(store, 'ended', [archive(60)]);
    const claimed = new Map((await claim()).map(({ order, id }) => [order, id]));
    const id = (order: string) => claimed.get(order) ?? '';
    await store.retry(term, id('failed'), NOW + 50_000, 'http_500', certain);
    await store.retry(term, id('far'), NOW + 90_000, 'http_500', certain);
    await store.retry(term, id('postponed'), NOW + 50_000, 'ratelimited', { inDoubt: false, counted: false });
    await store.park(term, id('parked'), NOW, 'is_archived', 'unarchive it');
    expect(await store.expediteRetries(TEAM, NOW + 1000, NOW + 76_000)).toBe(1);
    expect((await claim(NOW + 1000)).map(({ order, attempt }) => [order, attempt])).toEqual([['failed', 2]]);
    expect(await store.expediteRetries(TEAM, NOW + 2000, NOW + 77_000)).toBe(0);
    expect((await claim(NOW + 50_000)).map(({ order }) => order)).toEqual(['postponed']);
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
      await store.park(term, one, NOW + n, error, remedy);
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
