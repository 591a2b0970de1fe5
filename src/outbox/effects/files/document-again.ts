import type { DocumentRef, PricedDocumentRef } from '../../../../db/ports.ts';
import type { Issued } from '../../../../db/shapes/checkpoint.ts';
import { sha256Of } from '../../../files/files.ts';
import { FilesProblem } from '../../../files/storage.ts';
import { GiveUp } from '../../../slack-api/classify-error.ts';
import { NotFetched } from '../../../slack-api/fetch-file.ts';
import { type Attempt, historyOf } from '../../executor.ts';
import { userFile } from '../../user-files.ts';
import { renderDocument } from '../issue-document.ts';
import { keepFile } from './keep-file.ts';

/**
 * The bytes of a document as it was issued, and no others: those that were kept, else Slack's own file, else made again of the same
 * version. Undefined when none of these is what was issued. Rejects while a fault may pass.
 */
export async function documentAgain(
  attempt: Attempt<Issued>,
  issued: DocumentRef | PricedDocumentRef,
  name: string,
): Promise<Uint8Array | undefined> {
  const kept = await keptBytes(attempt, issued);
  if (kept) return kept;
  const found = (await slacksBytes(attempt, issued)) ?? (await madeAgain(attempt, issued));
  // From before files were kept: from now on it outlives Slack.
  if (found) await keepFile(attempt, { kind: 'document', name, version: issued.version }, found);
  return found;
}

/** What is damaged is reported, and left as it is: the other ways to the document are tried. */
async function keptBytes({ files, log, order }: Attempt, { sha256, version }: DocumentRef | PricedDocumentRef) {
  try {
    return await files?.read(sha256);
  } catch (error) {
    if (!(error instanceof FilesProblem) || error.kind !== 'damaged') throw error;
    log.error({ event: 'files.damaged', order: order.number, version, error: error.message }, 'a kept file is damaged');
    return undefined;
  }
}

async function slacksBytes(attempt: Attempt, { fileId, sha256 }: DocumentRef | PricedDocumentRef) {
  const found = await userFile(attempt, fileId, attempt.identity.botUserId);
  if (!found) return undefined;
  try {
    const bytes = await attempt.fetchFile(found.address);
    return sha256Of(bytes) === sha256 ? bytes : undefined;
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    return undefined;
  }
}

async function madeAgain(
  attempt: Attempt<Issued>,
  { version, copy, sha256 }: DocumentRef | PricedDocumentRef,
): Promise<Uint8Array | undefined> {
  const { claimed, log, order, prepared } = attempt;
  try {
    const whole = { ...attempt, order: { ...order, ...(await historyOf(attempt)) } };
    const { bytes } = await renderDocument(whole, version, copy);
    prepared.forget(claimed.id);
    if (sha256Of(bytes) === sha256) return bytes;
  } catch (error) {
    // It could not be made in any of its attempts.
    if (!(error instanceof GiveUp)) throw error;
  }
  log.warn({ event: 'pdf.not_as_issued', order: order.number, version }, 'a document cannot be had as it was issued');
  return undefined;
}
