import { isTheirs } from '../slack/whose-file.ts';
import type { Attempt } from './executor.ts';
import { failedWith } from './slack-errors.ts';

/**
 * The bytes of a file that `owner` brought along; undefined when it is gone, or not ours to see, or not theirs, or nobody
 * knows whose: the app sees files that its people do not, and a form must not be a way to them. Rejects with `NotFetched` when it cannot be
 * had, and as Slack's own methods do.
 */
export async function bytesOf(attempt: Attempt, file: string, owner: string): Promise<Uint8Array | undefined> {
  const address = await addressOf(attempt, file, owner);
  return address ? await attempt.fetchFile(address) : undefined;
}

async function addressOf({ client, order, paced }: Attempt, file: string, owner: string): Promise<string | undefined> {
  try {
    const { file: found } = await paced('files.info', () => client.files.info({ file }));
    if (!found || !isTheirs(found, owner, order.team)) return undefined;
    return found.url_private_download ?? found.url_private;
  } catch (error) {
    if (failedWith(error, 'file_not_found', 'file_deleted', 'not_visible', 'access_denied')) return undefined;
    throw error;
  }
}
