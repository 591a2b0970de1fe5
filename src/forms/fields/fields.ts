import type { PlainTextInput, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { minutesOf } from '../../order/amounts/hours.ts';
import type { Attachment } from '../../order/content.ts';
import { composed } from '../../order/text/text.ts';
import type { Words } from '../../words/words.ts';
import type { FormContext } from '../context.ts';
import { listIn, type Raw, textIn } from '../draft.ts';
import type { Accepted, Field, FieldTexts } from '../form.ts';
import { plain } from '../mrkdwn.ts';
import { MAX_NUMBER } from './numbers.ts';

/** The action id of every form input; the number changes when Slack must forget what was typed. */
export const inputActionId = 'field';

/** What every kind of field is told. */
export interface Asked {
  texts(context: FormContext): FieldTexts;
}

/** Nothing was entered where something must be. */
export const missing = ({ words }: FormContext) => ({ error: words.fields.error.required });

/**
 * Text as it may be kept: trimmed, composed, without control characters and without the marks that reverse the
 * direction of what follows; '' when nothing of it can be seen. Line breaks survive only where `multiline`.
 */
export function cleanText(text: string, multiline: boolean): string {
  const lines = composed(text.toWellFormed()).replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const allowed = lines.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\ufeff\ufff9-\ufffb]/gu, '');
  if (!/[^\s\p{Default_Ignorable_Code_Point}]/u.test(allowed)) return '';
  // The spaces at the head of several lines make a list of them.
  if (multiline && allowed.trim().includes('\n')) return allowed.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
  return (multiline ? allowed : allowed.replace(/\s+/g, ' ')).trim();
}

/** The first `max` characters, without halves of pairs. */
export const cut = (text: string, max: number): string =>
  text
    .slice(0, max)
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed();

function textInput(current: Raw, max_length: number): PlainTextInput {
  const shown = cut(textIn(current), max_length);
  return {
    type: 'plain_text_input',
    action_id: inputActionId,
    max_length,
    ...(shown ? { initial_value: shown } : {}),
  };
}

interface TextOptions extends Asked {
  readonly max: number;
  readonly multiline?: boolean;
  readonly optional?: boolean;
}

/** A line or a paragraph. `max` in characters; Slack allows 3000. Answers '' when optional and empty. */
export function text({ max, multiline = false, ...asked }: TextOptions): Field<string> {
  return {
    ...asked,
    typed: true,
    render: (current, context) => {
      const { placeholder } = asked.texts(context);
      return {
        ...textInput(current, max),
        multiline,
        ...(placeholder ? { placeholder: plain(placeholder) } : {}),
      };
    },
    read: (state) => state.value ?? null,
    accept: (raw, context) => {
      const value = cleanText(textIn(raw), multiline);
      const { length } = value;
      if (length === 0) return asked.optional ? { ok: '' } : missing(context);
      return length > max ? { error: context.words.fields.error.tooLong({ max, length }) } : { ok: value };
    },
  };
}

/** Slack draws instants of exactly ten digits (September 2001 to 2286); any other would refuse the whole page. */
const drawable = (seconds: number): boolean => /^[1-9]\d{9}$/.test(String(seconds));

/** A date and time. Answers UNIX seconds. Years 2000 to 2100. */
export function dateTime(asked: Asked): Field<number> {
  return {
    ...asked,
    render: (current) => ({
      type: 'datetimepicker',
      action_id: inputActionId,
      ...(typeof current === 'number' && drawable(current) ? { initial_date_time: current } : {}),
    }),
    read: (state) => state.selected_date_time ?? null,
    accept: (raw, context) => {
      if (raw === null) return missing(context);
      const sane = typeof raw === 'number' && Number.isInteger(raw) && raw >= 946_684_800 && raw < 4_102_444_800;
      return sane ? { ok: raw } : { error: context.words.fields.error.date };
    },
  };
}

/** A day. Answers it as `2026-11-28`. Years 1900 to 2100: what is asked may be long past. */
export function date(asked: Asked): Field<string> {
  return {
    ...asked,
    render: (current) => ({
      type: 'datepicker',
      action_id: inputActionId,
      ...(isDay(textIn(current)) ? { initial_date: textIn(current) } : {}),
    }),
    read: (state) => state.selected_date ?? null,
    accept: (raw, context) => {
      if (raw === null) return missing(context);
      return isDay(textIn(raw)) ? { ok: textIn(raw) } : { error: context.words.fields.error.day };
    },
  };
}

/** Whether a text is a day as Slack writes them, in the years that forms take. */
export function isDay(text: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A time of a day. Answers minutes from midnight. */
export function timeOfDay(asked: Asked): Field<number> {
  return {
    ...asked,
    render: (current) => ({
      type: 'timepicker',
      action_id: inputActionId,
      ...(minutesOf(textIn(current)) === undefined ? {} : { initial_time: textIn(current) }),
    }),
    read: (state) => state.selected_time ?? null,
    accept: (raw, context) => {
      const minutes = minutesOf(textIn(raw));
      return minutes === undefined ? missing(context) : { ok: minutes };
    },
  };
}

interface Option<V extends string> {
  readonly value: V;
  readonly text: string;
}

interface SelectOptions<V extends string> extends Asked {
  readonly as: 'menu' | 'radio';
  options(context: FormContext): readonly Option<V>[];
}

/** One of a few; `as: 'radio'` shows them all at once (at most 10), which is kinder to thumbs. */
export function select<V extends string>({ as, options, ...asked }: SelectOptions<V>): Field<V> {
  return {
    ...asked,
    render: (current, context) => {
      const shown: PlainTextOption[] = options(context).map(({ value, text }) => ({ text: plain(text), value }));
      const initial = shown.find((option) => option.value === current);
      const common = { action_id: inputActionId, options: shown, ...(initial ? { initial_option: initial } : {}) };
      return as === 'radio' ? { type: 'radio_buttons', ...common } : { type: 'static_select', ...common };
    },
    read: (state) => state.selected_option?.value ?? null,
    accept: (raw, context) => {
      if (raw === null) return missing(context);
      const chosen = options(context).find((option) => option.value === raw);
      return chosen ? { ok: chosen.value } : { error: context.words.fields.error.option };
    },
  };
}

/** A single tick. */
export function checkbox({ option, ...asked }: Asked & { option(words: Words): string }): Field<boolean> {
  return {
    ...asked,
    optional: true,
    render: (current, { words }) => {
      const options = [{ text: plain(option(words)), value: 'yes' }];
      const initial = listIn(current).includes('yes') ? { initial_options: options } : {};
      return { type: 'checkboxes', action_id: inputActionId, options, ...initial };
    },
    read: (state) => (state.selected_options ?? []).map(({ value }) => value),
    accept: (raw) => ({ ok: listIn(raw).includes('yes') }),
  };
}

interface DecimalOptions<A> extends Asked {
  /** What the text says, or a sentence for under the field. */
  read(typed: string, context: FormContext): Accepted<A>;
}

/**
 * A decimal, typed as text: Slack's own number input takes no comma, no grouping and on a phone no minus.
 */
export function decimal<A>({ read, ...asked }: DecimalOptions<A>): Field<A> {
  return {
    ...asked,
    typed: true,
    render: (current) => textInput(current, MAX_NUMBER),
    read: (state) => state.value ?? null,
    accept: (raw, context) => {
      if (cleanText(textIn(raw), false) === '') return missing(context);
      return read(textIn(raw), context);
    },
  };
}

const AttachmentShape: z.ZodType<Attachment> = z.object({
  from: z.string().optional(),
  fileId: z.string(),
  name: z.string(),
  mimetype: z.string(),
  size: z.number(),
});

/** Files that stay with Slack; at most `max` in all (Slack: 10 per input, 10 MB each). */
export function files({ max, ...asked }: Asked & { max: number }): Field<readonly Attachment[]> {
  return {
    ...asked,
    optional: true,
    accumulates: true,
    render: () => ({ type: 'file_input', action_id: inputActionId, max_files: Math.min(max, 10) }),
    read: (state) => [...(state.files ?? [])],
    accept: (raw, { words: { fields } }) => {
      const parsed = z.array(AttachmentShape).safeParse(raw ?? []);
      if (!parsed.success) return { error: fields.error.incompleteFiles };
      if (parsed.data.length > max) return { error: fields.error.tooManyFiles({ max }) };
      return { ok: parsed.data };
    },
  };
}

/** A field that may be left empty: it answers null then. */
export const optional = <A>(field: Field<A>): Field<A | null> => ({
  ...field,
  optional: true,
  accept: (raw, context) =>
    raw === null || (typeof raw === 'string' && cleanText(raw, false) === '')
      ? { ok: null }
      : field.accept(raw, context),
});

/** A field that is not always asked: it answers undefined where its page leaves it out. */
export const conditional = <A>(field: Field<A>): Field<A | undefined> => field;
