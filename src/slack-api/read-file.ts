import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { classifyError, Unanswered } from './classify-error.ts';
import { codeOf } from './error-code.ts';
import { NotFetched } from './fetch-file.ts';

/** A file's bytes; or why they cannot be had: it is gone or nothing for the app to see; or Slack is in trouble. */
export type Fetched = Uint8Array | 'gone' | 'not now';

/** Reads files that somebody points at. Never rejects. */
export type ReadFile = (file: string) => Promise<Fetched>;

/** Reads files through `client`; `fetchFile` goes to Slack's hosts only, and within its limits. */
export function createReadFile(
  client: WebClient,
  fetchFile: (address: string) => Promise<Uint8Array>,
  log: Log,
): ReadFile {
  return async (id) => {
    try {
      const { file } = await client.files.info({ file: id });
      const address = file?.url_private_download ?? file?.url_private;
      return address ? await fetchFile(address) : 'gone';
    } catch (error) {
      log.info({ event: 'file.unreadable', file: id, code: codeOf(error) }, 'a file cannot be read');
      const mayPass =
        error instanceof Unanswered || (!(error instanceof NotFetched) && classifyError(error).kind !== 'give up');
      return mayPass ? 'not now' : 'gone';
    }
  };
}
