import { cleanText } from '../../forms/fields/fields.ts';
import { PRIORITIES } from '../../order/content.ts';
import { OWN_FORMS, OWN_KINDS, type OwnForm, type OwnKind } from '../../order/own-fields.ts';
import type { Words } from '../../words/words.ts';
import { TYPE_LIMITS, type TypeData } from '../master-data.ts';

/** What somebody typed into an editor, by the block of each input: text, an option, or ticks. */
export type TypedInto = ReadonlyMap<string, string | readonly string[]>;

/** Sentences by block. */
export type TypeErrors = Readonly<Record<string, string>>;

/** The inputs of the editors; their blocks are called so. */
export const BASICS = ['name', 'title', 'description', 'priority', 'closing', 'active'] as const;
export const FIELD = ['label', 'kind', 'asked', 'required', 'unit', 'choices'] as const;

/** The option that stands for no priority. */
export const NO_PRIORITY = 'none';

/** What closing may ask for. */
export const DEMANDS = ['photos', 'checklist', 'acceptance'] as const;

/** What an order type says besides its fields and items, and whether it is active. */
export type TypeBasics = Pick<TypeData, 'name' | 'title' | 'description' | 'priority' | 'closing'> & {
  readonly active: boolean;
};

export type TypeField = TypeData['fields'][number];

const textIn = (typed: TypedInto, block: string): string => {
  const value = typed.get(block);
  return typeof value === 'string' ? value : '';
};
const ticksIn = (typed: TypedInto, block: string): readonly string[] => {
  const value = typed.get(block);
  return typeof value === 'object' ? value : [];
};

/** A text as it is kept, or a sentence. */
function text(typed: string, max: number, { error }: Words['fields'], { lines = false, needed = false } = {}) {
  const read = cleanText(typed, lines);
  if (needed && read === '') return { error: error.required };
  return read.length > max ? { error: error.tooLong({ max, length: read.length }) } : { ok: read };
}

/** One of these options, or a sentence. */
function option<V extends string>(typed: string, options: readonly V[], { error }: Words['fields']) {
  const chosen = options.find((one) => one === typed);
  return chosen === undefined ? { error: error.option } : { ok: chosen };
}

type Read<T> = { readonly ok: T } | { readonly error: string };

/** What was read, where nothing in it is wrong. */
function whole<T extends Record<string, unknown>>(
  read: { [K in keyof T]: Read<T[K]> },
): { ok: T } | { errors: TypeErrors } {
  const errors: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries<Read<unknown>>(read))
    if ('error' in one) errors[name] = one.error;
    else values[name] = one.ok;
  return Object.keys(errors).length > 0 ? { errors } : { ok: values as T };
}

/** What somebody typed for a type, but for its fields. */
export function readBasics(typed: TypedInto, { fields }: Words): { ok: TypeBasics } | { errors: TypeErrors } {
  const { name, title, description } = TYPE_LIMITS;
  const priority = textIn(typed, 'priority');
  const ticked = ticksIn(typed, 'closing');
  const active = option(textIn(typed, 'active') || 'yes', ['yes', 'no'], fields);
  return whole<TypeBasics>({
    name: text(textIn(typed, 'name'), name, fields, { needed: true }),
    title: text(textIn(typed, 'title'), title, fields),
    description: text(textIn(typed, 'description'), description, fields, { lines: true }),
    priority: option(priority === NO_PRIORITY ? '' : priority, ['', ...PRIORITIES], fields),
    closing: {
      ok: {
        photos: ticked.includes('photos'),
        checklist: ticked.includes('checklist'),
        acceptance: ticked.includes('acceptance'),
      },
    },
    active: active.ok === undefined ? { error: active.error } : { ok: active.ok === 'yes' },
  });
}

/** What somebody typed for an own field. A unit is kept of a number only, choices of a choice. */
export function readField(id: string, typed: TypedInto, words: Words): { ok: TypeField } | { errors: TypeErrors } {
  const { fields } = words;
  const kind = option<OwnKind>(textIn(typed, 'kind'), OWN_KINDS, fields);
  const isKind = (one: OwnKind) => 'ok' in kind && kind.ok === one;
  const unit = text(textIn(typed, 'unit'), TYPE_LIMITS.unit, fields);
  return whole<TypeField>({
    id: { ok: id },
    kind,
    label: text(textIn(typed, 'label'), TYPE_LIMITS.label, fields, { needed: true }),
    asked: option<OwnForm>(textIn(typed, 'asked'), OWN_FORMS, fields),
    required: { ok: ticksIn(typed, 'required').includes('yes') },
    unit: isKind('number') ? unit : { ok: '' },
    choices: isKind('choice') ? choicesIn(textIn(typed, 'choices'), words) : { ok: [] },
  });
}

/** Choices, one a line. */
function choicesIn(typed: string, { types }: Words): Read<string[]> {
  const { choices: most, choice: longest } = TYPE_LIMITS;
  const say = types.error;
  const lines = typed.split(/\r\n?|\n/).flatMap((line) => cleanText(line, false) || []);
  const [twice] = lines.filter((line, at) => lines.indexOf(line) !== at);
  if (lines.length < 2) return { error: say.choices };
  if (lines.length > most) return { error: say.tooManyChoices({ max: most }) };
  if (lines.some((line) => line.length > longest)) return { error: say.longChoice({ max: longest }) };
  return twice === undefined ? { ok: lines } : { error: say.sameChoice({ choice: twice }) };
}
