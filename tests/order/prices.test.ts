import { expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import { lineAmount, totals } from '../../src/order/amounts/money.ts';
import {
  historyWithoutPrices,
  itemsWithout,
  keepingPrices,
  orderFor,
  withoutPrices,
} from '../../src/order/amounts/prices.ts';
import type { Content, Item } from '../../src/order/content.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { type Member, rolesOf, seesPrices } from '../../src/order/permissions.ts';
import type { Version } from '../../src/order/version.ts';
import { seeded } from '../support/random.ts';
import {
  actions,
  actor,
  ana,
  content,
  farid,
  item,
  lena,
  olga,
  orderAfter,
  owed,
  report,
  sam,
  taken,
  unborn,
} from '../support/workflow.ts';

const office: Content = { ...content, pricesFor: 'office' };

/** A price whose digits stand nowhere else. */
const anyPrice = (random: () => number): string =>
  `${random() < 0.2 ? '-' : ''}${1_000_000 + Math.floor(random() * 8_000_000)}.${1 + Math.floor(random() * 98)}`;

const anyItem = (random: () => number, id: number): Item =>
  item(`i${id}`, {
    quantity: 1000 * (1 + Math.floor(random() * 9)),
    unitPrice: random() < 0.2 ? null : anyPrice(random),
    description: `Item ${String.fromCharCode(97 + id)}`,
  });

/** An order of items with such prices, through submissions and confirmations. */
function anyOrder(seed: number): WholeOrder {
  const random = seeded(seed);
  const some = () => Array.from({ length: 1 + Math.floor(random() * 5) }, (_, id) => anyItem(random, id));
  const submitted = { content: { ...office, items: some() }, supervisor: sam, coordinator: lena };
  const confirmed = (base: number): Action => ({ type: 'confirm_partial', base, items: some(), report });
  const path: Action[] = [
    { type: 'submit', ...submitted, source: null },
    ...(random() < 0.5
      ? [{ type: 'edit', submission: 1, ...submitted, content: { ...office, items: some() } } as const]
      : []),
    actions().approve,
    ...Array.from({ length: Math.floor(random() * 4) }, (_, base) => confirmed(base + 1)),
  ];
  return orderAfter(...path);
}

/** Every number that says what something costs. */
function amountsOf({ versions, entries }: WholeOrder): string[] {
  const contents = [
    ...versions.map((version) => version.content),
    ...entries.flatMap(({ action }) => ('content' in action ? [action.content] : [])),
  ];
  const items = [
    ...contents.flatMap((one) => one.items),
    ...entries.flatMap(({ action }) => ('items' in action ? action.items : [])),
  ];
  const minor = [
    ...items.map((one) => lineAmount(one, content.decimals)),
    ...contents.flatMap((one) => Object.values(totals(one)).filter((sum): sum is number => typeof sum === 'number')),
    ...versions.flatMap(({ changes }: Version) => changes.map(({ difference }) => difference)),
    ...versions.flatMap(({ approval, accepted = [] }) =>
      [approval, ...accepted].flatMap(({ amount = 0, covers = 0 }) => [amount, covers]),
    ),
  ];
  return [
    ...items.flatMap(({ unitPrice }) => (unitPrice === null ? [] : [unitPrice.replace('-', '')])),
    ...minor.map((amount) => String(Math.abs(amount))).filter((digits) => digits.length > 5),
  ];
}

test.each(Array.from({ length: 100 }, (_, seed) => seed + 1))('order %i without prices has none anywhere', (seed) => {
  const order = anyOrder(seed);
  const told = JSON.stringify(withoutPrices(order));
  const amounts = amountsOf(order);
  expect(JSON.stringify(order)).toContain(amounts[0] ?? '');
  expect(amounts.filter((digits) => told.includes(digits))).toEqual([]);
  expect(withoutPrices(withoutPrices(order))).toEqual(withoutPrices(order));
  expect(withoutPrices(order)).toMatchObject(
    historyWithoutPrices({ versions: order.versions, entries: order.entries }),
  );
  const { items } = order.content;
  expect(keepingPrices(itemsWithout(items), items)).toEqual(items);
  // What is new has the price of the catalogue; what is known keeps its own, also where it has none.
  const catalogue = new Map([['l1', '99']]);
  const [free, listed] = [item('new'), item('listed', { onFile: 'l1' })];
  const known = item('known', { onFile: 'l1', unitPrice: null });
  const priced = keepingPrices(itemsWithout([free, listed, known]), [known], catalogue);
  expect(priced.map(({ unitPrice }) => unitPrice)).toEqual([null, '99', null]);
});

const member = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  kind: 'member',
  admin: false,
  ...changes,
});

test('who sees them: requester, supervisor, coordinator, office and admins, as they are now', () => {
  const order = orderAfter({ ...actions().submit, content: office } as Action, 'approve');
  const sees = (person: Member) => seesPrices(person, order);
  for (const person of [ana, sam, lena].map(({ id }) => member(id))) expect(sees(person), person.id).toBe(true);
  for (const person of [member('UX', { office: true }), member('UX', { admin: true })]) expect(sees(person)).toBe(true);
  const unsighted = [
    ...[member(farid.id), member(farid.id, { kind: 'guest' }), member(olga.id)],
    ...[member(sam.id, { kind: 'deactivated' }), member('UX', { kind: 'guest', office: true, admin: true })],
    ...[member(ana.id, { kind: 'guest' }), member(ana.id, { kind: 'external' })],
  ];
  for (const person of unsighted) {
    expect(sees(person), JSON.stringify(person)).toBe(false);
    expect(orderFor(person, order).content.items.every(({ unitPrice }) => unitPrice === null)).toBe(true);
  }
  expect(orderFor(member(sam.id), order)).toBe(order);
  // A coordinator who is on the crew as well is a coordinator.
  expect(rolesOf(member(lena.id), { ...order, crew: [lena] })).toContain('crew');
  expect(seesPrices(member(lena.id), { ...order, crew: [lena] })).toBe(true);
});

test('a confirmation of somebody who does not see prices keeps those that there are, and sets none', () => {
  const order = orderAfter({ ...actions().submit, content: office } as Action, 'approve');
  const crew = { ...actor(farid, 'crew'), seesPrices: false };
  const items = [
    item('a', { unitPrice: '1', quantity: 2000 }),
    item('b', { unitPrice: null }),
    item('c', { unitPrice: '9' }),
  ];
  const { order: after, entry } = taken(order, { type: 'confirm_partial', base: 1, items, report }, { by: crew });
  expect(after.content.items.map(({ id, unitPrice }) => [id, unitPrice])).toEqual([
    ['a', '10'],
    ['b', '10'],
    ['c', null],
  ]);
  expect(entry.action).toMatchObject({ items: after.content.items });
});

test('how a final confirmation ends the order, hidden prices say as well', () => {
  const priced = { ...actions().submit, content: office } as Action;
  const dearer: Action = {
    type: 'confirm_partial',
    base: 1,
    items: [item('a', { unitPrice: '11' }), item('b')],
    report,
  };
  const order = orderAfter(priced, 'approve', dearer);
  const { confirm_final: final } = actions(2);
  const closure = {
    outcome: 'as_ordered',
    reasonCode: null,
    explanation: '',
    endedAt: null,
    note: '',
    acceptance: null,
    photos: [],
  } as const;
  const by = { ...actor(farid, 'crew'), seesPrices: false };
  const { order: after, entry } = taken(order, { ...final, closure } as Action, { by });
  expect(after.outcome).toBe('with_changes');
  expect(entry.action).toMatchObject({ closure: { outcome: 'with_changes' } });
});

test('a version has a work copy for the channel, and one with prices for the office or those who answer for the order', () => {
  const submit = { ...actions().submit, content: office } as Action;
  const submitted = taken(unborn, submit).order;
  const documents = (pricedChannel: string) =>
    taken(submitted, actions().approve, { policy: { pricedChannel } }).effects.filter(
      ({ type }) => type === 'issue_document',
    );
  expect(documents('COFFICE')).toEqual([
    { type: 'issue_document', version: 1, copy: 'work' },
    { type: 'issue_document', version: 1, copy: 'priced', to: 'COFFICE' },
  ]);
  expect(documents('').slice(1)).toEqual(
    [ana, sam].map(({ id }) => ({ type: 'issue_document', version: 1, copy: 'priced', to: id })),
  );
  expect(owed(taken(orderAfter('submit'), actions().approve).effects)).toContain('issue_document v1');
});

test('whoever takes an order over gets its newest document with prices, unless the office has it', () => {
  const order = orderAfter({ ...actions().submit, content: office } as Action, 'approve');
  const documents = (pricedChannel: string) =>
    taken(order, { ...actions().hand_over, submission: 1 } as Action, { policy: { pricedChannel } }).effects.filter(
      ({ type }) => type === 'issue_document',
    );
  expect(documents('')).toEqual([{ type: 'issue_document', version: 1, copy: 'priced', to: olga.id }]);
  expect(documents('COFFICE')).toEqual([]);
});
