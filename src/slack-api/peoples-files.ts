import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { classifyError, codeOf, Unanswered } from './classify-error.ts';
import { NotFetched } from './fetch-file.ts';

/** What Slack says of a file's owner. */
interface Owned {
  readonly user?: string | undefined;
  readonly user_team?: unknown;
}

/** Whether a file is this person's of this workspace. One without a user is nobody's. */
export const isTheirs = ({ user, user_team }: Owned, person: string, team: string): boolean =>
  user === person && (typeof user_team !== 'string' || user_team === team);

/**
 * Whether somebody may bring a file along. `gone`: the app does not see it. `not now`: Slack did not say in time, and it
 * is looked at again when the file is posted.
 */
type Belongs = 'theirs' | 'not theirs' | 'gone' | 'not now';
export type WhoseFile = ReturnType<typeof createWhoseFile>;

/** How long somebody who sends a form waits for what Slack says of their files. Milliseconds. */
const WAIT = 1200;

/** Asks Slack through the `client` of this workspace. Never rejects, and never waits longer than `WAIT`. */
export function createWhoseFile(client: WebClient, team: string, log: Log) {
  const ask = async (id: string, person: string): Promise<Belongs> => {
    try {
      const { file } = await client.files.info({ file: id });
      return file && isTheirs(file, person, team) ? 'theirs' : 'not theirs';
    } catch (error) {
      log.info({ event: 'file.owner_unknown', file: id, code: codeOf(error) }, 'Slack did not say who owns a file');
      return classifyError(error).kind === 'give up' ? 'gone' : 'not now';
    }
  };
  return (id: string, person: string): Promise<Belongs> =>
    Promise.race([
      ask(id, person),
      new Promise<'not now'>((resolve) => setTimeout(() => resolve('not now'), WAIT).unref()),
    ]);
}

export type ReadFile = ReturnType<typeof createReadFile>;

/**
 * Reads files that somebody points at through `client`: the bytes, or why they cannot be had (the file is gone or nothing for
 * the app to see, or Slack is in trouble). Never rejects. `fetchFile` goes to Slack's hosts only, and within its limits.
 */
export function createReadFile(client: WebClient, fetchFile: (address: string) => Promise<Uint8Array>, log: Log) {
  return async (id: string): Promise<Uint8Array | 'gone' | 'not now'> => {
    try {
      const { file } = await client.files.info({ file: id });
      const address = file?.url_private_download ?? file?.url_private;
      return address ? await fetchFile(address) : 'gone';
    } catch (error) {
      log.info({ event: 'file.unreadable', file: id, code: codeOf(error) }, 'a file could not be read');
      const mayPass =
        error instanceof Unanswered || (!(error instanceof NotFetched) && classifyError(error).kind !== 'give up');
      return mayPass ? 'not now' : 'gone';
    }
  };
}

/** Slack's names for pictures that it makes of a file: what it could read, so can others. */
const THUMBNAILS = ['thumb_64', 'thumb_160', 'thumb_360', 'thumb_480', 'thumb_720', 'thumb_1024'] as const;

export type IsBroken = ReturnType<typeof createIsBroken>;

/**
 * Whether a file that is to be a photo is none (`isPicture` judges its bytes), as far as that is found out in time. Files of which Slack
 * made pictures are not fetched; the others one after the other, so that few bytes are held at once. Never rejects.
 */
export function createIsBroken(
  client: WebClient,
  fetchFile: (address: string) => Promise<Uint8Array>,
  isPicture: (bytes: Uint8Array) => boolean,
  log: Log,
) {
  const look = async (id: string): Promise<boolean> => {
    try {
      const { file } = await client.files.info({ file: id });
      const address = file?.url_private_download ?? file?.url_private;
      if (!file || !address || THUMBNAILS.some((size) => file[size])) return false;
      return !isPicture(await fetchFile(address));
    } catch (error) {
      log.info({ event: 'file.not_looked_at', file: id, code: codeOf(error) }, 'a photo could not be looked at');
      return error instanceof NotFetched;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return (id: string): Promise<boolean> => {
    const late = AbortSignal.timeout(WAIT);
    const mine = last.then(() => !late.aborted && look(id));
    last = mine;
    return Promise.race([
      mine,
      new Promise<false>((resolve) => late.addEventListener('abort', () => resolve(false), { once: true })),
    ]);
  };
}
