import type { MrkdwnElement, PlainTextElement } from '@slack/types';

/** The only way of user text into mrkdwn: after this it can neither mention, link nor command, and is well formed. */
export const escaped = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What `escaped` (or Slack) made of a text, undone. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A mrkdwn text object; `verbatim` keeps Slack from turning names and addresses in it into links or mentions. */
export const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });

/** A plain text object, which needs no escaping. */
export const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** Whether a text looks like one of Slack's user ids. */
export const isUserId = (text: string): boolean => /^[UW][A-Z0-9]+$/.test(text);

/** `<@U123>`; anything that does not look like a user id is not mentioned. */
export const mention = (userId: string): string => (isUserId(userId) ? `<@${userId}>` : escaped(userId));

/** `<#C123>`: a link to a channel. */
export const channelLink = (channelId: string): string => `<#${channelId}>`;

/** An instant in each reader's own zone: `<!date^seconds^tokens|fallback>`, the fallback in UTC. */
export function date(seconds: number): string {
  const instant = new Date(seconds * 1000);
  if (Number.isNaN(instant.getTime())) return 'a time that does not exist';
  const fallback = `${instant
    .toISOString()
    .replace(/:\d\d\.\d{3}Z$/, '')
    .replace('T', ' ')} UTC`;
  // Slack formats nothing before 1970 and after 2286.
  if (!/^\d{1,10}$/.test(String(seconds))) return fallback;
  return `<!date^${seconds}^{date_short_pretty} {time}|${fallback}>`;
}

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
