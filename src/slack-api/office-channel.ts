import type { ConversationsInfoResponse, WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { codeOf, failedWith } from './classify-error.ts';

/** Whether a channel can get documents with prices. `hidden`: the app is not in it, or there is none. */
export type OfficeChannel = { readonly kind: 'fit'; readonly name: string } | Unfit;

type Unfit = { readonly kind: 'open' | 'shared' | 'archived'; readonly name: string } | { readonly kind: 'hidden' };

/** The same with who is in one that can, and where Slack did not say in time. */
export type LookedAt =
  | { readonly kind: 'fit'; readonly name: string; readonly members: readonly string[] }
  | Unfit
  | { readonly kind: 'unanswered' };

/** What Slack's channel object says of it: what is not surely private is public. */
export function officeChannel(channel: ConversationsInfoResponse['channel']): OfficeChannel {
  if (!channel?.id) return { kind: 'hidden' };
  const name = channel.name ?? channel.id;
  if (channel.is_ext_shared || channel.is_pending_ext_shared) return { kind: 'shared', name };
  if (!channel.is_private) return { kind: 'open', name };
  if (channel.is_archived) return { kind: 'archived', name };
  return channel.is_member === false ? { kind: 'hidden' } : { kind: 'fit', name };
}

/** Members that are looked at: Slack's largest page. */
const MEMBERS = 999;

/** Asks Slack about a channel for documents with prices. Rejects where it does not answer. */
export async function lookAtOfficeChannel(client: WebClient, id: string): Promise<LookedAt> {
  try {
    const found = officeChannel((await client.conversations.info({ channel: id })).channel);
    if (found.kind !== 'fit') return found;
    const { members } = await client.conversations.members({ channel: id, limit: MEMBERS });
    return { kind: 'fit', name: found.name, members: members ?? [] };
  } catch (error) {
    if (failedWith(error, 'channel_not_found', 'channel_is_limited_access', 'not_in_channel'))
      return { kind: 'hidden' };
    throw error;
  }
}

/** How long somebody who saves settings waits for what Slack says of a channel. Milliseconds. */
const WAIT = 1000;

export type LookAtOfficeChannel = ReturnType<typeof createLookAtOfficeChannel>;

/** The same for who waits for it: never rejects, and never waits longer than `WAIT`. */
export function createLookAtOfficeChannel(client: WebClient, log: Log) {
  const look = async (id: string): Promise<LookedAt> => {
    try {
      return await lookAtOfficeChannel(client, id);
    } catch (error) {
      log.info({ event: 'settings.channel_unknown', channel: id, code: codeOf(error) }, 'a channel was not looked at');
      return { kind: 'unanswered' };
    }
  };
  return (id: string): Promise<LookedAt> =>
    Promise.race([
      look(id),
      new Promise<LookedAt>((resolve) => setTimeout(() => resolve({ kind: 'unanswered' }), WAIT).unref()),
    ]);
}
