import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/forms/at-once.ts';
import { orderForms } from '../../src/forms/forms.ts';
import type { Order, State } from '../../src/order/order.ts';
import type { Role } from '../../src/order/people.ts';
import { asPressed } from '../../src/slack/payload-keys.ts';
import type { BlockActions } from '../../src/slack/transport/payloads.ts';
import { atOnceFor, buttonBlocks, formsFor, type Offer } from '../../src/slack/views/buttons.ts';
import { decodeMore, decodePress } from '../../src/slack/views/ids.ts';
import { words } from '../support/words.ts';
import { actions, inState, taken } from '../support/workflow.ts';

/** The buttons that make sense, by their forms and in their order: for anybody, then for each role. */
// biome-ignore format: a table reads best as a table
const table: Readonly<Record<State, Readonly<Record<Role | 'anybody', readonly string[]>>>> = {
  submitted: {
    anybody:     ['approve', 'request_changes', 'reject', 'edit', 'withdraw', 'hand_over'],
    supervisor:  ['approve', 'request_changes', 'reject', 'withdraw', 'hand_over'],
    requester:   ['edit', 'withdraw'],
    coordinator: [],
    crew:        [],
  },
  changes_requested: {
    anybody:     ['resubmit', 'withdraw'],
    supervisor:  ['withdraw'],
    requester:   ['resubmit', 'withdraw'],
    coordinator: [],
    crew:        [],
  },
  approved: {
    anybody:     ['confirm', 'as_planned', 'close', 'hold', 'reschedule', 'assign', 'hand_over'],
    supervisor:  ['hold', 'reschedule', 'assign', 'hand_over'],
    requester:   [],
    coordinator: ['confirm', 'as_planned', 'close', 'hold', 'reschedule', 'assign'],
    crew:        ['confirm', 'as_planned', 'close', 'hold'],
  },
  completed:     { anybody: ['reopen'], supervisor: ['reopen'], requester: [], coordinator: [], crew: [] },
  not_performed: { anybody: ['reopen'], supervisor: ['reopen'], requester: [], coordinator: [], crew: [] },
  rejected:      { anybody: [], supervisor: [], requester: [], coordinator: [], crew: [] },
  withdrawn:     { anybody: [], supervisor: [], requester: [], coordinator: [], crew: [] },
};

describe.each(Object.entries(table) as [State, (typeof table)[State]][])(
  'an order that is %s offers',
  (state, offers) => {
    test.each(Object.entries(offers) as [Role | 'anybody', readonly string[]][])('%s: %j', (role, forms) => {
      const order = { ...inState[state], number: 12 };
      const rows = buttonBlocks(order, formsFor(order, role === 'anybody' ? undefined : [role]), words);
      const elements = rows.flatMap((row) => row.elements);
      const buttons = elements.filter((element) => element.type === 'button');
      const entries = elements.flatMap((element) => (element.type === 'overflow' ? element.options : []));
      const inMenu = entries.map(({ value = '' }) => decodeMore(value));
      const ids = [...buttons.map(({ action_id }) => action_id), ...inMenu.map((entry) => entry?.actionId)];
      expect(ids).toEqual(forms.map((form) => `order:${form}`));
      for (const entry of inMenu) expect(entry?.value).toBe(order.id);
      for (const { value, accessibility_label, text } of buttons) {
        expect(value).toBe(order.id);
        expect(accessibility_label).toBe(`${text.text}: SO-000012`);
        expect(text.text.length, 'clients cut at about 30').toBeLessThanOrEqual(30);
      }
      expect(Math.max(0, ...rows.map(({ elements }) => elements.length)), 'in a row on a phone').toBeLessThanOrEqual(3);
    });
  },
);

test('five buttons at most, the others in menus of five, from which each is chosen as if it were pressed', () => {
  const everything = [...Object.keys(atOnce), ...Object.keys(orderForms)] as Offer[];
  const elements = buttonBlocks({ ...held, number: 12 }, everything, words).flatMap((row) => row.elements);
  expect(elements.filter(({ type }) => type === 'button')).toHaveLength(5);
  const menus = elements.flatMap((element) => (element.type === 'overflow' ? [element] : []));
  for (const { options } of menus) expect(options.length).toBeLessThanOrEqual(5);
  const entries = menus.flatMap(({ options }) => options.map(({ value = '' }) => value));
  expect(new Set(entries).size).toBe(everything.length - 5);
  const chosen = (value: string) =>
    asPressed({ actions: [{ action_id: 'more:0', selected_option: { value } }] } as BlockActions).actions[0];
  expect(chosen(`${held.id}:7:act:resume`)).toMatchObject({ action_id: 'act:resume', value: `${held.id}:7` });
  expect(chosen('O1:order_copy')).toMatchObject({ action_id: 'order_copy', value: 'O1' });
  expect(chosen('nonsense')).toMatchObject({ action_id: 'more:0' });
});

test('each button says what it does', () => {
  const said = Object.entries(orderForms).map(([id, { button }]) => [id, button(words)]);
  const atTap = Object.entries(atOnce).map(([id, { button }]) => [id, button(words)]);
  const { change_hold, ...others } = words.forms.button;
  expect(Object.fromEntries([...said, ...atTap])).toEqual(others);
  expect(orderForms.hold.button(words, held)).toBe(change_hold);
});

/** An approved order on hold. */
const held = taken(inState.approved, actions().hold).order;

// biome-ignore format: a table reads best as a table
const atATap: readonly [string, Order, Readonly<Record<Role, readonly string[]>>][] = [
  ['scheduled',   inState.approved,                                       { crew: ['start_work'], coordinator: ['start_work'], supervisor: [],         requester: [] }],
  ['in progress', taken(inState.approved, actions().start_work).order,    { crew: [],             coordinator: [],             supervisor: [],         requester: [] }],
  ['on hold',     held,                                                   { crew: ['resume', 'start_work'], coordinator: ['resume', 'start_work'], supervisor: ['resume'], requester: [] }],
  ['completed',   inState.completed,                                      { crew: [],             coordinator: [],             supervisor: [],         requester: [] }],
  ['submitted',   inState.submitted,                                      { crew: [],             coordinator: [],             supervisor: [],         requester: [] }],
];
test.each(atATap)('with one tap an order that is %s offers', (_, order, offers) => {
  for (const [role, ids] of Object.entries(offers) as [Role, readonly string[]][])
    expect(atOnceFor(order, [role]), role).toEqual(ids);
});

test('what resumes names the hold that its reader saw', () => {
  const [row] = buttonBlocks({ ...held, number: 12 }, ['resume'], words);
  const [button] = row?.elements ?? [];
  expect(button).toMatchObject({ action_id: 'act:resume', accessibility_label: 'Resume: SO-000012' });
  expect(decodePress(button?.type === 'button' ? (button.value ?? '') : '')).toEqual({
    order: held.id,
    seen: held.lastEntry.seq,
  });
});

test('done as planned is offered only for what is as it was approved', () => {
  const differs = taken(inState.approved, actions().confirm_partial).order;
  expect(formsFor(inState.approved)).toContain('as_planned');
  expect(formsFor(differs)).not.toContain('as_planned');
  expect(formsFor(differs)).toContain('close');
});

test('nobody without a role is offered anything', () => {
  for (const order of Object.values(inState)) expect(formsFor(order, [])).toEqual([]);
});

test('what decides stands out', () => {
  const emphasised = buttonBlocks(inState.submitted, formsFor(inState.submitted), words)
    .flatMap(({ elements }) => elements)
    .flatMap((element) => (element.type === 'button' && element.style === 'primary' ? [element.action_id] : []));
  expect(emphasised).toEqual(['order:approve']);
});

test('one button at most is emphasised, none as a danger; and a changed message has new blocks', () => {
  for (const order of Object.values(inState)) {
    const styles = buttonBlocks(order, formsFor(order), words).flatMap(({ elements }) =>
      elements.flatMap((element) => (element.type === 'button' && element.style ? [element.style] : [])),
    );
    expect(styles.length).toBeLessThanOrEqual(1);
    expect(styles).not.toContain('danger');
  }
  const idsAt = (revision: number) =>
    buttonBlocks({ ...inState.submitted, revision }, ['approve'], words).map(({ block_id }) => block_id);
  expect(idsAt(2)).not.toEqual(idsAt(1));
});
