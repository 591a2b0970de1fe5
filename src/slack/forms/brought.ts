import { cleanText } from '../../forms/fields/fields.ts';
import { clip, unescaped } from '../../forms/mrkdwn.ts';
import { listed } from '../../forms/sizes.ts';
import type { Attachment } from '../../order/content.ts';
import { listOf } from '../../words/list.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { Shortcut, View } from '../transport/payloads.ts';
import type { Session } from './form-session.ts';

type MessageFile = NonNullable<NonNullable<Shortcut['message']>['files']>[number];

/** Attachments that a form takes at most, and what is never fetched because it is larger (bytes). */
const MAX = { files: 20, size: 20_000_000 };
/** What Slack keeps itself; others are links, or files that were deleted or hidden. */
const KEPT = ['hosted', 'snippet'];

/**
 * The files of a message as attachments of the order that is made from it. The person who pressed the shortcut sees the
 * message, so that its files are theirs to pass on, no matter who posted them; which these are Slack says, not the person.
 */
export const attachable = (files: readonly MessageFile[], team: string): Attachment[] =>
  files.slice(0, MAX.files).flatMap(({ user, user_team, mode, ...file }) => {
    const whole = user && (!user_team || user_team === team) && (!mode || KEPT.includes(mode)) && file.size <= MAX.size;
    return whole ? [{ ...file, from: user }] : [];
  });

/**
 * Those of them that the app can read, with who posted them in the message, and when (`ts`, as Slack has it), and a sentence about the
 * others (escaped).
 */
export async function readable(
  { store, team, whoseFile }: Pick<Deps, 'store' | 'team' | 'whoseFile'>,
  files: readonly Attachment[],
  { ts, words }: { readonly ts: string; readonly words: Words },
): Promise<{ files: readonly Attachment[]; said?: string }> {
  const asked = await Promise.all(
    files.map(async (file) => ({ file, belongs: await whoseFile(file.fileId, file.from ?? '') })),
  );
  const isHad = ({ belongs }: (typeof asked)[number]) => belongs === 'theirs' || belongs === 'not now';
  const at = Math.floor(Number(ts));
  const credited = async (file: Attachment): Promise<Attachment> => {
    if (file.from === undefined || !(at > 0)) return file;
    const name = (await store.person(team, file.from))?.name ?? '';
    return { ...file, credit: { by: { id: file.from, name }, at } };
  };
  const had = await Promise.all(asked.filter(isHad).map(({ file }) => credited(file)));
  const missing = asked.filter((one) => !isHad(one)).map(({ file }) => file.name);
  if (missing.length === 0) return { files: had };
  const field = words.fields.attachments.label;
  return { files: had, said: words.forms.files.unreadable({ files: listed(missing, words), field }) };
}

/** File names in a sentence; Slack shows about two thousand characters under a field. */
const NAMED = 1000;

/**
 * What is wrong with the files that somebody has just put into a form, by field: one that is not theirs, or nobody's, is
 * not taken. A form must not be a way to what the app can see and they cannot.
 */
export async function othersFiles(
  { whoseFile }: Pick<Deps, 'whoseFile'>,
  { person, context: { words } }: Pick<Session, 'person' | 'context'>,
  { state }: View,
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const [field, inputs] of Object.entries(state?.values ?? {})) {
    const files: readonly Attachment[] = Object.values(inputs)[0]?.files ?? [];
    const asked = await Promise.all(
      files.map(async ({ fileId, name }) => ({ name, belongs: await whoseFile(fileId, person.id) })),
    );
    const names = asked.filter(({ belongs }) => belongs === 'not theirs').map(({ name }) => name);
    if (names.length > 0)
      errors[field] = words.fields.error.notYours({
        count: names.length,
        files: clip(listOf(names, words), NAMED),
      });
  }
  return errors;
}

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
