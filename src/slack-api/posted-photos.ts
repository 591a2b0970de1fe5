import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { codeOf } from './classify-error.ts';

/** A photo that somebody posted in a channel. `by`: whose file it is (a user id); `at`: when they uploaded it, seconds. */
export interface PostedPhoto {
  readonly fileId: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
  readonly by: string;
  readonly at: number;
  readonly permalink: string;
}

/** How long somebody who goes on in a form waits for the photos of its channel. Milliseconds. */
const WAIT = 1200;
/** How long what Slack said of a channel is taken for what it would say. Milliseconds. */
const FRESH = 30_000;
/** Files that are looked at: the newest. */
const LISTED = 100;
/** Channels that are remembered. */
const MAX_CHANNELS = 500;
/** What is never fetched because it is larger. Bytes. */
const MAX_SIZE = 20_000_000;

const Listed = z.object({
  id: z.string().min(1).max(255),
  name: z.string().nullish(),
  mimetype: z.string().max(255).nullish(),
  size: z.number().nonnegative().nullish(),
  user: z.string().max(255).nullish(),
  user_team: z.string().nullish(),
  mode: z.string().nullish(),
  is_external: z.boolean().nullish(),
  created: z.number().nullish(),
  permalink: z.string().max(2000).nullish(),
});

/**
 * The photos that people of this workspace posted in channels, as Slack lists them through `client`; the app's own are none.
 * What was listed a moment ago is not asked for again.
 */
export function createPostedPhotos({
  client,
  team,
  bot,
  log,
  now,
}: {
  client: WebClient;
  team: string;
  bot: string;
  log: Log;
  now: () => number;
}) {
  const known = new Map<
    string,
    { readonly at: number; readonly photos: Promise<readonly PostedPhoto[] | undefined> }
  >();

  async function list(channel: string): Promise<readonly PostedPhoto[] | undefined> {
    try {
      const { files = [] } = await client.files.list({ channel, types: 'images', count: LISTED });
      return files.flatMap((file) => photoIn(file, team, bot));
    } catch (error) {
      log.info(
        { event: 'photos.unlisted', channel, code: codeOf(error) },
        'Slack did not list the photos of a channel',
      );
      known.delete(channel);
      return undefined;
    }
  }

  function asked(channel: string): Promise<readonly PostedPhoto[] | undefined> {
    const last = known.get(channel);
    if (last && now() < last.at + FRESH) return last.photos;
    known.delete(channel);
    const [oldest] = known.keys();
    if (known.size >= MAX_CHANNELS && oldest !== undefined) known.delete(oldest);
    const photos = list(channel);
    known.set(channel, { at: now(), photos });
    return photos;
  }

  return {
    /** The newest first; undefined when Slack does not say in time. Never rejects. */
    of: (channel: string): Promise<readonly PostedPhoto[] | undefined> =>
      Promise.race([
        asked(channel),
        new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), WAIT).unref()),
      ]),
    /** Asks already: somebody will want to know soon. */
    ahead: (channel: string): void => void asked(channel),
    /** A file was posted there: what was listed counts no more. */
    forget: (channel: string): void => void known.delete(channel),
  };
}

export type PostedPhotos = ReturnType<typeof createPostedPhotos>;

function photoIn(listed: unknown, team: string, bot: string): PostedPhoto[] {
  const { success, data: file } = Listed.safeParse(listed);
  if (!success) return [];
  const { id: fileId, user: by, mimetype, size, created, permalink } = file;
  const isOurs = by && by !== bot && (!file.user_team || file.user_team === team);
  const isKept = !file.is_external && (!file.mode || file.mode === 'hosted') && size != null && size <= MAX_SIZE;
  if (!isOurs || !isKept || !mimetype?.startsWith('image/')) return [];
  return [{ fileId, name: file.name ?? '', mimetype, size, by, at: created ?? 0, permalink: permalink ?? '' }];
}
