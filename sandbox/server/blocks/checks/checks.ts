import { type Problem, type Surface, says } from './messages.ts';

/** What holds an element; decides which elements may stand there. */
export type Parent = 'section' | 'actions' | 'input' | 'context' | 'context_actions' | 'card' | 'container';

/** Where a value was found. */
export interface Site {
  readonly surface: Surface;
  readonly pointer: string;
  readonly parent?: Parent;
}

/** A JSON object of unknown content. */
export type Json = Readonly<Record<string, unknown>>;

/** Judges one value; an empty list means accepted. */
export type Check = (value: unknown, site: Site) => Problem[];

/** The refusal of the value at `site`. */
export const refuse = (message: string, site: Site): Problem[] => [{ message, pointer: site.pointer }];

/** The site of a member of the value at `site`. */
export const below = (site: Site, key: string | number): Site => ({ ...site, pointer: `${site.pointer}/${key}` });

/** True for an object that is neither null nor an array. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The array itself, or nothing when the value is not one (another check says so). */
export const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string of `min` to `max` characters. */
export const string =
  (max = Number.POSITIVE_INFINITY, min = 1): Check =>
  (value, site) => {
    if (typeof value !== 'string') return refuse(says.wrongKind('a string'), site);
    if (value.length < min) return refuse(says.longerThan(min), site);
    return value.length > max ? refuse(says.shorterThan(max), site) : [];
  };

/** A string that passes `test`; `form` names what it should have been. */
export const formed =
  (test: (text: string) => boolean, form: string, max?: number): Check =>
  (value, site) => {
    const problems = string(max)(value, site);
    return problems.length === 0 && !test(String(value)) ? refuse(says.form(form), site) : problems;
  };

/** A string matching `pattern`. */
export const matching = (pattern: RegExp, form: string): Check => formed((text) => pattern.test(text), form);

/** A URL of one of the schemes (any when none is named). */
export const url = (max: number, ...schemes: string[]): Check =>
  formed(
    (text) => URL.canParse(text) && (schemes.length === 0 || schemes.includes(new URL(text).protocol)),
    schemes.length === 0 ? 'a valid URL' : `a valid URL (${schemes.join(', ')})`,
    max,
  );

/** A whole number from `min` to `max`. */
export const integer =
  (min: number, max = Number.MAX_SAFE_INTEGER): Check =>
  (value, site) => {
    if (typeof value !== 'number') return refuse(says.wrongKind('a number'), site);
    if (!Number.isSafeInteger(value)) return refuse(says.integer, site);
    if (value < min) return refuse(says.above(min), site);
    return value > max ? refuse(says.below(max), site) : [];
  };

/** Any finite number. */
export const number: Check = (value, site) =>
  typeof value === 'number' && Number.isFinite(value) ? [] : refuse(says.wrongKind('a number'), site);

/** true or false, not their spellings. */
export const boolean: Check = (value, site) =>
  typeof value === 'boolean' ? [] : refuse(says.wrongKind('a boolean'), site);

/** One of a fixed set of strings. */
export const choice =
  (...allowed: string[]): Check =>
  (value, site) => {
    if (typeof value !== 'string') return refuse(says.wrongKind('a string'), site);
    return allowed.includes(value) ? [] : refuse(says.oneOf(allowed), site);
  };

/** An array of `min` to `max` items; every item is judged even when there are too many. */
export const list =
  (item: Check, min = 1, max = Number.POSITIVE_INFINITY): Check =>
  (value, site) => {
    if (!Array.isArray(value)) return refuse(says.wrongKind('an array'), site);
    const count =
      value.length < min
        ? refuse(says.moreItems(min), site)
        : value.length > max
          ? refuse(says.fewerItems(max), site)
          : [];
    return [...count, ...value.flatMap((member, index) => item(member, below(site, index)))];
  };

/** An array of strings none of which comes twice. */
export const distinct =
  (item: Check, min = 1, max?: number): Check =>
  (value, site) => [
    ...list(item, min, max)(value, site),
    ...items(value).flatMap((member, index, all) =>
      all.indexOf(member) < index ? refuse(says.repeated, below(site, index)) : [],
    ),
  ];

/** Accepts null as well. */
export const nullable =
  (check: Check): Check =>
  (value, site) =>
    value === null ? [] : check(value, site);
