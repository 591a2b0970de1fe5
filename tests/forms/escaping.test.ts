import { describe, expect, test } from 'vitest';
import type { Raw } from '../../src/forms/draft.ts';
import { pagesOf } from '../../src/forms/form.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { itemDraft, itemForm } from '../../src/forms/pages/item.ts';
import { context, drawn, orderFor, photo, wellFilled } from '../support/forms.ts';
import { poisoned } from '../support/hostile.ts';
import { cannotPing, HOSTILE, seen } from '../support/markup.ts';
import { item } from '../support/workflow.ts';

const forms = Object.entries(orderForms) as [OrderFormId, OrderForm][];

describe('whatever people typed, no page of a form pings, links or forges', () => {
  test.each(forms)('%s', (id, { form }) => {
    const order = orderFor[id] && poisoned(orderFor[id]);
    const about = context(order);
    const start = form.start(about);
    const typed = Object.fromEntries(
      Object.entries(wellFilled[id]).map(([name, raw]): [string, Raw] => [
        name,
        typeof raw === 'string' && /\s/.test(raw) ? HOSTILE : raw,
      ]),
    );
    const files = [poisoned(photo)];
    const items = [
      poisoned(item('a', { quantity: 2000 })),
      { ...poisoned(item('b')), description: 'b' },
      poisoned(item('new')),
    ];
    const draft = { ...start, items, values: { ...start.values, ...typed, attachments: files, photos: files } };
    for (const page of pagesOf(form, draft, about)) cannotPing(drawn(form, draft, about, page.id), [], page.id);
  });

  test('the item editor', () => {
    const about = context(undefined);
    cannotPing(drawn(itemForm, itemDraft(poisoned(item('a')), about), about, 'item'), []);
  });
});

test('and what they typed is still shown as they typed it', () => {
  const about = context(undefined);
  const { form } = orderForms.submit;
  const draft = { ...form.start(about), items: [item('a', { description: 'Tom & <Jerry>' })] };
  expect(seen(drawn(form, draft, about, 'items')).join('\n')).toContain('*Tom &amp; &lt;Jerry&gt;*');
});
