import { cleanText } from '../../forms/fields.ts';
import { unescaped } from '../../forms/mrkdwn.ts';

/** Slack's longest message is far shorter than this many characters on any phone; a description holds 3000. */
const READ = 12_000;

/** A message's text as a description: Slack's escapes undone, mentions and links left readable. */
export function descriptionFrom(text: string): string {
  // Slack escapes every angle bracket that people type, so a token never holds another; this also keeps it linear.
  const readable = text.slice(0, READ).replace(/<([^<>]*)>/g, (_, token: string) => tokenText(token));
  return cleanText(cleanText(unescaped(readable), true).slice(0, 3000), true);
}

/** `https://x|label`, `mailto:a@b|a@b`, `@U1|ana`, `#C1|general`, `!date^…|yesterday`: what a person would read. */
function tokenText(token: string): string {
  const bar = token.indexOf('|');
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? '' : token.slice(bar + 1);
  if (/^https?:/.test(target)) return label && label !== target ? `${label} (${target})` : target;
  if (/^(?:mailto|tel):/.test(target)) return label || target.replace(/^\w+:/, '');
  return /^[@#!]/.test(target) && label ? label : `<${token}>`;
}
