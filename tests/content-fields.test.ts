import { describe, expect, test } from 'vitest';
import { tokensOf } from '../db/rows/search-tokens.ts';
import { orderForms } from '../src/forms/forms.ts';
import { ownValues } from '../src/forms/own/fields.ts';
import { orderReview } from '../src/forms/pages/order-review.ts';
import type { Content } from '../src/order/content.ts';
import type { WholeOrder } from '../src/order/order.ts';
import type { OrderType, OwnField } from '../src/order/own-fields.ts';
import { answerTo } from '../src/order/own-fields.ts';
import { documentModel } from '../src/pdf/document.ts';
import { card } from '../src/slack/views/card.ts';
import { context } from './support/forms.ts';
import { words } from './support/words.ts';
import { actions, content, farid, item, taken, unborn } from './support/workflow.ts';

/** Where people meet a field of an order's content; a field that is missing here does not compile. */
type Places = { readonly [K in keyof Content]: { readonly other: Content[K]; readonly notIn?: readonly Place[] } };
type Place = 'card' | 'document' | 'review' | 'search';

const photo = { fileId: 'F9', name: 'boiler room.jpg', mimetype: 'image/jpeg', size: 1 };
const meter: OwnField = {
  ...{ id: 'f1', kind: 'text', label: 'Meter', asked: 'submit', required: false, unit: '', choices: [] },
};
const closing = { photos: false, checklist: false, acceptance: false };
const inspection: OrderType = { id: 't1', name: 'Inspection', fields: [meter], closing };
const fields: Places = {
  title: { other: 'Service boiler' },
  client: { other: 'Globex' },
  location: { other: 'Harbour 7' },
  description: { other: 'Smells of gas' },
  priority: { other: 'urgent', notIn: ['search'] },
  requestedStart: { other: content.requestedStart - 3600, notIn: ['search'] },
  requestedEnd: { other: content.requestedEnd + 3600, notIn: ['search'] },
  contact: { other: 'Mr Jensen' },
  clientReference: { other: 'PO-4711' },
  items: { other: [item('a', { description: 'Burner' })] },
  // The crew stands in its place once the order is approved.
  proposedCrew: { other: [farid], notIn: ['card', 'document', 'search'] },
  attachments: { other: [photo], notIn: ['search'] },
  // The workspace's until the order is submitted; the review then shows what it counts in.
  currency: { other: 'USD', notIn: ['search', 'review'] },
  decimals: { other: 3, notIn: ['search', 'review'] },
  taxRate: { other: 10_000, notIn: ['search', 'review'] },
  // Their names stand in client and location; a card offers what was done there before.
  clientOnFile: {
    other: { id: 'c1', externalId: 'C-1', taxId: 'DE 123', address: '1 Way', language: '', paymentNotes: '30 days' },
    notIn: ['review', 'search'],
  },
  siteOnFile: {
    other: { id: 's1', externalId: 'S-1', name: 'Plant', accessNotes: 'Ring twice' },
    notIn: ['document', 'review', 'search'],
  },
  type: { other: inspection },
  own: { other: [answerTo(meter, 'B-4711')], notIn: ['card'] },
  // Says who reads what, and is read nowhere itself.
  pricesFor: { other: 'office', notIn: ['card', 'document', 'review', 'search'] },
};

/** An approved order with this content. */
function approved(what: Content): WholeOrder {
  const submit = actions().submit;
  if (submit.type !== 'submit') throw expect.unreachable();
  const submitted = taken(unborn, { ...submit, content: what }).order;
  return taken(submitted, actions().approve).order;
}

const shown: Readonly<Record<Place, (what: Content) => unknown>> = {
  card: (what) => card(approved(what), words),
  document: (what) => documentModel(approved(what), 1),
  review({ items, proposedCrew = [], type = { ...inspection, name: '' }, own, ...values }) {
    const about = context(undefined);
    const { start } = orderForms.submit.form;
    const { currency: _c, decimals: _d, taxRate: _t, clientOnFile, siteOnFile, ...typed } = values;
    return orderReview(
      {
        ...start(about),
        items,
        type,
        values: {
          ...start(about).values,
          ...ownValues(type, own, about),
          ...typed,
          proposedCrew: proposedCrew.map(({ id }) => id),
        },
      },
      about,
    );
  },
  search(what) {
    return tokensOf({ ...approved(what), number: 1, content: what });
  },
};

describe.each(Object.keys(shown) as Place[])('the %s', (place) => {
  test.each(Object.entries(fields))('says the %s of an order', (name, { other, notIn = [] }) => {
    const before = JSON.stringify(shown[place](content));
    const after = JSON.stringify(shown[place]({ ...content, [name]: other }));
    if (notIn.includes(place)) expect(after).toBe(before);
    else expect(after).not.toBe(before);
  });
});

test('each field that somebody types is in the form of a new order', () => {
  const typed = Object.keys(fields).filter(
    (name) =>
      !['items', 'currency', 'decimals', 'taxRate', 'pricesFor', 'clientOnFile', 'siteOnFile', 'type', 'own'].includes(
        name,
      ),
  );
  expect(Object.keys(orderForms.submit.form.fields)).toEqual(expect.arrayContaining(typed));
});
