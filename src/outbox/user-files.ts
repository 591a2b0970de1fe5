import { failedWith } from '../slack-api/classify-error.ts';
import { isTheirs } from '../slack-api/peoples-files.ts';
import type { AnyAttempt } from './executor.ts';

/** Where a file of somebody's can be had. */
export interface UserFile {
  readonly address: string;
  /** Pictures that Slack made of it (JPEG or PNG), the largest first; none where it made none. */
  readonly thumbnails: readonly string[];
}

/** Slack's names for its thumbnails that show the whole picture, by their longest side. Smaller ones are of no use in print. */
const THUMBNAILS = ['thumb_1024', 'thumb_960', 'thumb_800', 'thumb_720', 'thumb_480', 'thumb_360'] as const;

/**
 * Where a file that `owner` brought along can be had; undefined when it is gone, or not ours to see, or not theirs, or nobody
 * knows whose: the app sees files that its people do not, and a form must not be a way to them. Rejects as Slack's methods do.
 */
export async function userFile(
  { claimed, slack }: Pick<AnyAttempt, 'claimed' | 'slack'>,
  file: string,
  owner: string,
): Promise<UserFile | undefined> {
  try {
    const { file: found } = await slack('files.info', { file });
    if (!found || !isTheirs(found, owner, claimed.team)) return undefined;
    const address = found.url_private_download ?? found.url_private;
    const thumbnails = THUMBNAILS.flatMap((size) => found[size] ?? []);
    return address ? { address, thumbnails } : undefined;
  } catch (error) {
    if (failedWith(error, 'file_not_found', 'file_deleted', 'not_visible', 'access_denied')) return undefined;
    throw error;
  }
}
