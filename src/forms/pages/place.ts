import type { KnownBlock } from '@slack/types';
import { actions, button } from '../blocks.ts';
import type { Copied, FormContext } from '../context.ts';
import { type Draft, type Raw, textIn } from '../draft.ts';
import { cleanText } from '../fields/fields.ts';
import { EARLIER_JOBS } from '../ids.ts';
import { keptRecord, keptText, nothingOnFile, recordIn } from '../on-file.ts';

/** Counts in a draft how often a client was chosen (see `OnFile.turn`). */
export const CLIENT_TURN = 'clientTurn';

/** Another client has other sites; a site brings its contact, where nobody else was entered. */
export function follow(before: Draft, after: Draft, { onFile = nothingOnFile }: FormContext): Draft {
  const { client, location, contact } = after.values;
  const values: Record<string, Raw> = { ...after.values };
  if (onFile.clients && (client ?? null) !== (before.values.client ?? null)) {
    values[CLIENT_TURN] = Number(after.values[CLIENT_TURN] ?? 0) + 1;
    if (onFile.siteRecords.get(recordIn(location))?.client !== recordIn(client) && recordIn(location) !== '')
      values.location = null;
  }
  const contactAt = (kept: Raw | undefined) => onFile.siteRecords.get(recordIn(kept))?.contact ?? '';
  const theirs = contactAt(values.location);
  const own = cleanText(textIn(contact), false);
  if (theirs !== '' && location !== before.values.location && (own === '' || own === contactAt(before.values.location)))
    values.contact = theirs;
  return { ...after, values };
}

/** Client and site of an order as answers: their records where they are still active, else what it says. */
export function whereOf(
  { content }: Pick<Copied, 'content'>,
  { onFile = nothingOnFile }: FormContext,
): Draft['values'] {
  const { clientOnFile, siteOnFile } = content;
  const known = clientOnFile && onFile.clientRecords.get(clientOnFile.id)?.active ? clientOnFile.id : undefined;
  const site = siteOnFile && onFile.siteRecords.get(siteOnFile.id);
  return {
    client: known === undefined ? keptText(content.client) : keptRecord(known),
    location:
      known !== undefined && site?.active && site.client === known
        ? keptRecord(site.onFile.id)
        : keptText(content.location),
  };
}

/** Where the client is on file: what was done there before. */
export function earlierJobs(_draft: Draft, { onFile = nothingOnFile, words }: FormContext): KnownBlock[] {
  if (onFile.client === '') return [];
  const { button: text } = words.lists.earlierJobs;
  return [actions([button(EARLIER_JOBS, text, { value: keptRecord(onFile.client) })], { block_id: 'earlier' })];
}
