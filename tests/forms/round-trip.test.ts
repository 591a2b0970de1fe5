import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import { fieldsOf, pagesOf } from '../../src/forms/form.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import type { Action } from '../../src/order/action.ts';
import type { Item } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
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
import { words } from '../support/words.ts';
import { actions, ana, farid, greta, inState, item, lena, MORNING, olga, sam, taken } from '../support/workflow.ts';

const forms = Object.entries(orderForms) as [OrderFormId, OrderForm][];
const items = [item('a', { quantity: 2000 }), item('b'), item('new')];

const { crew, coordinator, plannedStart } = inState.approved;
/** What the form of an assignment shows before anything is changed. */
const seenPlan = { crew, coordinator, plannedStart };

/** What each form, well filled in, asks of the order. */
const wanted: Readonly<Record<OrderFormId, Action>> = {
  submit: { type: 'submit', ...submitted([]), source: { channel: 'C1', ts: '1.2' } },
  resubmit: { type: 'resubmit', ...submitted(inState.submitted.content.items) },
  edit: { type: 'edit', ...submitted(inState.submitted.content.items), submission: 1 },
  hand_over: { type: 'hand_over', submission: 1, to: lena, note: 'On leave' },
  approve: {
    type: 'approve',
    submission: 1,
    ...planned(),
    upTo: 2550,
    comment: 'Mind the dog',
    signature: 'Samuel Okafor',
  },
  assign: { type: 'assign', ...planned(), seen: seenPlan },
  // Its photos come with the message that it is opened on.
  add_photos: { type: 'add_photos', photos: [] },
  hold: { type: 'hold', reasonCode: 'parts', note: 'The seal is on order', until: 1_900_000_000 },
  reschedule: { type: 'reschedule', plannedStart: 1_900_000_000, seen: plannedStart },
  as_planned: {
    type: 'close',
    base: 1,
    closure: {
      ...{ outcome: 'as_ordered', reasonCode: null, explanation: '', endedAt: NOW - 300 },
      ...{ note: '', acceptance: null, photos: [] },
    },
  },
  reject: { type: 'reject', submission: 1, reason: 'It is the other pump.\nPlease look.' },
  request_changes: { type: 'request_changes', submission: 1, reason: 'It is the other pump.\nPlease look.' },
  withdraw: { type: 'withdraw', submission: 1, reason: 'It is the other pump.\nPlease look.' },
  dispute: { type: 'dispute_extra', question: 3, reason: 'It is the other pump.\nPlease look.' },
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
    closure: {
      outcome: 'with_changes',
      reasonCode: null,
      explanation: '',
      endedAt: NOW - 300,
      note: 'All tidy',
      acceptance: {
        ...{ kind: 'accepted', name: 'Mr. Jensen', position: 'Facility manager' },
        reservations: 'The door squeaks.\nTo be oiled.',
      },
      photos: [],
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
      acceptance: {
        ...{ kind: 'accepted', name: 'Mr. Jensen', position: 'Facility manager' },
        reservations: 'The door squeaks.\nTo be oiled.',
      },
      photos: [photo],
    },
  },
};

describe('drawn, filled in, read and accepted', () => {
  test.each(forms)('%s', (id, { form, read }) => {
    const about = context(orderFor[id]);
    const draft = walkedThrough(form, about, wellFilled[id], id === 'confirm' ? items : undefined);
    expect(read(accept(form, draft, about), draft, about, { channel: 'C1', ts: '1.2' })).toEqual({
      action: wanted[id],
    });
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
          expect(JSON.stringify(drawn(form, draft, about, page.id))).toContain(
            words.forms.page.attached({ files: 'boiler room.jpg' }),
          );
      }
    }
  });

  test('an untouched “Edit” leaves an order with whom it was handed over to meanwhile', () => {
    const shown = context(inState.submitted, { person: ana });
    const { form, read } = orderForms.edit;
    const draft = form.start(shown);
    const now = { ...shown, order: { ...inState.submitted, supervisor: olga } };
    const { content, coordinator } = inState.submitted;
    expect(read(accept(form, draft, now), draft, now, null)).toEqual({
      action: { type: 'edit', content, supervisor: olga, coordinator, submission: 1 },
    });
  });

  test('an untouched "Edit and resubmit" submits the order as it was', () => {
    const about = context(inState.changes_requested, { currency: 'USD', decimals: 2, taxRate: 0 });
    const { form, read } = orderForms.resubmit;
    const { content, supervisor, coordinator } = inState.changes_requested;
    const start = form.start(about);
    expect(read(accept(form, start, about), start, about, null)).toEqual({
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

  test('approving: whom the requester proposed', () => {
    const proposed = { ...inState.submitted, content: { ...inState.submitted.content, proposedCrew: [farid, greta] } };
    expect(orderForms.approve.form.start(context(proposed)).values.crew).toEqual([farid.id, greta.id]);
  });

  test('assigning: the crew as it is', () => {
    const { values } = orderForms.assign.form.start(context(inState.approved));
    expect(values).toMatchObject({ crew: [farid.id], coordinator: lena.id, plannedStart: MORNING + 90_000 });
  });

  test('a confirmation: the latest version, from the planned start until now', () => {
    const draft = orderForms.confirm.form.start(context(inState.approved, { now: NOW + 123 }));
    expect(draft).toMatchObject({ base: 1, items: inState.approved.content.items, submission: 1 });
    const workDone = inState.approved.content.title;
    expect(draft.values).toEqual({ workDone, startedAt: MORNING + 90_000, endedAt: NOW + 123 - ((NOW + 123) % 300) });
  });

  test('D9 a confirmation: from the last report where there is one, and never longer than a shift', () => {
    const start = (changes: Partial<Order>, now = NOW) => {
      const { startedAt, endedAt } = orderForms.confirm.form.start(
        context({ ...inState.approved, ...changes }, { now }),
      ).values;
      return [startedAt, endedAt];
    };
    const hour = 3600;
    const morning = MORNING - (MORNING % 300);
    expect(start({}, morning), 'before the plan').toEqual([morning - hour, morning]);
    const planned = MORNING + 90_000;
    const evening = planned + 13 * hour - ((planned + 13 * hour) % 300);
    expect(start({}, evening), 'long after').toEqual([evening - hour, evening]);
    const reported = taken(inState.approved, actions().confirm_partial).order;
    const [last] = reported.versions.flatMap(({ report }) => report?.endedAt ?? []);
    const later = (last ?? 0) + 2 * hour - (((last ?? 0) + 2 * hour) % 300);
    expect(start({ ...reported, plannedStart: MORNING }, later), 'after a report').toEqual([last, later]);
  });

  test('D9 a new order: the next full hour where its author is, two hours, and whom they last asked to approve', () => {
    const start = (timeZone: string, now = MORNING + 61) =>
      orderForms.submit.form.start(context(undefined, { now, timeZone, lastSupervisor: sam.id })).values;
    const hour = MORNING - (MORNING % 3600) + 3600;
    expect(start('Europe/Madrid')).toEqual({
      priority: 'normal',
      requestedStart: hour,
      requestedEnd: hour + 7200,
      supervisor: sam.id,
    });
    const localMinute = (timeZone: string, at: unknown) =>
      new Intl.DateTimeFormat('en-GB', { timeZone, minute: '2-digit', second: '2-digit' }).format(Number(at) * 1000);
    for (const zone of ['Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'UTC'])
      for (const now of [hour, hour + 1, hour + 1799, hour + 3599]) {
        const { requestedStart } = start(zone, now);
        expect(localMinute(zone, requestedStart), zone).toBe('00:00');
        expect(Number(requestedStart) - now, zone).toBeGreaterThan(0);
        expect(Number(requestedStart) - now, zone).toBeLessThanOrEqual(3600);
      }
    expect(start('Antarctica/Later')).toEqual(start('UTC'));
    expect(orderForms.submit.form.start(context(undefined)).values).not.toHaveProperty('supervisor');
  });

  test.each(['approve', 'assign', 'resubmit', 'edit', 'confirm', 'close'] as const)(
    '%s cannot be opened on nothing',
    (id) => {
      expect(() => orderForms[id].form.start(context(undefined))).toThrow('order');
    },
  );
});

/** The submission as an action, with these items. */
function submitted(orderItems: readonly Item[]) {
  const { supervisor: _, coordinator: __, proposedCrew: ___, ...rest } = wellFilled.submit;
  const content = {
    ...rest,
    items: orderItems,
    currency: 'EUR',
    decimals: 2,
    taxRate: 21_000,
    pricesFor: 'everybody',
  } as typeof inState.submitted.content;
  return { content: { ...content, proposedCrew: [farid, greta] }, supervisor: sam, coordinator: lena };
}

/** The plan as part of an action. */
function planned() {
  return { crew: [farid, greta], coordinator: lena, plannedStart: MORNING + 90_000 };
}
