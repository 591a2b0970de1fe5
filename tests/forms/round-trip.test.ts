import { describe, expect, test } from 'vitest';
import { fieldsOf, pagesOf } from '../../src/forms/form.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import type { Action, Item } from '../../src/order/order.ts';
import {
  context,
  drawn,
  NOW,
  orderFor,
  photo,
  readField,
  stateOf,
  walkedThrough,
  wellFilled,
} from '../support/forms.ts';
import { farid, greta, inState, item, lena, MORNING, sam } from '../support/workflow.ts';

const forms = Object.entries(orderForms) as [OrderFormId, OrderForm][];
const items = [item('a', { quantity: 2000 }), item('b'), item('new')];

/** What each form, well filled in, asks of the order. */
const wanted: Readonly<Record<OrderFormId, Action>> = {
  submit: { type: 'submit', ...submitted([]), source: { channel: 'C1', ts: '1.2' } },
  resubmit: { type: 'resubmit', ...submitted(inState.submitted.content.items) },
  approve: { type: 'approve', submission: 1, ...planned(), comment: 'Mind the dog', signature: 'Samuel Okafor' },
  assign: { type: 'assign', ...planned() },
  reject: { type: 'reject', submission: 1, reason: 'It is the other pump.\nPlease look.' },
  request_changes: { type: 'request_changes', submission: 1, reason: 'It is the other pump.\nPlease look.' },
  withdraw: { type: 'withdraw', submission: 1, reason: 'It is the other pump.\nPlease look.' },
  reopen: { type: 'reopen', reason: 'It is the other pump.\nPlease look.' },
  confirm: {
    type: 'confirm_final',
    base: 1,
    items,
    report: {
      workDone: 'Pump replaced.\nCircuit vented.',
      startedAt: MORNING + 90_000,
      endedAt: NOW - 300,
      reason: 'Two seals more',
      photos: [photo],
    },
  },
  close: {
    type: 'close',
    base: 1,
    closure: {
      outcome: 'as_ordered',
      reasonCode: null,
      explanation: '',
      endedAt: NOW - 300,
      note: 'All tidy',
      acceptance: { kind: 'accepted', name: 'Mr. Jensen' },
      photos: [photo],
    },
  },
};

describe('drawn, filled in, read and accepted', () => {
  test.each(forms)('%s', (id, { form, read }) => {
    const about = context(orderFor[id]);
    const draft = walkedThrough(form, about, wellFilled[id], id === 'confirm' ? items : undefined);
    expect(read(draft, about, { channel: 'C1', ts: '1.2' })).toEqual({ action: wanted[id] });
  });

  test.each(forms)('%s, drawn again, shows what was typed', (id, { form }) => {
    const about = context(orderFor[id]);
    const draft = walkedThrough(form, about, wellFilled[id], id === 'confirm' ? items : undefined);
    for (const page of pagesOf(form, draft, about)) {
      const state = stateOf(drawn(form, draft, about, page.id, { generation: 1 }));
      for (const name of fieldsOf(page, draft, about)) {
        // Slack cannot fill in a file input: what is attached is named above it instead.
        const isFile = name === 'photos' || name === 'attachments';
        expect(readField(form, name, state), name).toEqual(isFile ? [] : draft.values[name]);
        if (isFile)
          expect(JSON.stringify(drawn(form, draft, about, page.id))).toContain('Attached so far: boiler room.jpg');
      }
    }
  });

  test('an untouched "Edit and resubmit" submits the order as it was', () => {
    const about = context(inState.changes_requested, { currency: 'USD', decimals: 2, taxRate: 0 });
    const { form, read } = orderForms.resubmit;
    const { content, supervisor, coordinator } = inState.changes_requested;
    expect(read(form.start(about), about, null)).toEqual({
      action: { type: 'resubmit', content, supervisor, coordinator },
    });
  });
});

describe('what forms start with', () => {
  test('approving: the requested start, the coordinator, the own name to sign with', () => {
    const about = context(inState.submitted);
    expect(orderForms.approve.form.start(about)).toMatchObject({
      values: { crew: [], coordinator: lena.id, plannedStart: MORNING + 86_400, signature: sam.name },
      submission: 1,
    });
  });

  test('assigning: the crew as it is', () => {
    const { values } = orderForms.assign.form.start(context(inState.approved));
    expect(values).toMatchObject({ crew: [farid.id], coordinator: lena.id, plannedStart: MORNING + 90_000 });
  });

  test('a confirmation: the latest version, from the planned start until now', () => {
    const draft = orderForms.confirm.form.start(context(inState.approved, { now: NOW + 123 }));
    expect(draft).toMatchObject({ base: 1, items: inState.approved.content.items, submission: 1 });
    expect(draft.values).toEqual({ startedAt: MORNING + 90_000, endedAt: NOW + 123 - ((NOW + 123) % 300) });
  });

  test('a confirmation before the planned start: no times are made up', () => {
    const { values } = orderForms.confirm.form.start(context(inState.approved, { now: MORNING }));
    expect(values).toEqual({ startedAt: null, endedAt: null });
  });

  test('a new order: priority Normal and nothing else', () => {
    expect(orderForms.submit.form.start(context(undefined)).values).toEqual({ priority: 'normal' });
  });

  test.each(['approve', 'assign', 'resubmit', 'confirm', 'close'] as const)('%s cannot be opened on nothing', (id) => {
    expect(() => orderForms[id].form.start(context(undefined))).toThrow('order');
  });
});

/** The submission as an action, with these items. */
function submitted(orderItems: readonly Item[]) {
  const { supervisor: _, coordinator: __, ...rest } = wellFilled.submit;
  const content = {
    ...rest,
    items: orderItems,
    currency: 'EUR',
    decimals: 2,
    taxRate: 21_000,
  } as typeof inState.submitted.content;
  return { content, supervisor: sam, coordinator: lena };
}

/** The plan as part of an action. */
function planned() {
  return { crew: [farid, greta], coordinator: lena, plannedStart: MORNING + 90_000 };
}
