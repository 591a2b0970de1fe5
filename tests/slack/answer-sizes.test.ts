import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import type { Draft, Raw } from '../../src/forms/draft.ts';
import { pagesOf } from '../../src/forms/form.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { modal } from '../../src/forms/modal.ts';
import { bytesOf } from '../../src/forms/sizes.ts';
import { fitsAnswer, fitted } from '../../src/slack/transport/answer-size.ts';
import { CAUSES_SHOWN, ROWS_SHOWN } from '../../src/slack/views/desk/failures.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { notice, waitingFor } from '../../src/slack/views/notice.ts';
import { searchModal } from '../../src/slack/views/search.ts';
import { agendaOf } from '../support/agenda.ts';
import { alphabets, worstItems, worstOrder } from '../support/extremes.ts';
import { context, drawing, orderFor } from '../support/forms.ts';
import { failureOf, summaryOf } from '../support/messages.ts';
import { words } from '../support/words.ts';

/** Slack's most for a view. */
const VIEW = 250_000;
const update = (view: unknown) => ({ response_action: 'update', view });
const formIds = Object.keys(orderForms) as OrderFormId[];

/** A form with everything in it as long, and as much of it, as may be; half of the items were removed and others added. */
function worstForm(id: OrderFormId, write: (length: number) => string) {
  const { form } = orderForms[id];
  const state = orderFor[id]?.state;
  const order = state && worstOrder(state, write);
  const about = context(order);
  const start = form.start(about);
  const files = order?.content.attachments ?? worstOrder('approved', write).content.attachments;
  const values = Object.entries(form.fields).map(([name, field]): [string, Raw] => {
    if (field.accumulates) return [name, files];
    return [name, field.typed ? write(3000) : (start.values[name] ?? null)];
  });
  const items = [...worstItems(100, write), ...worstItems(100, write, 'added')].map((item) => ({
    ...item,
    id: item.id.padEnd(36, '-'),
  }));
  const draft: Draft = { ...start, values: Object.fromEntries(values), items };
  return { form, draft, about };
}

describe.each(Object.entries(alphabets))('A1 in %s', (_, write) => {
  test.each(formIds)('every page of “%s” is an answer that Slack takes', (id) => {
    const { form, draft, about } = worstForm(id, write);
    for (const page of pagesOf(form, draft, about))
      for (const itemOffset of [0, 8, 96, 192, 200]) {
        const metadata = 'x'.repeat(300);
        const view = modal(form, draft, about, drawing(page.id, { metadata, itemOffset, resumed: true }));
        expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
        expect(fitsAnswer(update(view)), `${page.id} from ${itemOffset}: ${bytesOf(view)} bytes`).toBe(true);
      }
  });

  test.each(formIds)('“%s” with much to say above it is drawn after a small answer', (id) => {
    const { form, draft, about } = worstForm(id, write);
    for (const page of pagesOf(form, draft, about)) {
      const view = modal(form, draft, about, drawing(page.id, { notice: write(5000), metadata: 'x'.repeat(300) }));
      expect(bytesOf(view)).toBeLessThan(VIEW);
      const small = waitingFor(words, view);
      expect(validateView(JSON.parse(JSON.stringify(small)))).toEqual([]);
      expect(small).toMatchObject({ callback_id: view.callback_id, private_metadata: view.private_metadata });
      expect(fitsAnswer(update(small))).toBe(true);
    }
  });

  test('errors under all fields of a form leave as one answer', () => {
    for (const id of formIds) {
      const errors = Object.fromEntries(Object.keys(orderForms[id].form.fields).map((name) => [name, write(1900)]));
      const shorter = fitted({ response_action: 'errors', errors }) as { errors: Record<string, string> };
      expect(fitsAnswer(shorter)).toBe(true);
      expect(Object.keys(shorter.errors)).toEqual(Object.keys(errors));
    }
  });

  test('a notice with everything that was typed is no larger than a view may be, and what is not shown is counted', () => {
    const own = Array.from({ length: 40 }, () => ({ label: write(300), text: write(9000) }));
    const lines = Array.from({ length: 200 }, () => write(900));
    const view = notice(words, 'Not possible', write(3000), [...own, { label: 'Items', lines }]);
    expect(bytesOf(view)).toBeLessThan(VIEW);
    expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
    expect(JSON.stringify(view.blocks.at(-1))).toMatch(/… and \d+ more paragraphs/);
    expect(fitsAnswer(update(waitingFor(words, view)))).toBe(true);
  });

  test('findings are an answer that Slack takes, and those that have no room are on the next page', () => {
    const order = worstOrder('approved', write);
    const orders = Array.from({ length: 20 }, (__, index) => ({ ...summaryOf(order, index), number: 1000 - index }));
    const view = searchModal({ w: write(500) }, { kind: 'found', orders, more: false }, words);
    expect(fitsAnswer(update(view))).toBe(true);
    const shown = [...JSON.stringify(view).matchAll(/View SO-\d+/g)].length;
    expect(shown).toBeGreaterThan(7);
    const next = JSON.stringify(view).includes(`\\"b\\":${1000 - shown + 1}`);
    expect(next).toBe(shown < orders.length);
  });

  test('Home is no larger than a view may be', () => {
    const order = worstOrder('approved', write);
    const many = Array.from({ length: 80 }, (__, index) => summaryOf(order, index));
    const newest = Array.from({ length: ROWS_SHOWN }, (__, index) => failureOf(order, write(3000), index));
    const causes = Array.from({ length: CAUSES_SHOWN }, (__, n) => ({
      ...{ error: write(3000), remedy: write(3000), count: 80, key: `cause${n}`, newest },
    }));
    const mine = { page: { s: 'scheduled' as const, b: 900 }, orders: many, newer: true, older: true };
    const failures = { total: 5000, causes };
    const view = homeView({ mayAct: true, maySubmit: true, ...agendaOf(order, 20), mine, failures }, words);
    expect(bytesOf(view)).toBeLessThan(VIEW);
    expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  });
});
