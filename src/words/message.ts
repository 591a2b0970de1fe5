import type { GetICUArgs } from '@schummar/icu-type-parser';
import { IntlMessageFormat } from 'intl-messageformat';

/** What a message is given: text for `{name}`, a number for `{n, number}` and plurals, one of its words for a select. */
export type ArgsOf<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: string; ICUNumberArgument: number | bigint; ICUDateArgument: Date }
>;

/** A message as code uses it: the sentence itself, or a function of its placeholders. */
export type Message<Text extends string> = keyof ArgsOf<Text> extends never ? string : (args: ArgsOf<Text>) => string;

/** A tree of messages as a catalogue writes it, in ICU MessageFormat. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** A catalogue as code uses it. */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends string ? Message<T[K]> : T[K] extends object ? Messages<T[K]> : never;
};

/** A catalogue in another language: the same keys, and in each message the same placeholders. */
export type Translated<Source, T> = {
  readonly [K in keyof Source]: K extends keyof T
    ? Source[K] extends string
      ? T[K] extends string
        ? SameKeys<ArgsOf<Source[K]>, ArgsOf<T[K]>> extends true
          ? T[K]
          : { readonly 'its placeholders must be': keyof ArgsOf<Source[K]> }
        : string
      : Translated<Source[K], T[K]>
    : Source[K] extends string
      ? string
      : Source[K];
};

type SameKeys<A, B> = [keyof A] extends [keyof B] ? ([keyof B] extends [keyof A] ? true : false) : false;

/** Characters that turn the direction of a line. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const EVERY = new RegExp(RIGHT_TO_LEFT, 'gu');

/**
 * A text that turns the direction of a line, isolated, so that it moves nothing beside it: read from the side of its first letter, but
 * from the left where most of its letters are, whatever word it begins with.
 */
export function isolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  const right = text.match(EVERY)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return `${letters > 2 * right ? '\u2066' : '\u2068'}${text}\u2069`;
}

/**
 * A catalogue ready for use: each message is parsed when it is first needed, then kept. `locale`: of its numbers.
 * `Source`: the catalogue that this one was checked against.
 */
export function messagesOf<Source>(catalogue: Catalogue, locale: string): Messages<Source> {
  const messages = Object.entries(catalogue).map(([key, text]) => [
    key,
    typeof text === 'string' ? messageOf(text, locale) : messagesOf<unknown>(text, locale),
  ]);
  return Object.fromEntries(messages);
}

function messageOf(text: string, locale: string): string | ((args: Readonly<Record<string, unknown>>) => string) {
  if (!text.includes('{')) return text;
  let format: IntlMessageFormat | undefined;
  return (args) => {
    format ??= new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    const given = Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]);
    return String(format.format(Object.fromEntries(given)));
  };
}
