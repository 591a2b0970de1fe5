import type { Issued } from '../../../../db/shapes/checkpoint.ts';
import { DecoderStopped } from '../../../pictures/decoder.ts';
import type { Photo } from '../../../pictures/photo.ts';
import type { Unprinted } from '../../../pictures/unprinted.ts';
import { Later } from '../../../slack-api/classify-error.ts';
import type { Attempt } from '../../executor.ts';

/** A picture that was being decoded when the app ended is tried once more, for that may have been a power cut; then never again. */
const MAX_TRIES = 2;
/** Pictures of one document that may end the decoder before its others are left alone: nobody else waits for more of them. */
const MAX_ENDED = 3;

/** What it takes to try a picture. */
type Trying = Pick<Attempt<Pick<Issued, 'photoTries'>>, 'decoder' | 'saveCheckpoint' | 'log' | 'order' | 'checkpoint'>;

/**
 * The photo in these bytes, or why there is none. Before a picture is tried, that it is tried is written down, so that one
 * that ends the decoder, or the whole app, is not tried for ever. `key` names the picture within the document. Rejects when
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
      'a photo could not be prepared, will try again',
    );
    throw error;
  }
}
