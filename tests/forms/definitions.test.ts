import { describe, expect, test } from 'vitest';
import { text } from '../../src/forms/fields/fields.ts';
import { defineForm, type Form, type Page, pagesOf } from '../../src/forms/form.ts';
import { isOrderFormId, type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { formCallbackId, formOfCallbackId } from '../../src/forms/ids.ts';
import { modal, pageAfter, pageBefore } from '../../src/forms/modal.ts';
import { itemForm } from '../../src/forms/pages/item.ts';
import { hoursForm } from '../../src/forms/pages/on-site/hours.ts';
import { blocksOf, context, drawing, drawn, orderFor } from '../support/forms.ts';
import { words } from '../support/words.ts';
import { item } from '../support/workflow.ts';

const all: readonly [string, Form][] = [
  ...(Object.entries(orderForms) as [OrderFormId, OrderForm][]).map(([id, { form }]): [string, Form] => [id, form]),
  ['item', itemForm],
  ['hours', hoursForm],
];

/** What the product's description asks for, form by form, page by page. */
const submission = [
  ['orderType', 'title', 'client', 'clientReference', 'location', 'description', 'priority'],
  // The order type's own fields.
  [],
  ['requestedStart', 'requestedEnd', 'supervisor', 'coordinator', 'proposedCrew', 'contact'],
  ['attachments'],
  [],
];
const asked: Readonly<Record<string, readonly (readonly string[])[]>> = {
  submit: submission,
  edit: submission,
  resubmit: submission,
  hand_over: [['to', 'note']],
  approve: [['crew', 'coordinator', 'plannedStart', 'upTo', 'comment', 'signature']],
  assign: [['crew', 'coordinator', 'plannedStart']],
  hold: [['reasonCode', 'note', 'until']],
  add_photos: [[]],
  reschedule: [['plannedStart']],
  as_planned: [['endedAt']],
  reject: [['reason']],
  request_changes: [['reason']],
  withdraw: [['reason']],
  dispute: [['reason']],
  reopen: [['reason']],
  confirm: [
    [],
    ['workDone', 'startedAt', 'endedAt', 'reason', 'photos', 'final'],
    // What photos show.
    [],
    [],
    [],
    ['note', 'acceptance', 'acceptedBy', 'acceptedAs', 'reservations', 'closingPhotos'],
    [],
  ],
  close: [
    ['outcome'],
    [],
    [],
    ['reasonCode', 'explanation', 'endedAt', 'note', 'acceptance', 'acceptedBy', 'photos'],
    ['acceptedAs', 'reservations'],
  ],
  item: [['onFile', 'kind', 'description', 'quantity', 'unit', 'unitPrice']],
  hours: [['workers', 'day', 'activity', 'hours', 'from', 'to', 'of', 'travelOf']],
};
/** What has to be given in one form and not in others. */
const demanded: Readonly<Record<string, readonly string[]>> = { reschedule: ['plannedStart'], hand_over: ['to'] };
const optional = [
  'until',
  'orderType',
  ...[
    'coordinator',
    'proposedCrew',
    'contact',
    'clientReference',
    'attachments',
    'plannedStart',
    'upTo',
    'comment',
    'photos',
    'closingPhotos',
  ],
  ...['final', 'explanation', 'note', 'acceptedBy', 'acceptedAs', 'reservations', 'onFile', 'unit', 'unitPrice'],
  ...['hours', 'from', 'to'],
];

describe.each(all)('the form %s', (id, form) => {
  test('asks what the product says', () => {
    expect(form.pages.map(({ fields }) => fields)).toEqual(asked[id]);
    for (const [name, field] of Object.entries(form.fields))
      expect(field.optional ?? false, name).toBe(optional.includes(name) && !demanded[id]?.includes(name));
  });

  test('keeps Slack’s limits in everything that is fixed', () => {
    expect(formCallbackId(form.id).length).toBeLessThanOrEqual(255);
    for (const name of Object.keys(form.fields)) expect(name.length).toBeLessThanOrEqual(255);
  });

  test('is found again by the callback id of its modal', () => {
    const about = context(id === 'item' ? undefined : orderFor[isOrderFormId(id) ? id : 'submit']);
    const start = form.start(about);
    const view = modal(form, start, about, drawing(form.pages[0]?.id ?? ''));
    expect(formOfCallbackId(view.callback_id ?? '')).toBe(form.id);
    expect(view.callback_id).toBe(formCallbackId(form.id));
  });

  test('lets one go forth and back, and says so until the last page', () => {
    const about = context(id === 'item' ? undefined : orderFor[isOrderFormId(id) ? id : 'submit']);
    const start = form.start(about);
    const ids = pagesOf(form, start, about).map((page) => page.id);
    ids.forEach((page, index) => {
      expect(pageAfter(form, page, start, about)?.id).toBe(ids[index + 1]);
      expect(pageBefore(form, page, start, about)?.id).toBe(ids[Math.max(0, index - 1)]);
      const view = modal(form, start, about, drawing(page));
      expect(view.submit?.text).toBe(index === ids.length - 1 ? form.submit(words) : words.forms.control.next);
      expect(view.blocks.some(({ block_id }) => block_id === 'back')).toBe(index > 0);
    });
  });
});

describe('what is asked depends on what is answered', () => {
  const { form } = orderForms.close;
  const fieldsShown = (outcome: string) => {
    const about = context(orderFor.close);
    const draft = { ...form.start(about), values: { outcome } };
    return blocksOf(drawn(form, draft, about, 'details')).flatMap(({ type, block_id }) =>
      type === 'input' ? [block_id] : [],
    );
  };

  test('a job that was done: when, and whether the client accepts it', () => {
    const wanted = ['endedAt', 'note', 'acceptance', 'acceptedBy', 'photos'];
    expect([fieldsShown('as_ordered'), fieldsShown('with_changes')]).toEqual([wanted, wanted]);
  });

  test('a client who was there is asked for more', () => {
    const about = context(orderFor.close);
    const pages = (values: Record<string, string>) =>
      pagesOf(form, { ...form.start(about), values }, about).map(({ id }) => id);
    for (const acceptance of ['accepted', 'refused'])
      expect(pages({ outcome: 'as_ordered', acceptance })).toEqual(['outcome', 'details', 'client']);
    expect(pages({ outcome: 'as_ordered', acceptance: 'unavailable' })).toEqual(['outcome', 'details']);
    expect(pages({ outcome: 'not_performed', acceptance: 'accepted' })).toEqual(['outcome', 'details']);
  });

  test('a job that was not done: why', () => {
    expect(fieldsShown('not_performed')).toEqual(['reasonCode', 'explanation', 'note', 'photos']);
  });

  test('a reason for changes only where there are some', () => {
    const about = context(orderFor.confirm);
    const { form: confirmation } = orderForms.confirm;
    const start = confirmation.start(about);
    const names = (items: typeof start.items) =>
      modal(confirmation, { ...start, items }, about, drawing('report')).blocks.map(({ block_id }) => block_id);
    expect(names(start.items)).not.toContain('reason');
    expect(names([item('other')])).toContain('reason');
  });
});

describe('a form whose pages and fields do not belong together does not come into being', () => {
  const page: Page = { id: 'one', fields: ['note'] };
  const good = {
    ...{ id: 'x', title: () => 'Title', submit: () => 'Send', drafted: false },
    fields: { note: text({ texts: () => ({ label: 'Note' }), max: 10 }) },
    ...{ pages: [page], start: () => ({ values: {}, items: [], base: 0, submission: 0 }), check: () => ({}) },
  };
  test.each([
    ['a page with a field that is not there', { pages: [page, { id: 'two', fields: ['gone'] }] }, 'no field gone'],
    ['a field that no page shows', { pages: [{ id: 'two', fields: [] }] }, 'field note is on no page'],
  ])('%s', (_, changes, problem) => {
    expect(() => defineForm({ ...good, ...changes })).toThrow(problem);
  });

  test('a good one does', () => {
    expect(defineForm(good).id).toBe('x');
  });
});

test.each(['', 'item', 'constructor', 'toString', '__proto__', 'Approve', 'delete'])(
  '“%s” is no form of an order',
  (id) => {
    expect(isOrderFormId(id)).toBe(false);
  },
);
