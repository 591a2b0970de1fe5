import type { DocumentRef, PricedDocumentRef } from '../../../db/ports.ts';
import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import { sha256Of } from '../../files/files.ts';
import { escaped } from '../../forms/mrkdwn.ts';
import { withRoles } from '../../office/authority.ts';
import type { DocumentCopy, Effect } from '../../order/effect.ts';
import { maySee } from '../../order/permissions.ts';
import { documentModel } from '../../pdf/document.ts';
import { documentAsText } from '../../pdf/document-as-text.ts';
import { isMeantAsPicture, picturesOf } from '../../pdf/model/attachments.ts';
import type { Photo } from '../../pictures/photo.ts';
import { issuedFor } from '../../slack/documents-for.ts';
import { words as sentence } from '../../slack/views/message.ts';
import { readersWords } from '../../slack/words-for.ts';
import { codeOf, failedWith } from '../../slack-api/classify-error.ts';
import { wordsOf } from '../../words/issued.ts';
import type { Words } from '../../words/words.ts';
import { type Attempt, asSeenBy, historyOf, versionOf, within } from '../executor.ts';
import { postOnce } from '../in-doubt.ts';
import { UNREACHABLE } from '../unreachable.ts';
import { documentAgain } from './files/document-again.ts';
import { type SharePlace, shareFile } from './files/share-file.ts';
import { altText, fileName, printedCodeOf } from './issue-document.ts';

type Sending = Attempt<CheckpointOf<'send_document'>>;

/**
 * Sends somebody a version's document once more by direct message, bit for bit as it was issued, or what it says as plain text; with
 * its prices when they see them now. Where it cannot be had any more, they are told so. Safe to repeat.
 */
export async function sendDocument(
  { version, person, as }: Extract<Effect, { type: 'send_document' }>,
  attempt: Sending,
): Promise<void> {
  const { groupMembers, log, settings, slack, store, stored } = attempt;
  const reader = await store.person(stored.team, person);
  const member = reader && withRoles(reader, settings, await groupMembers(settings));
  if (!member || (member.kind !== 'member' && member.kind !== 'guest') || !maySee(member, stored))
    return log.warn(
      { event: 'pdf.not_allowed', order: stored.number, version, person },
      'a person who no longer sees the order was not sent its document',
    );
  const seen = await asSeenBy(attempt, reader);
  const issued = (await issuedFor(store, member, stored)).find((one) => one.version === version);
  if (!issued) return;
  try {
    const { channel } = await slack('conversations.open', { users: person });
    if (!channel?.id) throw new Error('conversations.open answered without a conversation');
    const place = { channel: channel.id, name: reader.name, lost: null };
    await send(issued.copy === 'priced' ? seen : attempt, place, {
      ...{ issued, words: readersWords(reader, settings), asText: as === 'text' },
    });
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE)) throw error;
    log.warn({ event: 'pdf.person_unreachable', person, code: codeOf(error) }, 'a person could not be sent a document');
  }
}

async function send(
  attempt: Sending,
  place: SharePlace,
  { issued, words, asText }: { issued: DocumentRef | PricedDocumentRef; words: Words; asText: boolean },
): Promise<void> {
  const { order, checkpoint } = attempt;
  const { version, copy, sha256 } = issued;
  const pdf = fileName(wordsOf((await versionOf(attempt, version)).issuer), order, version, copy);
  const name = asText ? pdf.replace(/pdf$/, 'txt') : pdf;
  const say = words.issued;
  const made = () => (asText ? textOf(attempt, version, copy) : documentAgain(attempt, issued, name));
  const bytes = checkpoint.uploaded ? new Uint8Array() : await made();
  if (!bytes) {
    const missing = Object.keys(checkpoint.notPrinted ?? {}).length;
    const text = missing > 0 ? say.photosGone({ file: name, count: missing }) : say.changed({ file: name });
    return postOnce(within(attempt, 'word'), place, sentence(escaped(text)));
  }
  const newest = order.latest?.n ?? version;
  await shareFile(attempt, place, {
    ...{ name, title: name, alt: altText(order, version, words), oneOfMany: true },
    comment: async () => (newest > version ? say.replaced({ file: escaped(name), version: newest }) : ''),
    bytes: async () => ({ bytes, sha256: asText ? sha256Of(bytes) : sha256 }),
  });
}

/** What a version's document says, for those who cannot read a PDF. It names every photo, printed or not: that only the PDF knows. */
async function textOf(attempt: Sending, version: number, copy: DocumentCopy): Promise<Uint8Array> {
  const order = { ...attempt.order, ...(await historyOf(attempt)) };
  const pictures = picturesOf(order.versions.filter(({ n }) => n <= version)).filter(isMeantAsPicture);
  const photos = new Map(pictures.map(({ fileId }) => [fileId, UNSEEN]));
  const code = await printedCodeOf(attempt, version, copy);
  return new TextEncoder().encode(documentAsText(documentModel(order, version, { photos, code, copy })));
}

/** A photo that is only told of. */
const UNSEEN: Photo = { jpeg: new Uint8Array(), width: 1, height: 1 };
