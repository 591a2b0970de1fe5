import { DecoderStopped } from '../../../pictures/decoder.ts';
import { type Kind, kindOf } from '../../../pictures/formats/kind.ts';
import type { Unprinted } from '../../../pictures/unprinted.ts';
import { Later } from '../../../slack-api/classify-error.ts';
import { NotFetched } from '../../../slack-api/fetch-file.ts';
import type { Attempt } from '../../executor.ts';

/** Pictures whose format has no room for what a camera knows. */
const HARMLESS: ReadonlySet<Kind> = new Set(['bmp', 'ico', 'svg']);

/** A file as it may be posted. `preview`: Slack's own picture of it, with the ending of its name. */
type Clean = { readonly bytes: Uint8Array; readonly preview: 'jpg' | 'png' | null } | { readonly withheld: Withheld };

/** Why a photo is not posted: it is too damaged to be cleaned, or of a format that cannot be. */
export type Withheld = { readonly why: 'damaged' } | { readonly why: 'format'; readonly format: string };

/**
 * The same file without what photos say of place, time and device, pixel by pixel as it was; where that cannot be had,
 * Slack's largest thumbnail. Or why it is not posted. Files that are no pictures stay
 * as they are.
 */
export async function withoutMetadata(
  attempt: Attempt,
  bytes: Uint8Array,
  thumbnails: readonly string[],
): Promise<Clean> {
  const kind = kindOf(bytes);
  if (kind === undefined || HARMLESS.has(kind)) return { bytes, preview: null };
  const clean = await cleaned(attempt, bytes);
  if (!('code' in clean)) return { bytes: clean, preview: null };
  if (clean.code === 'damaged' && !mentionsMetadata(bytes)) return { bytes, preview: null };
  return (
    (await preview(attempt, thumbnails[0])) ?? {
      withheld: clean.code === 'damaged' ? { why: 'damaged' } : { why: 'format', format: kind.toUpperCase() },
    }
  );
}

/** What metadata of a picture begins with: Exif, XMP, Photoshop's IPTC, and PNG's and WebP's chunks for them and for texts. */
const MARKS = ['Exif', 'EXIF', 'eXIf', 'ns.adobe.com', 'xmpmeta', 'XMP ', 'Photoshop', 'tEXt', 'zTXt', 'iTXt'];

/** Whether there is anything of the kind in a picture that is too damaged to be taken apart. */
function mentionsMetadata(bytes: Uint8Array): boolean {
  const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return MARKS.some((mark) => picture.includes(mark, 0, 'latin1'));
}

async function preview(attempt: Attempt, address: string | undefined): Promise<Clean | undefined> {
  if (address === undefined) return undefined;
  try {
    const bytes = await attempt.fetchFile(address);
    const kind = kindOf(bytes);
    const clean = await cleaned(attempt, bytes);
    return 'code' in clean ? undefined : { bytes: clean, preview: kind === 'png' ? 'png' : 'jpg' };
  } catch (error) {
    if (!(error instanceof NotFetched)) throw error;
    return undefined;
  }
}

async function cleaned({ decoder }: Attempt, bytes: Uint8Array): Promise<Uint8Array | Unprinted> {
  try {
    return await decoder.clean(bytes);
  } catch (error) {
    if (error instanceof DecoderStopped) throw new Later(0, 'the app stops');
    throw error;
  }
}
