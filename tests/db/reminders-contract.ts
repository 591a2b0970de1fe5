import { beforeEach, expect, test } from 'vitest';
import { Fenced, type Store, type Term } from '../../db/ports.ts';
import { claimAll, firstCommit, NOW, newOrder, nextCommit, owe, party, saved, TEAM, takeOver } from './samples.ts';
import type { Current } from './store-contract.ts';

const HOUR = 3_600_000;
const away = { digest: false, awayUntil: 1_800_086_400, substitute: party('UEVA') };

/** What people want for themselves, and what comes by itself. */
export function remindersContract(current: Current): void {
  let store: Store;
  let term: Term;
  beforeEach(async () => {
    store = current().store;
    term = await takeOver(store);
  });

  const reminder = (person: string, order: string, after = 0) => ({
    ...{ type: 'send_reminder' as const, person, order, entry: 2, notBefore: NOW / 1000 + after },
  });
  const check = (after: number) => ({ type: 'check_order' as const, notBefore: NOW / 1000 + after });

  test('who has said nothing gets digests and is not away; what is said is kept, by workspace and person', async () => {
    const usual = { digest: true, awayUntil: null, substitute: null, revision: 0 };
    expect(await store.preferences(TEAM, 'U1')).toEqual(usual);
    expect(await store.savePreferences(TEAM, 'U1', 0, away)).toBe(true);
    expect(await store.preferences(TEAM, 'U1')).toEqual({ ...away, revision: 1 });
    expect(await store.preferences(TEAM, 'U2')).toEqual(usual);
    expect(await store.preferences('T2', 'U1')).toEqual(usual);
    const back = { digest: true, awayUntil: null, substitute: null };
    expect(await store.savePreferences(TEAM, 'U1', 1, back)).toBe(true);
    expect(await store.preferences(TEAM, 'U1')).toEqual({ ...back, revision: 2 });
  });

  test('of two who save at once one is told: nothing is lost', async () => {
    const second = await current().again();
    for (const revision of [0, 1]) {
      const saves = [store, second].map((one, n) =>
        one.savePreferences(TEAM, 'U1', revision, { ...away, awayUntil: 1000 * revision + n }),
      );
      const done = await Promise.all(saves);
      expect(done.toSorted()).toEqual([false, true]);
      const kept = await store.preferences(TEAM, 'U1');
      expect(kept).toMatchObject({ awayUntil: 1000 * revision + done.indexOf(true), revision: revision + 1 });
    }
    expect(await store.savePreferences(TEAM, 'U1', 5, away)).toBe(false);
    await second.close();
  });

  test('reminders of a person are found until an instant, but none under way, parked, done or of somebody else', async () => {
    await store.owe(TEAM, null, [reminder('U1', 'o1')], NOW);
    const [under] = await claimAll(store, term, NOW, 1);
    const others = [reminder('U1', 'o2'), reminder('U2', 'o3'), reminder('U1', 'o4', 30), reminder('U1', 'o5', 90)];
    await store.owe(TEAM, null, [...others, { type: 'send_digest', person: 'U1', day: 'd', notBefore: 1 }], NOW);
    await store.owe('T2', null, [reminder('U1', 'o6')], NOW);
    const orders = async (until: number) =>
      (await store.remindersOf(TEAM, 'U1', until)).map(({ effect }) => effect.order);
    expect(await orders(NOW + 30_000)).toEqual(['o2', 'o4']);
    expect(await orders(NOW)).toEqual(['o2']);
    expect(await store.remindersOf(TEAM, 'U', NOW + HOUR)).toEqual([]);
    const found = await store.remindersOf(TEAM, 'U1', NOW + HOUR);
    await store.toldTogether(TEAM, [...found.slice(0, 2).map(({ id }) => id), under?.id ?? ''], NOW);
    expect(await orders(NOW + HOUR)).toEqual(['o5']);
    expect(await store.outcome(TEAM, under?.id ?? '')).toMatchObject({ settled: false });
    expect(await store.outcome(TEAM, found[0]?.id ?? '')).toMatchObject({ settled: true });
    await store.toldTogether('T2', [found[2]?.id ?? ''], NOW);
    expect(await orders(NOW + HOUR)).toEqual(['o5']);
  });

  test('what one person is told waits for what they are owed before, and for nobody else', async () => {
    const digest = { type: 'send_digest' as const, person: 'U1', day: 'd', notBefore: 1 };
    await store.owe(TEAM, null, [digest, reminder('U1', 'o1'), reminder('U2', 'o2'), reminder('U12', 'o3')], NOW);
    const claim = async (at: number) =>
      (await claimAll(store, term, at, 9)).map(({ id, effect }) => ({
        ...{ id, told: 'person' in effect ? `${effect.type} ${effect.person}` : effect.type },
      }));
    const claimed = await claim(NOW);
    expect(claimed.map(({ told }) => told)).toEqual(['send_digest U1', 'send_reminder U2', 'send_reminder U12']);
    const [first, second] = claimed;
    await store.retry(term, first?.id ?? '', NOW + 60_000, 'internal_error', { inDoubt: true, counted: true });
    await store.done(term, second?.id ?? '', NOW);
    await store.owe(TEAM, null, [reminder('U2', 'o4')], NOW);
    expect(await store.nextDue(TEAM, ['reminders'])).toBe(NOW);
    expect((await claim(NOW)).map(({ told }) => told)).toEqual(['send_reminder U2']);
    expect(await store.nextDue(TEAM, ['reminders'])).toBe(NOW + 60_000);
    expect((await claim(NOW + 60_000)).map(({ told }) => told)).toEqual(['send_digest U1']);
  });

  test('what may have been sent already is not told together with others', async () => {
    await store.owe(TEAM, null, [reminder('U1', 'o1'), reminder('U1', 'o2')], NOW);
    const [one] = await claimAll(store, term, NOW, 9);
    await store.retry(term, one?.id ?? '', NOW + 1000, 'no_answer', { inDoubt: true, counted: true });
    expect((await store.remindersOf(TEAM, 'U1', NOW + HOUR)).map(({ effect }) => effect.order)).toEqual(['o2']);
  });

  test('reminders are finished by nobody whose term is over', async () => {
    await store.owe(TEAM, null, [reminder('U1', 'o1')], NOW);
    const [one] = await store.remindersOf(TEAM, 'U1', NOW);
    const before = store.during(term);
    await takeOver(store);
    await expect(before.toldTogether(TEAM, [one?.id ?? ''], NOW)).rejects.toThrow(Fenced);
    expect(await store.remindersOf(TEAM, 'U1', NOW)).toHaveLength(1);
  });

  test('an order that is due to be looked at is known, also while it is looked at', async () => {
    await owe(store, 'o1', [check(60)]);
    expect(await store.isCheckDue(TEAM, NOW)).toBe(false);
    expect(await store.isCheckDue('T2', NOW + HOUR)).toBe(false);
    expect(await store.isCheckDue(TEAM, NOW + 60_000)).toBe(true);
    const [one] = await claimAll(store, term, NOW + 60_000, 9);
    expect(await store.isCheckDue(TEAM, NOW + 60_000)).toBe(true);
    await store.done(term, one?.id ?? '', NOW + 60_000);
    expect(await store.isCheckDue(TEAM, NOW + HOUR)).toBe(false);
  });

  test('orders that are to be looked at later are looked at now, in their workspace; nothing else is hurried', async () => {
    const archive = { type: 'archive_channel' as const, entry: 1, notBefore: NOW / 1000 + 60 };
    await owe(store, 'o1', [check(60), archive]);
    await owe(store, 'o2', [check(7200)]);
    expect(await store.checkNow('T2', NOW)).toBe(0);
    expect(await store.checkNow(TEAM, NOW + 1)).toBe(2);
    const claimed = await claimAll(store, term, NOW + 1, 9);
    expect(claimed.map(({ order, effect }) => [order, effect.type])).toEqual([
      ['o1', 'check_order'],
      ['o2', 'check_order'],
    ]);
    expect(await store.checkNow(TEAM, NOW + 2)).toBe(0);
  });

  test('who has a part in open orders is listed once each, page by page', async () => {
    const first = saved(await store.commit(firstCommit(newOrder('o1', { coordinator: party('UCOO') }))));
    saved(await store.commit(firstCommit(newOrder('o2'))));
    saved(await store.commit(firstCommit(newOrder('o3', { team: 'T2', requester: party('UTWO') }))));
    expect(await store.peopleOfOpenOrders(TEAM, '', 9)).toEqual(['UCOO', 'UREQ', 'USUP']);
    expect(await store.peopleOfOpenOrders(TEAM, '', 2)).toEqual(['UCOO', 'UREQ']);
    expect(await store.peopleOfOpenOrders(TEAM, 'UREQ', 2)).toEqual(['USUP']);
    const asked = { ...first.progress, asked: [party('UEVA')] };
    const going = saved(await store.commit(nextCommit({ ...first, progress: asked }, 'k1')));
    expect(await store.peopleOfOpenOrders(TEAM, '', 9)).toEqual(['UCOO', 'UEVA', 'UREQ', 'USUP']);
    saved(await store.commit(nextCommit({ ...going, state: 'completed' }, 'k2')));
    expect(await store.peopleOfOpenOrders(TEAM, '', 9)).toEqual(['UREQ', 'USUP']);
  });
}
