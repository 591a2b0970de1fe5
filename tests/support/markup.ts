import { expect } from 'vitest';
import { date, lastDay } from '../../src/forms/mrkdwn.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';

/** What somebody may type who wants to ping, link or forge. */
export const HOSTILE =
  '<!channel> <!here|now> <@UANA> <#C1> <!subteam^S1> <https://evil.example|PDF v2> &lt;!channel&gt; &';

/** Every text of a payload in which Slack resolves mentions and links: mrkdwn objects, and a message's own `text`. */
export function spoken(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(spoken);
  if (typeof node !== 'object' || node === null) return [];
  const members: Record<string, unknown> = { ...node };
  const own = members.type === 'mrkdwn' || 'blocks' in members ? members.text : undefined;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(members).flatMap(spoken)];
}

/** Everything of a payload that the eye sees, plain texts included. */
export function seen(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(seen);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, member]) =>
    key === 'text' && typeof member === 'string' ? [member] : seen(member),
  );
}

const everyWords = ['en-GB', 'en-US', 'es-419', 'pt-BR', ...LANGUAGES].map((locale) => wordsFor(locale));

/** Mentions of people and channels by id. */
const isMention = (token: string) => /^<(?:@[UW]|#C)[A-Z0-9]+>$/.test(token);

/** Seconds: a day is written as its noon. */
const HALF_A_DAY = 43_200;

/** An instant or a day, to the letter as we write it in one of our languages. */
const isDate = (token: string) => {
  const seconds = Number(/^<!date\^(\d+)\^/.exec(token)?.[1] ?? Number.NaN);
  if (Number.isNaN(seconds)) return false;
  return everyWords.some((words) => date(seconds, words) === token || lastDay(seconds + HALF_A_DAY, words) === token);
};

/** A link to an address of Slack's own, called what a language calls a PDF or a message. */
const isLink = (token: string) => {
  const [, link = '', name = ''] = /^<(https:\/\/work\.slack\.com\/[a-zA-Z0-9/.]+)\|(.+)>$/.exec(token) ?? [];
  const version = Number(/\d+/.exec(name)?.[0] ?? 0);
  return (
    link !== '' &&
    everyWords.some(
      ({ lists, entry }) => lists.pdf({ link, version }) === token || entry.source({ link }).includes(token),
    )
  );
};

/** A place on a map, and a number that is called. */
const PLACE = /<https:\/\/www\.google\.com\/maps\/search\/\?api=1&(?:amp;)?query=[\w%.-]+\|[^<>|]*>/g;
const CALL = /^<tel:\+?\d{6,15}\|[^<>|]+>$/;
const isPlace = (token: string) => token.replace(PLACE, '') === '';
const isCall = (token: string) => CALL.test(token);

/** What we write ourselves. */
const ours = [isMention, isDate, isLink, isPlace, isCall];

/** Fails where a payload holds markup that is not ours, or mentions somebody who may not be mentioned there. */
export function cannotPing(payload: unknown, mayMention: readonly string[], where = ''): void {
  for (const text of spoken(payload)) {
    for (const [token] of text.matchAll(/<[^>]*>?|>(?! )/g)) {
      if (token === '>') expect(text, `${where}: an angle bracket that is no quotation`).not.toMatch(/[^\n]>/);
      else
        expect(
          ours.some((form) => form(token)),
          `${where}: ${token} in ${text}`,
        ).toBe(true);
    }
    for (const [, id] of text.matchAll(/<@([A-Z0-9]+)>/g)) expect(mayMention, `${where}: ${text}`).toContain(id);
    expect(text.replaceAll(PLACE, '').replaceAll(/&(?:amp|lt|gt);/g, ''), `${where}: ${text}`).not.toContain('&');
    expect(text, where).not.toMatch(/<!(?:channel|here|everyone|subteam)/);
  }
}
