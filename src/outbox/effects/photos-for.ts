import { type Attachment, newAttachments, type Order } from '../../order/order.ts';
import { picturesOf } from '../../pdf/attachments.ts';
import type { Photo, Photos } from '../../pdf/photo.ts';
import { codeOf } from '../../slack/error-code.ts';
import { NotFetched } from '../../slack/fetch-file.ts';
import type { Attempt } from '../executor.ts';
import { Later } from '../pace.ts';
import { bytesOf } from '../peoples-files.ts';
import { verdictOn } from '../slack-errors.ts';

/** What one document prints at most: ten pages of photos, and a file that phones open. The newest come first. */
const MOST = { photos: 40, bytes: 12_000_000 };
/** How long a document waits for photos that Slack does not hand out just now, and then does without. Milliseconds. */
const PATIENCE = 120_000;
/** How long it waits for its turn to ask for them. Milliseconds. */
const LONGEST = 600_000;
/** Waits between two tries while a photo is not to be had. Milliseconds. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 20_000;

/**
 * The photos that a version's document prints, fetched and prepared one after the other. What cannot be had is left out
 * and named in the document. Throws `Later` while a fault may pass, for a few minutes at most.
 */
export async function photosFor(attempt: Attempt, version: number): Promise<Photos> {
  const { claimed, keep, log, order, prepared, trace } = attempt;
  const had = new Map<string, Photo>();
  let size = 0;
  for (const picture of wanted(order, version)) {
    const known = prepared.of(claimed.id).get(picture.fileId);
    const photo = known === undefined ? await photoOf(attempt, picture) : known;
    if (photo === 'not now') break;
    if (known === undefined) prepared.keep(claimed.id, picture.fileId, photo);
    if (!photo) continue;
    size += photo.jpeg.byteLength;
    if (had.size >= MOST.photos || size > MOST.bytes) {
      log.warn({ order: order.number, version, printed: had.size }, 'a document has more photos than it can print');
      break;
    }
    had.set(picture.fileId, photo);
  }
  // Should the document be made once more, perhaps days later, it waits for its photos anew.
  if (trace.photosFrom || trace.photosFailing) await keep({ photosFrom: null, photosFailing: null });
  return had;
}

/** The pictures whose bytes a document wants, the newest first. */
function wanted({ versions }: Order, version: number): Attachment[] {
  const pictures = picturesOf(versions.filter(({ n }) => n <= version)).toReversed();
  return [...new Map(pictures.map((picture) => [picture.fileId, picture])).values()];
}

/** A photo ready for print; null when it cannot be had; `not now` when Slack has not handed it out for too long. */
async function photoOf(attempt: Attempt, { fileId, name, from }: Attachment): Promise<Photo | null | 'not now'> {
  const { log, order, renderer } = attempt;
  const about = { file: fileId, order: order.number };
  let bytes: Uint8Array | undefined;
  try {
    bytes = await bytesOf(attempt, fileId, from ?? ownerOf(order, fileId));
  } catch (error) {
    if (error instanceof NotFetched) {
      log.warn({ ...about, why: error.message }, 'a photo cannot be had; the document names it');
      return null;
    }
    return notHad(attempt, error, about);
  }
  if (attempt.trace.photosFailing) await attempt.keep({ photosFailing: null });
  if (!bytes) {
    log.warn(about, 'a photo is gone; the document names it');
    return null;
  }
  try {
    const photo = await renderer.photo(bytes);
    if (!photo) log.warn({ ...about, name }, 'a photo is no picture that can be printed; the document names it');
    return photo;
  } catch (error) {
    log.warn({ ...about, error }, 'a photo could not be prepared; the document names it');
    return null;
  }
}

/** Slack did not hand a photo out. Throws while it is worth waiting for. */
async function notHad(attempt: Attempt, error: unknown, about: object): Promise<null | 'not now'> {
  const { log, now } = attempt;
  const verdict = verdictOn(error);
  const code = codeOf(error);
  if (verdict.kind === 'give up') {
    log.warn({ ...about, code }, 'a photo cannot be had; the document names it');
    return null;
  }
  const turn = verdict.kind === 'later';
  const waited = now() - (await since(attempt, turn ? 'photosFrom' : 'photosFailing'));
  if (waited >= (turn ? LONGEST : PATIENCE)) {
    log.warn({ ...about, code }, 'photos cannot be had for too long; the document names them');
    return 'not now';
  }
  if (turn) throw error;
  log.warn({ ...about, code }, 'a photo could not be had, will try again');
  throw new Later(Math.min(Math.max(FIRST_WAIT, waited), LONGEST_WAIT), 'waiting for a photo');
}

/** Since when something has been so, milliseconds; remembered in the trace from the first time that it is asked. */
async function since({ keep, now, trace }: Attempt, what: string): Promise<number> {
  const known = trace[what];
  if (typeof known === 'number') return known;
  await keep({ [what]: now() });
  return now();
}

/** Who brought a file: the app takes it from nobody else. */
const ownerOf = (order: Order, fileId: string): string =>
  order.entries.find((entry) => newAttachments(order, entry).some((file) => file.fileId === fileId))?.by.id ?? '';
