import fc from 'fast-check';
import { expect } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { accept } from '../../src/forms/answers.ts';
import type { Raw } from '../../src/forms/draft.ts';
import { cleanText } from '../../src/forms/fields/fields.ts';
import { typedInto } from '../../src/forms/fields/user-input.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { itemForm } from '../../src/forms/pages/item.ts';
import { STATES } from '../../src/order/order.ts';
import { channelName } from '../../src/outbox/effects/channel/channel-name.ts';
import { documentModel } from '../../src/pdf/document.ts';
import { card, topic } from '../../src/slack/views/card.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { notice } from '../../src/slack/views/notice.ts';
import { agendaOf } from './agenda.ts';
import { crowd, worstEntries, worstOrder } from './extremes.ts';
import { context, drawn, orderFor, wellFilled } from './forms.ts';
import type { Force } from './fuzz.ts';
import { idsOn } from './hostile.ts';
import { malformedText } from './malformed.ts';
import { cannotPing } from './markup.ts';
import { failureOf, fits, messagesAbout, summaryOf } from './messages.ts';
import { words } from './words.ts';

const STEERING = /[\p{Cc}\p{Bidi_Control}\ufeff]/u;
const file = fc.record({
  fileId: malformedText,
  name: malformedText,
  mimetype: malformedText,
  size: fc.oneof(fc.integer(), fc.double()),
});

/** Whatever a client may say that was entered. */
const raw: fc.Arbitrary<Raw> = fc.oneof(
  { weight: 4, arbitrary: malformedText },
  fc.constantFrom<Raw>(null, 0, -2_208_988_800, 253_402_300_799, 1_795_000_000, 1.5, 1e300, -0),
  fc.array(malformedText, { maxLength: 25 }),
  fc.array(file, { maxLength: 25 }),
);

const forms = [...(Object.keys(orderForms) as OrderFormId[]), 'item' as const];

/** Anything in any field of any form: the page can be drawn with it, and it is accepted clean or refused in words. */
export function anyAnswerIsTakenOrRefused({ runs, seed }: Force): void {
  const entered = fc.record({ id: fc.constantFrom(...forms), where: fc.nat(), value: raw });
  fc.assert(
    fc.property(entered, ({ id, where, value }) => {
      const about = context(id === 'item' ? undefined : orderFor[id]);
      const form = id === 'item' ? itemForm : orderForms[id].form;
      const names = Object.keys(form.fields);
      const name = names[where % names.length] ?? '';
      const start = form.start(about);
      const filled = id === 'item' ? {} : wellFilled[id];
      const draft = { ...start, values: { ...start.values, ...filled, [name]: value } };
      for (const page of form.pages) {
        expect(validateView(drawn(form, draft, about, page.id)), `${id}, ${name}`).toEqual([]);
        for (const said of stringsIn(drawn(form, draft, about, page.id))) expect(said.isWellFormed(), name).toBe(true);
      }
      const repeated = notice(words, words.forms.notice.title.refused, 'Why', typedInto(form, draft, about));
      expect(validateView(JSON.parse(JSON.stringify(repeated))), `${id}, ${name}, repeated`).toEqual([]);
      cannotPing(repeated, mentionable(draft), `${id}, ${name}, repeated`);
      const { answers, errors } = accept(form, draft, about);
      for (const [field, error] of Object.entries(errors)) {
        expect(names, `${id}: an error under ${field}`).toContain(field);
        expect(error.length, `${id}, ${field}`).toBeLessThan(2000);
        expect(error.trim().length, `${id}, ${field}`).toBeGreaterThan(10);
      }
      const answer: unknown = Object.entries(answers).find(([field]) => field === name)?.[1];
      if (typeof answer === 'string') {
        expect(answer.replaceAll(/[\n\t]/g, ''), `${id}, ${name}`).not.toMatch(STEERING);
        expect(answer.isWellFormed()).toBe(true);
      }
      if (typeof answer === 'number') expect(Number.isSafeInteger(answer), `${id}, ${name}: ${answer}`).toBe(true);
    }),
    { numRuns: runs, seed },
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The people that a draft names by id. */
const mentionable = ({ values }: { values: Readonly<Record<string, Raw>> }): string[] =>
  Object.values(values).flatMap((value) =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [String(value)],
  );

/** Without the isolates that a sentence puts around a name that is read from the right. */
const unisolated = (text: string): string => text.replace(/[\u2066\u2068]([^\u2066-\u2069]*)\u2069/g, '$1');

/** What can be seen of a text. */
const visible = (text: string): string =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{White_Space}\ufff9-\ufffb]/gu, '');

/** Whatever was typed and accepted, in every place it may stand: no message pings, links or forges, all fit, the PDF says it. */
export function anyTextIsHarmless({ runs, seed }: Force): void {
  fc.assert(
    fc.property(malformedText, (text) => {
      const write = (length: number) => cleanText(cleanText(text, true).slice(0, length), true) || 'x';
      const line = (length: number) => cleanText(write(length), false);
      const { order } = worstEntries(write);
      const ids = [...idsOn(order), ...crowd('').map(({ id }) => id)];
      for (const [where, message] of Object.entries(messagesAbout(order))) {
        fits(message, where);
        cannotPing(message, ids, where);
      }
      for (const state of STATES) {
        const lined = worstOrder(state, line);
        cannotPing(card(lined, words), ids, state);
        expect(topic(lined, words), state).not.toMatch(/[<>\n]/);
        expect(topic(lined, words).length, state).toBeLessThanOrEqual(250);
        for (const n of [1, 12]) {
          const name = channelName(lined, n, n);
          expect(name, state).toMatch(/^so-[\p{L}\p{M}\p{N}_-]+$/u);
          expect(name.length, state).toBeLessThanOrEqual(80);
          expect(name, state).toBe(name.toLowerCase());
          expect(name, state).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
        }
      }
      const waiting = [summaryOf(order)];
      const newest = [failureOf(order, text, 1)];
      const failures = { total: 1, causes: [{ error: text, remedy: text, count: 1, key: 'a', newest }] };
      const home = homeView(
        {
          mayAct: true,
          maySubmit: true,
          ...agendaOf(order, 20),
          mine: { page: { s: '' }, orders: waiting, newer: true, older: true },
          failures,
        },
        words,
      );
      expect(validateView(JSON.parse(JSON.stringify(home)))).toEqual([]);
      cannotPing(home, []);
      expect(
        validateView(
          JSON.parse(
            JSON.stringify(notice(words, words.forms.notice.title.order, 'x', [{ label: 'Note', text: write(3000) }])),
          ),
        ),
      ).toEqual([]);

      const model = documentModel(order, 2);
      expect(visible(model.description)).toBe(visible(order.content.description));
      expect(visible(model.subject)).toBe(visible(order.content.title));
      expect(model.client.map(({ value }) => visible(value))).toContain(visible(order.content.client) || undefined);
      for (const said of stringsIn(model)) {
        expect(said.isWellFormed(), said).toBe(true);
        expect(unisolated(said).replaceAll('\n', ''), said).not.toMatch(STEERING);
        if (!/undefined|NaN/.test(text)) expect(said).not.toMatch(/undefined|NaN/);
      }
    }),
    { numRuns: runs, seed },
  );
}
