import { expect } from 'vitest';
import { type Action, type ActionType, isNote } from '../../src/order/action.ts';
import { totals } from '../../src/order/amounts/money.ts';
import { STATES, type State, type WholeOrder } from '../../src/order/order.ts';
import type { Acting, Actor } from '../../src/order/people.ts';
import { REMINDERS } from '../../src/order/progress/progress.ts';
import type { NewOrder } from '../../src/order/refusal.ts';
import { seeded } from './random.ts';
import {
  type Accepted,
  actions,
  actor,
  cast,
  closure,
  decided,
  item,
  MORNING,
  olga,
  report,
  sam,
  unborn,
} from './workflow.ts';

/** Where each action may lead from; written by hand from the product's description. */
const moves: Readonly<Record<ActionType, readonly `${State | 'new'} ${State}`[]>> = {
  submit: ['new submitted'],
  request_changes: ['submitted changes_requested'],
  resubmit: ['changes_requested submitted'],
  edit: ['submitted submitted'],
  hand_over: ['submitted submitted', 'approved approved'],
  approve: ['submitted approved'],
  reject: ['submitted rejected'],
  withdraw: ['submitted withdrawn', 'changes_requested withdrawn'],
  assign: ['approved approved'],
  confirm_partial: ['approved approved'],
  // Above what was approved it counts as partial.
  confirm_final: ['approved completed', 'approved approved'],
  close: ['approved completed'],
  close_not_performed: ['approved not_performed'],
  reopen: ['completed approved', 'not_performed approved'],
  start_work: ['approved approved'],
  hold: ['approved approved'],
  resume: ['approved approved'],
  reschedule: ['approved approved'],
  accept_extra: ['approved approved', 'approved completed'],
  accept_final: ['approved completed'],
  dispute_extra: ['approved approved'],
  add_photos: ['approved approved'],
  lapse: STATES.map((state): `${State} ${State}` => `${state} ${state}`),
  sign: ['approved approved', 'completed completed'],
  remind: ['submitted submitted', 'changes_requested changes_requested', 'approved approved'],
};
const makeVersions: readonly ActionType[] = [
  'approve',
  'confirm_partial',
  'confirm_final',
  'close',
  'close_not_performed',
  'accept_extra',
  'accept_final',
  'sign',
];

/** Sixty things that people may try, one after the other, on an order that does not exist yet; the seed decides which. */
export function whateverPeopleTry(seed: number): void {
  const random = seeded(seed);
  let order: WholeOrder | NewOrder = unborn;
  let accepted = 0;
  const tolerance = { percent: pick(random, [null, 0, 20_000]), amount: pick(random, [null, '5']) };
  for (let step = 0; step < 60; step++) {
    const action = anyAction(order, random);
    const key = `key ${Math.floor(random() * 50)}`;
    // What is sent twice does not come this far.
    if (usedKeys(order).includes(key)) continue;
    const decision = decided(order, action, {
      by: anybody(order, random),
      key,
      at: MORNING + step,
      policy: { tolerance },
    });
    if (decision.kind !== 'accepted') continue;
    holds(order, action, decision);
    order = decision.order;
    accepted++;
  }
  expect(accepted).toBeGreaterThan(0);
}

/** What every accepted action leaves true. */
function holds(before: WholeOrder | NewOrder, action: Action, decision: Accepted): void {
  const { order, entry, version, effects } = decision;
  expect(moves[action.type]).toContain(`${before.state} ${order.state}`);
  const was = before.state === 'new' ? { entries: [], versions: [] } : before;

  expect(order.entries.map(({ seq }) => seq)).toEqual(order.entries.map((_, index) => index + 1));
  expect(order.entries).toHaveLength(was.entries.length + 1);
  expect(was.entries.every((old, index) => order.entries[index] === old)).toBe(true);
  expect(order.entries.at(-1)).toBe(entry);
  expect(order.lastEntry).toBe(order.entries.findLast((one) => !isNote(one.action.type)));
  expect(order.entryCount).toBe(order.entries.length);

  const made = makeVersions.includes(action.type) ? 1 : 0;
  expect(order.versions.map(({ n }) => n)).toEqual(order.versions.map((_, index) => index + 1));
  expect(order.versions).toHaveLength(was.versions.length + made);
  expect(was.versions.every((old, index) => order.versions[index] === old)).toBe(true);
  expect(version).toBe(made ? order.versions.at(-1) : null);
  expect(entry.version).toBe(version?.n ?? null);
  saysOf(order);
  if (version) expect(version.content).toEqual(order.content);

  const ended = !['submitted', 'changes_requested', 'approved'].includes(order.state);
  expect(order.outcome !== null).toBe(ended);
  expect(order.approval !== null).toBe(order.versions.length > 0);
  if (order.state === 'approved') expect(order.crew.length).toBeGreaterThan(0);

  const of = (type: string) => effects.filter((effect) => effect.type === type);
  const shown = isNote(entry.action.type) ? 0 : 1;
  expect(of('refresh_card')).toHaveLength(shown);
  expect(of('post_entry')).toEqual(shown ? [{ type: 'post_entry', entry: entry.seq }] : []);
  expect(of('check_order').length).toBeLessThanOrEqual(ended ? 0 : 1);
  isCovered(order);
  expect(of('issue_document')).toEqual(version ? [{ type: 'issue_document', version: version.n }] : []);
  expect(of('archive_channel')).toHaveLength(ended ? shown : 0);
  if (ended && shown) expect(effects.at(-1)?.type).toBe('archive_channel');
  const told = effects.flatMap((effect) => (effect.type === 'tell' ? [effect.person] : []));
  expect(new Set([...told, entry.by.id]).size).toBe(told.length + 1);
}

/** No order is completed at a price that nobody approved, and what waits for approval is asked about. */
function isCovered(order: WholeOrder): void {
  const { net } = totals(order.content);
  const accepted = order.latest?.accepted ?? [];
  const approvals = [...(order.approval ? [order.approval] : []), ...accepted];
  const covers = approvals.at(-1)?.covers;
  if (order.state === 'completed') expect(net).toBeLessThanOrEqual(covers ?? Number.NaN);
  if (order.state === 'approved') expect(order.progress.question !== null).toBe(covers !== undefined && net > covers);
  for (const one of approvals) expect(one.covers).toBeGreaterThanOrEqual(one.amount ?? Number.NaN);
}

/** What the order says of its versions without them. */
function saysOf({ versions, latest, approvedItems, lastReport, photos }: WholeOrder): void {
  const last = versions.findLast((one) => one.report !== null);
  expect(latest).toBe(versions.at(-1) ?? null);
  expect(approvedItems).toEqual(versions[0]?.content.items ?? null);
  expect(lastReport).toEqual(last?.report ? { version: last.n, endedAt: last.report.endedAt } : null);
  expect(photos).toEqual(versions.flatMap((one) => [...(one.report?.photos ?? []), ...(one.closure?.photos ?? [])]));
}

const usedKeys = (order: WholeOrder | NewOrder): string[] =>
  order.state === 'new' ? [] : order.entries.map(({ key }) => key);

type Random = () => number;
const pick = <T>(random: Random, from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];

/** Somebody of the cast with what they are to the order, now and then with a role they should not have. */
function anybody(order: WholeOrder | NewOrder, random: Random): Actor {
  const [first, ...rest] = cast;
  if (!first) throw new Error('nobody is cast');
  const party = pick(random, [first, ...rest]);
  const held: Acting[] =
    order.state === 'new'
      ? ['requester']
      : [
          ...(order.requester.id === party.id ? (['requester'] as const) : []),
          ...(order.supervisor.id === party.id ? (['supervisor'] as const) : []),
          ...(order.coordinator?.id === party.id ? (['coordinator'] as const) : []),
          ...(order.crew.some(({ id }) => id === party.id) ? (['crew'] as const) : []),
        ];
  const lent = pick<readonly Acting[]>(random, [
    ...([[], [], ['supervisor'], ['crew'], ['requester'], ['coordinator'], ['system'], ['client']] as const),
  ]);
  return actor(party, ...new Set([...held, ...lent]));
}

/** Any action, mostly built on what there is, sometimes on something stale or without a crew. */
function anyAction(order: WholeOrder | NewOrder, random: Random): Action {
  if (order.state === 'new') return actions().submit;
  const latest = order.versions.length;
  const base = random() < 0.8 ? latest : Math.floor(random() * (latest + 2));
  const submission = random() < 0.8 ? order.submission : Math.floor(random() * 4);
  const crew = cast.filter(() => random() < 0.4);
  const coordinator = pick(random, [null, ...crew]);
  const items = ['a', 'b', 'c', 'd']
    .filter(() => random() < 0.6)
    .map((id) => item(id, { quantity: pick(random, [1000, 2000]), unitPrice: pick(random, [null, '10', '10', '25']) }));
  const plan = { crew, coordinator, plannedStart: null };
  const { hold, question } = order.progress;
  const asked = random() < 0.9 ? (question?.entry ?? 1) : 1;
  const { submit, request_changes, resubmit, edit, reject, withdraw, close_not_performed, reopen } = actions(base);
  return pick<Action>(random, [
    submit,
    request_changes,
    resubmit,
    { ...edit, ...(edit.type === 'edit' ? { submission } : {}) },
    { type: 'hand_over', submission, to: pick(random, [sam, olga]), note: '' },
    { type: 'approve', submission, ...plan, comment: '', signature: 'S' },
    { type: 'approve', submission, ...plan, comment: '', signature: 'S' },
    reject,
    withdraw,
    { type: 'assign', ...plan },
    { type: 'confirm_partial', base, items, report },
    { type: 'confirm_partial', base, items, report },
    { type: 'confirm_final', base, items, report },
    { type: 'close', base, closure: closure(pick(random, ['as_ordered', 'with_changes'])) },
    close_not_performed,
    reopen,
    reopen,
    { type: 'start_work' },
    { type: 'hold', reasonCode: 'weather', note: '', until: null, ...(hold ? { seen: hold.entry } : {}) },
    { type: 'resume', seen: hold?.entry ?? 1 },
    { type: 'reschedule', plannedStart: MORNING + Math.floor(random() * 1e6), seen: order.plannedStart },
    { type: 'accept_extra', question: asked },
    { type: 'accept_extra', question: asked },
    { type: 'dispute_extra', question: asked, reason: 'No' },
    { type: 'sign', base: latest, name: 'P. Jensen' },
    { type: 'sign', base, name: 'P. Jensen', drawing: 'M0 0L100 100' },
    { type: 'remind', about: pick(random, [...REMINDERS]), step: pick(random, [1, 2]), people: [sam] },
    { type: 'lapse', entry: order.entries.length, people: [sam] },
  ]);
}
