import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { Author } from '../order/people.ts';
import type { Words } from '../words/words.ts';

/** Cannot be seen, and counts as a space: a formatting sign beside it begins and ends nothing (decision 0022). */
const GUARD = '\uFEFF';

/** Signs that Slack formats by, as typed on Latin and on Japanese keyboards. */
const MARKS = /[*_~＊＿～]/g;
/** A colon that may begin the name of an emoji. */
const EMOJI = /:(?=[\p{L}\p{N}_+'-]+:)/gu;
/** A quotation, where it begins a line. */
const QUOTE = /^(?=[>＞])/gm;

/**
 * The only way of user text into mrkdwn: after this it is well formed, can neither mention, link nor command, and is shown
 * as it was typed, without bold, code or emoji that nobody meant. A backtick becomes its look-alike: between two, nothing
 * else would be taken as it is.
 */
export const escaped = (text: string): string => (MAY_MEAN.test(text) ? guarded(text.toWellFormed()) : text);

/** Any sign that Slack may take for more than itself, and halves of characters; most texts have none. */
const MAY_MEAN = /[`*_~＊＿～:>＞<&\uFEFF\uD800-\uDFFF]/;

const guarded = (text: string): string =>
  text
    .replaceAll('`', 'ˋ')
    .replace(MARKS, guardedMark)
    .replace(EMOJI, `:${GUARD}`)
    .replace(QUOTE, GUARD)
    .replace(/\uFEFF{2,}/g, GUARD)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Slack formats by no sign between letters or digits (`A_12_B`), nor by one between spaces (`2 * 3`): these stay bare. */
function guardedMark(mark: string, at: number, text: string): string {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  const bare = (/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after)) || (/ /.test(before) && / /.test(after));
  return bare ? mark : `${GUARD}${mark}${GUARD}`;
}

/** User text in bold, escaped; or as it is, where its own signs would break that. */
export const bold = (text: string): string => between('*', escaped(text));

/** User text struck through, escaped; or as it is, where its own signs would break that. */
export const struck = (text: string): string => between('~', escaped(text));

/** Slack formats nothing across lines or spaces beside a sign, and the same sign within ends it too soon. */
const between = (sign: '*' | '~', shown: string): string =>
  shown === '' || /\n|^\s|\s$/.test(shown) || shown.includes(sign) ? shown : `${sign}${shown}${sign}`;

/** What `escaped` (or Slack) made of a text, undone. */
export const unescaped = (text: string): string =>
  text.replaceAll(GUARD, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * User text where Slack takes plain text but makes links and emoji of it all the same (a channel's topic): nothing
 * invisible but what joins letters and emoji, no angle brackets, and no address or emoji that nobody meant.
 */
export const inert = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?!\u200C|\u200D|\uFE0E|\uFE0F|[\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/:(?=\/\/)|(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})|(?<=\S)@(?=\S)/gu, `$&${GUARD}`)
    .replace(EMOJI, `:${GUARD}`);

/** A mrkdwn text object; `verbatim` keeps Slack from turning names and addresses in it into links or mentions. */
export const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** A plain text object, which needs no escaping. */
export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** Whether a text looks like one of Slack's user ids. */
export const isUserId = (text: string): boolean => /^[UW][A-Z0-9]+$/.test(text);

/** `<@U123>`; anything that does not look like a user id is not mentioned. */
export const mention = (userId: string): string => (isUserId(userId) ? `<@${userId}>` : escaped(userId));

/** Who acted, mentioned where that is a person; else by name. */
export const mentionAuthor = ({ id, name, kind = 'person' }: Author): string =>
  kind === 'person' ? mention(id) : escaped(name);

/** `<#C123>`: a link to a channel. */
export const channelLink = (channelId: string): string => `<#${channelId}>`;

/** An instant in each reader's own zone: `<!date^seconds^tokens|fallback>`, the fallback in UTC. */
export function date(seconds: number, { locale }: Pick<Words, 'locale'>): string {
  const instant = new Date(seconds * 1000);
  if (Number.isNaN(instant.getTime())) return '–';
  const fallback = `${zoned(seconds, locale, 'UTC')} UTC`;
  // Slack formats nothing before 1970 and after 2286.
  if (!/^\d{1,10}$/.test(String(seconds))) return fallback;
  return `<!date^${seconds}^{date_short_pretty} {time}|${fallback}>`;
}

const HALF_A_DAY = 43_200;

/**
 * The last day of an absence that ends with it, without a time. `until`: where that day ends for who is away; its noon is the same day
 * for nearly every reader.
 */
export function lastDay(until: number, { locale }: Pick<Words, 'locale'>): string {
  const noon = until - HALF_A_DAY;
  return `<!date^${noon}^{date_short_pretty}|${plainLastDay(until, locale)}>`;
}

/** The same for texts in which Slack formats nothing. */
export const plainLastDay = (until: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format((until - HALF_A_DAY) * 1000);

/** An instant as it reads in this zone: `28 Nov 2026, 14:30`. For texts in which Slack formats nothing. */
export function zoned(seconds: number, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  const format = known ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  if (formats.size >= MAX_FORMATS) formats.clear();
  if (!known) formats.set(key, format);
  return format.format(seconds * 1000);
}

/** Making formats takes longer than using them; people have a few dozen locales and zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
const MAX_FORMATS = 200;

/** User text as a quotation, escaped; `limit` characters at most, counted as Slack counts them. */
export const quoted = (text: string, limit = 2800): string =>
  clip(
    escaped(text)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    limit,
  );

/** Shortens escaped text to a limit without cutting an entity or a surrogate pair in two. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, limit - 1)
    .replace(/&[a-z]*$/, '')
    .replace(/<[^>]*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}…`;
}
