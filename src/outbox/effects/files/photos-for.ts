import { createHash } from 'node:crypto';
import type { Issued } from '../../../../db/shapes/checkpoint.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { newAttachments } from '../../../order/action.ts';
import type { Attachment } from '../../../order/content.ts';
import type { WholeOrder } from '../../../order/order.ts';
import { isMeantAsPicture, picturesOf } from '../../../pdf/model/attachments.ts';
import { whyNotPrinted } from '../../../pdf/model/not-printed.ts';
import { DecoderStopped } from '../../../pictures/decoder.ts';
import type { Photo } from '../../../pictures/photo.ts';
import type { Unprinted } from '../../../pictures/unprinted.ts';
import { classifyError, codeOf, Later } from '../../../slack-api/classify-error.ts';
import { NotFetched } from '../../../slack-api/fetch-file.ts';
import type { Words } from '../../../words/words.ts';
import type { Attempt } from '../../executor.ts';
import { userFile } from '../../user-files.ts';

/** What one document prints at most: ten pages of photos, and a file that phones open. The newest come first. */
const MAX = { photos: 40, bytes: 12_000_000 };
/** How long a document waits for photos that Slack does not hand out just now, and then does without. Milliseconds. */
const RETRY_TIMEOUT_MS = 120_000;
/** How long it waits for its turn to ask for them. Milliseconds. */
const MAX_TIME_MS = 600_000;
/** Waits between two tries while a photo is not to be had. Milliseconds. */
const FIRST_WAIT = 2000;
const MAX_WAIT = 20_000;

/** An attempt at something that prints a document: all that the order has been through has been read. */
export type DocumentAttempt = Attempt<Issued> & { readonly order: WholeOrder };

/** The photos a document prints, and why it does not print the others; both by the id of their file. */
interface FoundPhotos {
  readonly photos: ReadonlyMap<string, Photo>;
  readonly notPrinted: ReadonlyMap<string, Unprinted>;
}

/**
 * The photos that a version's document prints, fetched and decoded one after the other. What cannot be had is left out
 * and named in the document. Throws `Later` while a fault may pass, for a few minutes at most.
 */
export async function photosFor(attempt: DocumentAttempt, version: number): Promise<FoundPhotos> {
  const { claimed, fileTurns, saveCheckpoint, log, order, prepared, checkpoint } = attempt;
  const photos = new Map<string, Photo>();
  const notPrinted = new Map<string, Unprinted>();
  /** Of what is printed: the same picture may come as several files. */
  const hashes = new Set<string>();
  let size = 0;
  /** Why no further photo is looked at. */
  let ended: Unprinted | undefined;
  for (const picture of wanted(order, version)) {
    const known = ended ?? prepared.of(claimed.id).get(picture.fileId);
    const found = known ?? (await fileTurns(() => photoOf(attempt, picture)));
    if (found === 'not now') ended = { code: 'unavailable' };
    else if (known === undefined) prepared.keep(claimed.id, picture.fileId, found);
    const hash = found !== 'not now' && 'jpeg' in found ? hashOf(found) : undefined;
    if (hash !== undefined && hashes.has(hash)) {
      notPrinted.set(picture.fileId, { code: 'repeated' });
      continue;
    }
    if (found !== 'not now' && 'jpeg' in found) {
      size += found.jpeg.byteLength;
      if (photos.size < MAX.photos && size <= MAX.bytes) {
        photos.set(picture.fileId, found);
        if (hash !== undefined) hashes.add(hash);
      } else {
        log.warn(
          { event: 'photo.too_many', order: order.number, version, printed: photos.size },
          'a document has more photos than it can include',
        );
        ended = { code: 'too_many' };
      }
    }
    if (photos.has(picture.fileId)) continue;
    const why = ended ?? found;
    // Any file may be a picture; only where somebody said so is it a fault that it is none.
    if (why !== 'not now' && 'code' in why && (isMeantAsPicture(picture) || why.code !== 'not_a_picture'))
      notPrinted.set(picture.fileId, why);
  }
  // Should the document be made again, perhaps days later, it waits for its photos again.
  if (checkpoint.photosFrom || checkpoint.photosFailing)
    await saveCheckpoint({ photosFrom: null, photosFailing: null });
  return { photos, notPrinted };
}

const hashOf = ({ jpeg }: Photo): string => createHash('sha256').update(jpeg).digest('hex');

/** Every photo of a version's document, without it being tried: what cannot be printed with them is printed without. */
export const noPhotosFor = ({ order }: Pick<DocumentAttempt, 'order'>, version: number): FoundPhotos => ({
  photos: new Map(),
  notPrinted: new Map(
    wanted(order, version)
      .filter(isMeantAsPicture)
      .map(({ fileId }) => [fileId, { code: 'without_photos' }]),
  ),
});

/** The files whose bytes a document wants, the newest first. */
function wanted({ versions }: WholeOrder, version: number): Attachment[] {
  const pictures = picturesOf(versions.filter(({ n }) => n <= version)).toReversed();
  return [...new Map(pictures.map((picture) => [picture.fileId, picture])).values()];
}

/** A photo ready for print, or why there is none; `not now` when Slack has not handed it out for too long. */
async function photoOf(attempt: DocumentAttempt, picture: Attachment): Promise<Photo | Unprinted | 'not now'> {
  const { log, order } = attempt;
  const about = { file: picture.fileId, order: order.number };
  try {
    const found = await fetchedPhoto(attempt, picture);
    if (attempt.checkpoint.photosFailing) await attempt.saveCheckpoint({ photosFailing: null });
    if ('jpeg' in found) return found;
    if (found.code === 'gone')
      log.warn({ event: 'photo.gone', ...about }, 'a photo was deleted; the document lists its name');
    else if (isMeantAsPicture(picture))
      log.warn(
        { event: 'photo.unprintable', ...about, name: picture.name, why: found.code },
        'a photo is not a printable image; the document lists its name',
      );
    return found;
  } catch (error) {
    return notHad(attempt, error, about);
  }
}

/** The photo itself; where it cannot be printed, as Slack's own thumbnail shows it. */
async function fetchedPhoto(attempt: DocumentAttempt, { fileId, from }: Attachment): Promise<Photo | Unprinted> {
  const file = await userFile(attempt, fileId, from ?? ownerOf(attempt.order, fileId));
  if (!file) return { code: 'gone' };
  const original = await decodedFrom(attempt, fileId, file.address);
  const [thumbnail] = file.thumbnails;
  if ('jpeg' in original || thumbnail === undefined) return original;
  const shown = await decodedFrom(attempt, `${fileId} thumbnail`, thumbnail);
  return 'jpeg' in shown ? shown : original;
}

async function decodedFrom(attempt: Attempt<Issued>, key: string, address: string): Promise<Photo | Unprinted> {
  try {
    return await tryPhoto(attempt, key, await attempt.fetchFile(address));
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    attempt.log.warn(
      { event: 'photo.unavailable', file: key, order: attempt.order.number, why: error.message },
      'a photo could not be fetched; the document lists its name',
    );
    return { code: 'gone' };
  }
}

/** A picture that was being decoded when the app ended is tried once more, since that may have been a power cut; then never again. */
const MAX_TRIES = 2;
/** Pictures of one document that may end the decoder before its others are left alone: nobody else waits for more of them. */
const MAX_ENDED = 3;

/** What it takes to try a picture. */
type Trying = Pick<Attempt<Pick<Issued, 'photoTries'>>, 'decoder' | 'saveCheckpoint' | 'log' | 'order' | 'checkpoint'>;

/**
 * The photo in these bytes, or why there is none. Before a picture is tried, that it is tried is written down, so that one
 * that ends the decoder, or the whole app, is not tried endlessly. `key` names the picture within the document. Rejects when
 * no process can be had that decodes it.
 */
export async function tryPhoto(attempt: Trying, key: string, bytes: Uint8Array): Promise<Photo | Unprinted> {
  const { decoder, saveCheckpoint, log, order, checkpoint } = attempt;
  const { [key]: before = 0, ...others } = checkpoint.photoTries ?? {};
  if (before >= MAX_TRIES) return { code: 'undecodable' };
  if (Object.values(others).filter((tries) => tries >= MAX_TRIES).length >= MAX_ENDED) return { code: 'skipped' };
  const write = (tries: number) => saveCheckpoint({ photoTries: tries > 0 ? { ...others, [key]: tries } : others });
  await write(before + 1);
  try {
    const photo = await decoder.photo(bytes);
    await write('code' in photo && photo.code === 'undecodable' ? MAX_TRIES : 0);
    return photo;
  } catch (error) {
    await write(before);
    if (error instanceof DecoderStopped) throw new Later(0, 'the app stops');
    log.error(
      { event: 'photo.retried', file: key, order: order.number, error },
      'a photo could not be processed; will retry',
    );
    throw error;
  }
}

/** Slack did not hand a photo out. Throws while it is worth waiting for. */
async function notHad(attempt: Attempt<Issued>, error: unknown, about: object): Promise<Unprinted | 'not now'> {
  const { log, now } = attempt;
  const verdict = classifyError(error);
  const code = codeOf(error);
  if (verdict.kind === 'give up') {
    log.warn(
      { event: 'photo.unavailable', ...about, code },
      'a photo could not be fetched; the document lists its name',
    );
    return { code: 'gone' };
  }
  // The whole workspace is shut: the document waits with everything else.
  if (verdict.kind === 'again' && verdict.slowly) throw error;
  const turn = verdict.kind === 'later';
  const waited = now() - (await since(attempt, turn ? 'photosFrom' : 'photosFailing'));
  if (waited >= (turn ? MAX_TIME_MS : RETRY_TIMEOUT_MS)) {
    log.warn(
      { event: 'photo.timed_out', ...about, code },
      'photos could not be fetched in time; the document lists their names',
    );
    return 'not now';
  }
  if (turn) throw error;
  log.warn({ event: 'photo.retried', ...about, code }, 'a photo could not be fetched; will retry');
  throw new Later(Math.min(Math.max(FIRST_WAIT, waited), MAX_WAIT), 'waiting for a photo');
}

/** Since when something has been so, milliseconds; remembered in the checkpoint from the first time that it is asked. */
async function since(
  { saveCheckpoint, now, checkpoint }: Attempt<Issued>,
  what: 'photosFrom' | 'photosFailing',
): Promise<number> {
  const known = checkpoint[what];
  if (known) return known;
  await saveCheckpoint({ [what]: now() });
  return now();
}

/** Who brought a file: the app takes it from nobody else. */
const ownerOf = ({ entries }: WholeOrder, fileId: string): string =>
  entries.find((entry) => newAttachments(entries, entry).some((file) => file.fileId === fileId))?.by.id ?? '';

/** Photos that a post names; the document names all of them. */
const MAX_NAMED = 8;

/** Remembers why photos are not printed until the document stands in the channel, also when the app starts again. */
export async function keepUnprinted(
  { saveCheckpoint, checkpoint }: Attempt<Issued>,
  notPrinted: ReadonlyMap<string, Unprinted>,
): Promise<void> {
  if (notPrinted.size > 0 || checkpoint.notPrinted)
    await saveCheckpoint({ notPrinted: Object.fromEntries(notPrinted) });
}

/** Lines that tell, in these words, which of the photos that came with a version its document does not print, and why. Escaped mrkdwn. */
export function unprintedLines({ order, checkpoint }: DocumentAttempt, n: number, words: Words): string[] {
  const { unprinted } = words.channel;
  const why = checkpoint.notPrinted ?? {};
  const missing = picturesOf(order.versions.filter((version) => version.n === n)).flatMap(({ fileId, name }) => {
    const reason = why[fileId];
    return reason
      ? [unprinted.line({ file: escaped(clip(name, 50)), why: escaped(whyNotPrinted(reason, words)) })]
      : [];
  });
  const more = missing.length - MAX_NAMED;
  return [
    ...(missing.length > 0 ? [unprinted.title] : []),
    ...missing.slice(0, MAX_NAMED),
    ...(more > 0 ? [unprinted.more({ count: more })] : []),
  ];
}
