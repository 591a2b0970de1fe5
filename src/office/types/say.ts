import { decimalText } from '../../order/amounts/decimal.ts';
import { shownUnit } from '../../words/units.ts';
import type { Words } from '../../words/words.ts';
import type { TypeData, TypeRecord } from '../master-data.ts';
import { DEMANDS, type TypeField } from './read.ts';

/** What an own field is, in a few words: `Number (bar) · Confirmation · required`. */
export function fieldText({ kind, asked, required, unit, choices }: TypeField, { types }: Words): string {
  const what = unit === '' ? types.kind[kind] : `${types.kind[kind]} (${unit})`;
  return [
    what,
    types.asked[asked],
    ...(required ? [types.required] : []),
    ...(choices.length > 0 ? [choices.join(', ')] : []),
  ].join(' · ');
}

/** What closing asks for, in words; '' for nothing. */
export const closingText = ({ closing }: Pick<TypeData, 'closing'>, { types }: Words): string =>
  DEMANDS.flatMap((one) => (closing[one] ? [types.closing[one]] : [])).join(' · ');

/** One thing that is different in a type than it was; '' where it was not there, or is not any more. */
export interface TypeChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** It is one of a list: it was added, changed or removed. */
  readonly listed?: true;
}

/** What is different between two states of a type, in words. */
export function typeChanges(before: TypeRecord, after: TypeRecord, words: Words): TypeChange[] {
  const say = words.types;
  const [was, is] = [before, after].map((one): [string, string][] => [
    [say.label.name, one.data.name],
    [say.label.title, one.data.title],
    [say.label.description, one.data.description],
    [say.label.priority, one.data.priority === '' ? '' : words.order.priority[one.data.priority]],
    [say.label.closing, closingText(one.data, words)],
    [words.records.label.active, one.active ? words.records.choice.active : words.records.choice.inactive],
  ]);
  const basics = (was ?? []).flatMap(([label, value], at) => {
    const now = is?.[at]?.[1] ?? '';
    return value === now ? [] : [{ label, before: value, after: now }];
  });
  return [
    ...basics,
    ...listChanges(before.data.fields, after.data.fields, say.label.fields, (one) => ({
      name: one.label,
      text: fieldText(one, words),
    })),
    ...listChanges(before.data.items, after.data.items, say.label.items, (one) => ({
      name: one.description,
      text: [decimalText(BigInt(one.quantity), 3), shownUnit(one.unit, words)].join(' '),
    })),
  ];
}

/** What is different in a list of things with ids: what was added, removed or changed, or only their order. */
function listChanges<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  list: string,
  said: (one: T) => { readonly name: string; readonly text: string },
): TypeChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const changes = ids.flatMap((id) => {
    const [was, is] = [before, after].map((all) => all.find((one) => one.id === id));
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const text = (one: T | undefined) => (one ? [said(one).name, said(one).text].join(': ') : '');
    return [{ label: list, before: text(was), after: text(is), listed: true as const }];
  });
  const order = (all: readonly T[]) => all.map((one) => said(one).name).join(', ');
  const moved = JSON.stringify(before.map(({ id }) => id)) !== JSON.stringify(after.map(({ id }) => id));
  return changes.length === 0 && moved ? [{ label: list, before: order(before), after: order(after) }] : changes;
}
