import type { Action } from '../../order/action.ts';
import { changesBetween } from '../../order/amounts/items.ts';
import type { Words } from '../../words/words.ts';
import type { FormContext } from '../context.ts';
import { type Draft, filesIn, type Raw, textIn } from '../draft.ts';
import { type Form, fieldsIn } from '../form.ts';
import { date, escaped, isUserId, mention } from '../mrkdwn.ts';
import { baseItems } from '../pages/confirmation.ts';
import { changeLines } from '../pages/review.ts';
import { cleanText } from './fields.ts';

/** One thing a person put into a form: their own words as they are, or lines of escaped mrkdwn. */
export type UserInput =
  | { readonly label: string; readonly text: string }
  | { readonly label: string; readonly lines: readonly string[] };

/** What a person put into a form, beyond what it `start`ed with: they are shown it when it cannot be sent. */
export function typedInto(form: Form, draft: Draft, context: FormContext, start?: Draft): UserInput[] {
  const typed = Object.entries(fieldsIn(form, draft, context)).flatMap(([name, field]): UserInput[] => {
    const raw = draft.values[name] ?? null;
    if (JSON.stringify(raw) === JSON.stringify(start?.values[name] ?? null)) return [];
    const { label } = field.texts(context);
    if (!field.typed) return chosen(label, raw, field.people?.(raw) ?? [], context.words);
    const text = cleanText(field.said ? field.said(raw, context) : textIn(raw), true);
    return text ? [{ label, text }] : [];
  });
  // Where no list is shown, none was changed.
  if (form.pages.every(({ items }) => items === undefined)) return typed;
  const changes = changesBetween(
    draft.base > 0 ? baseItems(draft, context) : (start?.items ?? []),
    draft.items,
    context.decimals,
  );
  if (changes.length === 0) return typed;
  return [...typed, { label: context.words.items.label, lines: changeLines(changes, context) }];
}

/** Those of a person's own words that are no part of what was accepted. */
export function wordsNotIn(action: Action, typed: readonly UserInput[]): UserInput[] {
  const accepted = JSON.stringify(action);
  return typed.filter((one) => 'text' in one && !accepted.includes(JSON.stringify(one.text).slice(1, -1)));
}

/** People by mention, files by name, instants in the reader's zone; what was merely ticked is quickly ticked again. */
function chosen(label: string, raw: Raw, people: readonly string[], words: Words): UserInput[] {
  if (typeof raw === 'number') return [{ label, lines: [date(raw, words)] }];
  const named = people.filter(isUserId);
  if (named.length > 0) return [{ label, lines: [named.map(mention).join(' ')] }];
  const files = filesIn(raw).flatMap(({ name }) => cleanText(name, false) || []);
  return files.length > 0 ? [{ label, lines: files.map(escaped) }] : [];
}
