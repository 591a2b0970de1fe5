import type { KnownBlock } from '@slack/types';
import type { Content } from '../../order/content.ts';
import { actions, button } from '../blocks.ts';
import type { Copied, FormContext } from '../context.ts';
import { type Draft, type Raw, textIn } from '../draft.ts';
import { cleanText } from '../fields/fields.ts';
import { EARLIER_JOBS } from '../ids.ts';
import { keptRecord, keptText, nothingOnFile, type OnFile, recordIn, type SiteRecord } from '../on-file.ts';

/** Counts in a draft how often a client was chosen (see `OnFile.turn`). */
export const CLIENT_TURN = 'clientTurn';

/**
 * Another client has other sites, and a site brings its contact: what was filled in from a record goes with the record. What
 * somebody entered themselves stays.
 */
export function follow(before: Draft, after: Draft, context: FormContext): Draft {
  const { onFile = nothingOnFile } = context;
  const { client = null, location = null, contact } = after.values;
  const { client: lastClient = null, location: lastLocation = null } = before.values;
  const values: Record<string, Raw> = { ...after.values };
  if (client !== lastClient) {
    const owner = ownerOf(location, context);
    const leaves = owner !== '' && owner !== recordIn(client);
    if (onFile.clients || leaves) values[CLIENT_TURN] = Number(after.values[CLIENT_TURN] ?? 0) + 1;
    if (leaves) values.location = null;
  }
  if ((values.location ?? null) === lastLocation) return { ...after, values };
  const [theirs, last] = [values.location ?? null, lastLocation].map(
    (kept) => siteIn(kept, context)?.contact.trim() ?? '',
  );
  const own = cleanText(textIn(contact), false);
  if (own !== theirs && (own === '' || own === cleanText(last ?? '', false))) values.contact = theirs || null;
  return { ...after, values };
}

/** The site on file where an answer says the work is done, also one that the order had and nobody may choose any more. */
function siteIn(kept: Raw, { onFile = nothingOnFile, order }: FormContext): SiteRecord | undefined {
  const { siteOnFile, location = '' } = order?.content ?? {};
  const ofOrder = siteOnFile && kept === keptText(location) ? siteOnFile.id : '';
  return onFile.siteRecords.get(recordIn(kept) || ofOrder);
}

/** Whose site it is (an id); '' where the answer names none. */
const ownerOf = (kept: Raw, context: FormContext): string =>
  siteIn(kept, context)?.client ?? (recordIn(kept) === '' ? '' : UNKNOWN);

/** The owner of a site that is not on file here. */
const UNKNOWN = '?';

/** Client and site of an order as answers: their records where they are still active, else what it says. */
export function whereOf(
  { content }: Pick<Copied, 'content'>,
  { onFile = nothingOnFile }: FormContext,
): Draft['values'] {
  return whereIn(content, onFile, ({ active }) => active);
}

/** The same for a copy, which names them also where they are no longer active: then others have to be chosen. */
export const whereCopied = ({ content }: Pick<Copied, 'content'>, { onFile = nothingOnFile }: FormContext) =>
  whereIn(content, onFile, () => true);

function whereIn(
  { client, clientOnFile, location, siteOnFile }: Content,
  { clientRecords, siteRecords }: OnFile,
  isTaken: (record: { readonly active: boolean }) => boolean,
): Draft['values'] {
  const owner = clientRecords.get(clientOnFile?.id ?? '');
  const known = owner && isTaken(owner) ? owner.onFile.id : undefined;
  const site = siteRecords.get(siteOnFile?.id ?? '');
  return {
    client: known === undefined ? keptText(client) : keptRecord(known),
    location:
      known !== undefined && site?.client === known && isTaken(site) ? keptRecord(site.onFile.id) : keptText(location),
  };
}

/** Where the client is on file: what was done there before. */
export function earlierJobs(_draft: Draft, { onFile = nothingOnFile, words }: FormContext): KnownBlock[] {
  if (onFile.client === '') return [];
  const { button: text } = words.lists.earlierJobs;
  return [actions([button(EARLIER_JOBS, text, { value: keptRecord(onFile.client) })], { block_id: 'earlier' })];
}
