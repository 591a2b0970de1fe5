import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type ChannelRef, NO_OFFICE_CHANNEL } from '../../db/ports.ts';
import type { Effect } from '../order/effect.ts';
import type { Deps } from './deps.ts';
import { publishHome, publishHomeAgain } from './home/home.ts';

/**
 * Records what an event means; the event is acked when this resolves, and comes again when it rejects, so it must be safe
 * to repeat, also in another instance. `cause` names the event: what is owed for it is owed once. What it resolves with is
 * done after the ack: nothing that must not be lost.
 */
type Handler = (
  deps: Deps,
  event: unknown,
  cause: string | undefined,
) => Promise<(() => Promise<void>) | undefined | void>;

const Id = z.string().min(1).max(255);
const Home = z.object({ user: Id, tab: z.string().nullish() });
const OfUser = z.object({ user: z.unknown() });
const InChannel = z.object({
  channel: Id,
  user: Id.nullish(),
  actor_id: Id.nullish(),
  /** `1361482916.000004` */
  event_ts: z.string().nullish(),
});
const secondsOf = (ts: string | null | undefined): number => Number(ts ?? 0) || 0;
const Renamed = z.object({ channel: z.object({ id: Id, name: z.string().min(1) }) });
const Renumbered = z.object({ old_channel_id: Id, new_channel_id: Id });
const GroupChanged = z
  .object({ subteam_id: Id.nullish(), subteam: z.object({ id: Id }).nullish() })
  .transform(({ subteam_id, subteam }) => subteam_id ?? subteam?.id ?? '');
const SharedIn = z.object({ channel_id: Id.nullish() });
const OfFile = z.object({ file_id: Id });

const learn: Handler = async (deps, event) => {
  const reads = await deps.people.learn(OfUser.parse(event).user);
  // Home is the one thing on their screen that would stay in the language before.
  return reads ? () => publishHomeAgain(deps, reads) : undefined;
};

/** The latest channel of an order, when this is it. */
async function current({ store, team }: Deps, channel: string): Promise<ChannelRef | undefined> {
  const ref = await store.channelById(team, channel);
  const latest = ref && (await store.channel(team, ref.order));
  return latest?.channel === channel ? latest : undefined;
}

/** People closed an order's channel. A new one is opened when the order next needs it, not before. */
const closed =
  (how: 'archived' | 'deleted'): Handler =>
  async (deps, event) => {
    const bot = deps.identity.botUserId;
    const { channel, user, actor_id, event_ts } = InChannel.parse(event);
    const by = user ?? actor_id ?? null;
    const at = secondsOf(event_ts);
    const ref = by === bot ? undefined : await current(deps, channel);
    // One that we had archived ourselves: only its deletion is news.
    if (!ref || (how === 'archived' && ref.archivedAt !== null && !ref.lost)) return;
    if (how === 'archived' && ref.lost && ref.lost.at > at) return;
    const archivedAt = ref.archivedAt ?? Math.floor(deps.now() / 1000);
    await deps.store.updateChannel(ref, { archivedAt, lost: { how, by, at } });
    deps.log.info(
      { event: 'channel.closed_by_people', order: ref.order, channel, how, by },
      'the channel of an order was archived or deleted',
    );
  };

/** People opened a channel again that they had archived. The app is not in it until it is invited. */
const reopened: Handler = async (deps, event) => {
  const { channel, event_ts } = InChannel.parse(event);
  const at = secondsOf(event_ts);
  const ref = await current(deps, channel);
  // The channel of an order that has ended stays closed to us; one that is deleted or given up is none any more.
  if (!ref || (ref.archivedAt !== null && ref.lost?.how !== 'archived') || (ref.lost && ref.lost.at > at)) return;
  await deps.store.updateChannel(ref, { archivedAt: null, lost: { how: 'removed', by: null, at } });
  await goOn(deps, ref);
};

/**
 * The app was removed from a channel. Slack also takes it out of one that is archived, and may say so before it says that:
 * this has no time, so that it never makes an archiving look old.
 */
const left: Handler = async (deps, event) => {
  const { channel, user, actor_id } = InChannel.parse(event);
  if (user && user !== deps.identity.botUserId) return;
  const ref = await current(deps, channel);
  if (!ref || ref.archivedAt !== null || ref.lost) return;
  await deps.store.updateChannel(ref, { lost: { how: 'removed', by: actor_id ?? null, at: 0 } });
  deps.log.info(
    { event: 'channel.app_removed', order: ref.order, channel },
    'the app was removed from the channel of an order',
  );
};

/** The app is back in a channel: what waited for that goes on. */
const joined: Handler = async (deps, event) => {
  const { channel, user } = InChannel.parse(event);
  if (user !== deps.identity.botUserId) return;
  await goOnInOffice(deps, channel);
  const ref = await current(deps, channel);
  if (!ref) return;
  if (ref.lost || ref.archivedAt !== null) await deps.store.updateChannel(ref, { archivedAt: null, lost: null });
  await goOn(deps, ref);
};

const renamed: Handler = async ({ store, team }, event) => {
  const { id, name } = Renamed.parse(event).channel;
  const ref = await store.channelById(team, id);
  if (ref) await store.updateChannel(ref, { name });
};

/** Sharing a channel with another organisation may give it another id. */
const renumbered: Handler = async (deps, event) => {
  const { old_channel_id, new_channel_id } = Renumbered.parse(event);
  const { store, team } = deps;
  // Known by its new id already when this event was half recorded before.
  const ref = (await store.channelById(team, old_channel_id)) ?? (await store.channelById(team, new_channel_id));
  if (!ref) return;
  await store.updateChannel(ref, { channel: new_channel_id });
  await goOn(deps, ref);
};

/**
 * How long the news of another id may come behind the news of the sharing that gave it; Slack waits three seconds.
 * Milliseconds.
 */
const LOOK_AGAIN = 1500;

/** Another organisation can read the channel: supervisor and coordinator are told. */
const shared: Handler = async (deps, event, cause) => {
  const { channel } = InChannel.parse(event);
  if (await warned(deps, channel, cause)) return;
  await wait(LOOK_AGAIN);
  await warned(deps, channel, cause);
};

async function warned(deps: Deps, channel: string, cause: string | undefined): Promise<boolean> {
  const { store, team } = deps;
  const ref = await current(deps, channel);
  const order = ref && (await store.order(team, ref.order));
  if (!order) return false;
  const entry = order.lastEntry.seq;
  const keepers = new Set([order.supervisor.id, ...(order.coordinator ? [order.coordinator.id] : [])]);
  const tells = [...keepers].map((person): Effect => ({ type: 'tell', person, about: 'channel_shared', entry }));
  await store.owe(team, order.id, tells, deps.now(), { cause });
  deps.nudge();
  return true;
}

/** Somebody deleted a PDF: neither the history nor the bookmark leads to it any more. */
const fileDeleted: Handler = async (deps, event) => {
  const { store, team } = deps;
  const document = await store.documentByFile(team, OfFile.parse(event).file_id);
  if (!document) return;
  await store.saveDocument({ ...document, permalink: '' });
  await store.owe(team, document.order, [{ type: 'sync_channel_metadata' }], deps.now());
  deps.nudge();
};

/** A user group was changed: what the settings give to its members counts at once. */
const groupChanged: Handler = async ({ groups }, event) => groups.refresh([GroupChanged.parse(event)]);

const revoked =
  (how: string): Handler =>
  async ({ installation }) =>
    installation.revoked(how);

/** The app is in the office's channel now: documents that waited for that are sent. */
async function goOnInOffice({ store, team, now, nudge }: Deps, channel: string): Promise<void> {
  if (channel !== (await store.settings(team)).prices.channel) return;
  const causes = (await store.parkedCauses(team, CAUSES_READ)).filter(({ error }) => error === NO_OFFICE_CHANNEL);
  for (const cause of causes) await store.unparkAll(team, now(), cause);
  if (causes.length > 0) nudge();
}

/** Causes of failures that are looked at; more than these nobody has at once. */
const CAUSES_READ = 100;

async function goOn(deps: Deps, { team, order }: ChannelRef): Promise<void> {
  const unparked = await deps.store.unparkOrder(team, order, deps.now());
  if (unparked > 0)
    deps.log.info({ event: 'channel.back', order, unparked }, 'deliveries that waited for the channel resumed');
  deps.nudge();
}

/** What is done about each event. The manifest subscribes to exactly these; a test holds them together. */
export const eventHandlers: Readonly<Record<string, Handler>> = {
  async app_home_opened(deps, event) {
    const { tab, user } = Home.parse(event);
    return tab === 'home' ? () => publishHome(deps, user) : undefined;
  },
  app_uninstalled: revoked('the app was uninstalled'),
  channel_archive: closed('archived'),
  channel_deleted: closed('deleted'),
  channel_id_changed: renumbered,
  channel_left: left,
  channel_rename: renamed,
  channel_shared: shared,
  channel_unarchive: reopened,
  file_deleted: fileDeleted,
  /** Photos that people post in an order's channel are offered where work is reported. */
  async file_shared({ postedPhotos }, event) {
    postedPhotos.forget(SharedIn.parse(event).channel_id ?? '');
  },
  group_archive: closed('archived'),
  group_deleted: closed('deleted'),
  group_left: left,
  group_rename: renamed,
  group_unarchive: reopened,
  member_joined_channel: joined,
  member_left_channel: left,
  subteam_members_changed: groupChanged,
  subteam_updated: groupChanged,
  team_join: learn,
  async tokens_revoked({ installation }, event) {
    const { tokens } = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish() }).parse(event);
    // Of people's own tokens we hold none.
    if (!tokens?.bot || tokens.bot.length > 0) installation.revoked('token_revoked');
  },
  user_change: learn,
};
