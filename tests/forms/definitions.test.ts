import { describe, expect, test } from 'vitest';
import { objectOf } from '../../sandbox/server/json.ts';
import { text } from '../../src/forms/fields.ts';
import { defineForm, type Form, type Page, pagesOf } from '../../src/forms/form.ts';
import { isOrderFormId, type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { formCallbackId, formOfCallbackId } from '../../src/forms/ids.ts';
import { modal, pageAfter, pageBefore } from '../../src/forms/modal.ts';
import { itemForm } from '../../src/forms/pages/item.ts';
import { blocksOf, context, drawing, drawn, orderFor } from '../support/forms.ts';
import { item } from '../support/workflow.ts';

const all: readonly [string, Form][] = [
  ...(Object.entries(orderForms) as [OrderFormId, OrderForm][]).map(([id, { form }]): [string, Form] => [id, form]),
  ['item', itemForm],
];

/** The labels of the product's description, form by form, page by page. */
const asked: Readonly<Record<string, readonly (readonly string[])[]>> = {
  submit: [
    ['Title', 'Client', 'Service location', 'Description of the work', 'Priority'],
    ['Requested start', 'Requested end', 'Supervisor', 'Coordinator', 'Contact on site', 'Client reference'],
    ['Attachments'],
    [],
  ],
  resubmit: [
    ['Title', 'Client', 'Service location', 'Description of the work', 'Priority'],
    ['Requested start', 'Requested end', 'Supervisor', 'Coordinator', 'Contact on site', 'Client reference'],
    ['Attachments'],
    [],
  ],
  approve: [['Field workers', 'Coordinator', 'Planned start', 'Comment', 'Sign with your full name']],
  assign: [['Field workers', 'Coordinator', 'Planned start']],
  reject: [['Reason']],
  request_changes: [['Reason']],
  withdraw: [['Reason']],
  reopen: [['Reason']],
  confirm: [
    [],
    ['Work done', 'Work started', 'Work ended', 'Reason for the changes', 'Photos', 'Finished?'],
    ['Closing note', 'Client acceptance', 'Accepted by'],
    [],
  ],
  close: [
    ['Outcome'],
    ['Reason', 'Explanation', 'Work ended', 'Closing note', 'Client acceptance', 'Accepted by', 'Photos'],
  ],
  item: [['Kind', 'Description', 'Quantity', 'Unit', 'Unit price']],
};
const optional = [
  ...['Coordinator', 'Contact on site', 'Client reference', 'Attachments', 'Planned start', 'Comment', 'Photos'],
  ...['Finished?', 'Explanation', 'Closing note', 'Accepted by', 'Unit', 'Unit price'],
];

describe.each(all)('the form %s', (id, form) => {
  test('asks what the product says, in its words', () => {
    const label = (name: string) => form.fields[name]?.label ?? '';
    expect(form.pages.map(({ fields }) => fields.map(label))).toEqual(asked[id]);
    for (const { label: name, optional: may } of Object.values(form.fields))
      expect(may ?? false, name).toBe(optional.includes(name));
  });

  test('keeps Slack’s limits in everything that is fixed', () => {
    expect(form.title.length).toBeLessThanOrEqual(24);
    expect(form.submit.length).toBeLessThanOrEqual(24);
    expect(formCallbackId(form.id).length).toBeLessThanOrEqual(255);
    for (const [name, { label, hint }] of Object.entries(form.fields)) {
      expect(name.length).toBeLessThanOrEqual(255);
      expect(label.length).toBeLessThanOrEqual(75);
      expect((hint ?? '').length).toBeLessThanOrEqual(150);
    }
  });

  test('is found again by the callback id of its modal', () => {
    const about = context(id === 'item' ? undefined : orderFor[isOrderFormId(id) ? id : 'submit']);
    const start = form.start(about);
    const view = modal(form, start, about, drawing(form.pages[0]?.id ?? ''));
    expect(formOfCallbackId(view.callback_id ?? '')).toBe(form.id);
    expect(view.callback_id).toBe(formCallbackId(form.id));
  });

  test('lets one go forth and back, and says Next until the last page', () => {
    const about = context(id === 'item' ? undefined : orderFor[isOrderFormId(id) ? id : 'submit']);
    const start = form.start(about);
    const ids = pagesOf(form, start, about).map((page) => page.id);
    ids.forEach((page, index) => {
      expect(pageAfter(form, page, start, about)?.id).toBe(ids[index + 1]);
      expect(pageBefore(form, page, start, about)?.id).toBe(ids[Math.max(0, index - 1)]);
      const view = modal(form, start, about, drawing(page));
      expect(view.submit?.text).toBe(index === ids.length - 1 ? form.submit : 'Next');
      expect(view.blocks.some(({ block_id }) => block_id === 'back')).toBe(index > 0);
    });
  });
});

describe('what is asked depends on what is answered', () => {
  const { form } = orderForms.close;
  const fieldsShown = (outcome: string) => {
    const about = context(orderFor.close);
    const draft = { ...form.start(about), values: { outcome } };
    return blocksOf(drawn(form, draft, about, 'details')).flatMap(({ type, label }) =>
      type === 'input' ? [objectOf(label).text] : [],
    );
  };

  test('a job that was done: when, and whether the client accepts it', () => {
    const wanted = ['Work ended', 'Closing note', 'Client acceptance', 'Accepted by', 'Photos'];
    expect([fieldsShown('as_ordered'), fieldsShown('with_changes')]).toEqual([wanted, wanted]);
  });

  test('a job that was not done: why', () => {
    expect(fieldsShown('not_performed')).toEqual(['Reason', 'Explanation', 'Closing note', 'Photos']);
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

describe('a form that Slack would refuse does not come into being', () => {
  const page: Page = { id: 'one', fields: ['note'] };
  const good = {
    ...{ id: 'x', title: 'Title', submit: 'Send', drafted: false, fields: { note: text({ label: 'Note', max: 10 }) } },
    ...{ pages: [page], start: () => ({ values: {}, items: [], base: 0, submission: 0 }), check: () => ({}) },
  };
  test.each([
    ['a title that is too long', { title: 'x'.repeat(25) }, 'title longer than 24'],
    ['a submit button that is too long', { submit: 'x'.repeat(25) }, 'submit longer than 24'],
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
