import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { accept } from '../../src/forms/answers.ts';
import type { Raw } from '../../src/forms/draft.ts';
import { questionsAbout } from '../../src/forms/fields/questions.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { ITEM_LIMITS, itemDraft, itemForm } from '../../src/forms/pages/item.ts';
import { hoursForm } from '../../src/forms/pages/on-site/hours.ts';
import { notice } from '../../src/slack/views/notice.ts';
import { englishIn } from '../support/catalogue.ts';
import { everyForm, forms, LOCALES, reader, SHORT, spokenIn } from '../support/every-form.ts';
import { worstItems, worstOrder } from '../support/extremes.ts';
import { drawn, orderFor, photo, wellFilled } from '../support/forms.ts';
import { everyPage, fits, longest } from '../support/pages.ts';
import { inState, item, MORNING } from '../support/workflow.ts';

/** What stands under a field. */
const UNDER_A_FIELD = 2000;

/** Answers that are wrong in many ways, form by form. */
const wrong: readonly Readonly<Record<string, Raw>>[] = [
  {},
  { title: 'x'.repeat(100), requestedStart: 1, requestedEnd: 0, priority: 'gone', supervisor: 'UBOT' },
  { supervisor: 'UEXT', coordinator: 'UGONE', attachments: Array(21).fill(photo) },
  { supervisor: 'UNOBODY', attachments: ['F1'], requestedStart: MORNING, requestedEnd: MORNING },
  { supervisor: 'UANA', crew: Array.from({ length: 21 }, (_, n) => `U${n}`) },
  { outcome: 'not_performed', reasonCode: 'other', explanation: '' },
  { outcome: 'with_changes', note: '', acceptance: 'accepted', acceptedBy: '', endedAt: 4_000_000_000 },
  { acceptance: 'unavailable', acceptedBy: 'Mr. Jensen', startedAt: MORNING, endedAt: MORNING },
  { kind: 'material', description: 'Pump', quantity: '1,5', unitPrice: '1.234' },
  { kind: 'material', description: 'Pump', quantity: '1e9', unitPrice: '50-' },
  { kind: 'material', description: 'Pump', quantity: '0', unitPrice: '0.1234567' },
  { kind: 'material', description: 'Pump', quantity: '9'.repeat(20), unitPrice: `-${'9'.repeat(20)}` },
  { kind: 'material', description: 'Pump', quantity: '-1', unitPrice: '-1' },
  { kind: 'material', description: 'Pump', quantity: '9'.repeat(12), unitPrice: '9'.repeat(10) },
];

// The longest: the one with the longest words, and one that is longer than any. The others are among the proofs.
everyForm(['de-DE', 'pseudo']);

/** Theirs, and those of the editors that are pushed on top of them. */
const all = [
  ...forms.map(([id, { form }]) => [id, form] as const),
  ['item', itemForm] as const,
  ['hours', hoursForm] as const,
];
const isEditor = (id: string): id is 'item' | 'hours' => id === 'item' || id === 'hours';

describe.each(LOCALES)('in %s', (locale) => {
  const words = spokenIn(locale);

  test('so does the item editor', () => {
    for (const [currency, decimals] of [
      ['EUR', 2],
      ['JPY', 0],
      ['TND', 3],
    ] as const) {
      const about = reader(locale, undefined, { currency, decimals });
      expect(itemForm.title(words).length).toBeLessThanOrEqual(SHORT);
      expect(itemForm.submit(words).length).toBeLessThanOrEqual(SHORT);
      everyPage(itemForm, itemForm.start(about), about);
      for (const kind of ['material', 'labour'] as const)
        everyPage(itemForm, itemDraft(item('a', { kind, quantity: ITEM_LIMITS.quantity }), about), about);
    }
  });

  test('whatever is wrong is said in words that stand under a field', () => {
    const said = new Set<string>();
    for (const [id, form] of all)
      for (const values of wrong) {
        const about = reader(locale, isEditor(id) ? undefined : orderFor[id]);
        const start = form.start(about);
        const filled = isEditor(id) ? {} : wellFilled[id];
        for (const base of [{}, { ...start.values, ...filled }]) {
          const { errors } = accept(form, { ...start, values: { ...base, ...values } }, about);
          for (const error of Object.values(errors)) {
            expect(error.length, error).toBeLessThanOrEqual(UNDER_A_FIELD);
            expect(error, error).toMatch(/^[^{}]{10,}$/);
            said.add(error);
          }
        }
      }
    expect(said.size).toBeGreaterThan(25);
  });

  test('what is unusual is asked on a page that stands in Slack', () => {
    const by = { id: 'UBEN', name: 'ם'.repeat(80) };
    const similar = [
      { id: 'o1', number: 123_456_789, by, at: MORNING - 3600 },
      { id: 'o2', by, at: MORNING },
    ];
    const items = Array.from({ length: 20 }, (_, n) =>
      item(`i${n}`, { unitPrice: '1.234', description: 'x'.repeat(200) }),
    );
    const odd = [
      { requestedStart: 1_577_880_000, requestedEnd: MORNING },
      { requestedStart: 3_000_000_000, plannedStart: 1_577_880_000 },
      { startedAt: 1_577_880_000, plannedStart: 3_000_000_000, final: [] },
      { startedAt: 1_794_800_000, endedAt: 1_794_900_000 },
      { endedAt: 1_577_880_000, outcome: 'not_performed' },
    ];
    for (const [id, { form }] of forms)
      for (const values of odd) {
        const about = reader(locale, orderFor[id], { similar });
        const start = form.start(about);
        const draft = { ...start, items, values: { ...start.values, ...wellFilled[id], ...values } };
        const questions = questionsAbout(form, draft, about);
        for (const page of form.pages) fits(drawn(form, draft, about, page.id, { questions }), `${id} ${page.id}`);
      }
  });

  test('a notice has its title whole', () => {
    const { title, ...texts } = words.forms.notice;
    for (const heading of Object.values(title)) {
      expect(heading.length, heading).toBeLessThanOrEqual(SHORT);
      const view = notice(
        words,
        heading,
        texts.sent({ order: 'SO-000012', state: words.order.state.changes_requested }),
      );
      expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
      expect(view.title.text).toBe(heading);
    }
  });

  test('buttons are short', () => {
    const { button, control } = words.forms;
    for (const text of [...Object.values(button), ...Object.values(control), ...Object.values(words.items.button)])
      expect(text.length, text).toBeLessThanOrEqual(30);
    for (const text of Object.values(control)) expect(text.length, text).toBeLessThanOrEqual(SHORT);
  });

  test('an item that is edited by people of several languages keeps its unit', () => {
    for (const [unit, own] of Object.entries(words.items.unit)) {
      const about = reader(locale, undefined);
      const { values } = itemDraft(item('a', { unit }), about);
      expect(values.unit).toBe(own);
      expect(accept(itemForm, { ...itemForm.start(about), values }, about).errors).toEqual({});
    }
    expect(itemDraft(item('a', { unit: 'm' }), reader(locale, undefined)).values.unit).toBe('m');
  });
});

test('a closing that an older page offered is drawn with what is true now', () => {
  const about = reader('de-DE', { ...inState.approved, content: { ...inState.approved.content, items: [item('x')] } });
  const { form } = orderForms.close;
  fits(drawn(form, { ...form.start(about), values: { outcome: 'as_ordered' } }, about, 'outcome'), 'outcome');
});

test('no English is written into the forms, wherever it stands', () => {
  const kanji = (length: number) => '循環ポンプ'.repeat(length).slice(0, length);
  const names =
    /Ana Morales|Sam Okafor|Lena Fischer|Farid Haddad|Olga\S* \w+|Greta \w+|Replace pump|Which pump|Botty|Ext Ernal|Gone Person|UNOBODY/g;
  const written: string[] = [];
  for (const [id, form] of all) {
    const about = reader('pseudo', isEditor(id) || !orderFor[id] ? undefined : worstOrder(orderFor[id].state, kanji));
    const start = form.start(about);
    const filled = { ...start, items: worstItems(3, kanji), values: { ...start.values, ...longest(form, kanji) } };
    const questions = questionsAbout(form, filled, about);
    for (const draft of [start, filled])
      for (const page of form.pages)
        written.push(
          ...englishIn(drawn(form, draft, about, page.id, { questions }), names).map((text) => `${id}: ${text}`),
        );
    for (const values of wrong)
      for (const error of Object.values(
        accept(form, { ...start, values: { ...start.values, ...values } }, about).errors,
      ))
        written.push(...englishIn({ text: error }, names).map((text) => `${id}: ${text}`));
  }
  expect(written).toEqual([]);
});
