import type { ChannelRef, Claimed, PersonRecord, Store } from '../../db/ports.ts';
import type { CheckpointOf, Moved } from '../../db/shapes/checkpoint.ts';
import type { Files } from '../files/files.ts';
import type { Log } from '../log.ts';
import { type GroupMembers, withRoles } from '../office/authority.ts';
import { askedBefore, type Entry, type SubmittedBefore } from '../order/action.ts';
import {
  entryWithoutPrices,
  historyWithoutPrices,
  pricesDiffer,
  versionWithoutPrices,
  withoutPrices,
} from '../order/amounts/prices.ts';
import type { Effect, EffectType } from '../order/effect.ts';
import type { History, Order } from '../order/order.ts';
import { seesPrices } from '../order/permissions.ts';
import type { Version } from '../order/version.ts';
import type { Renderer } from '../pdf/renderer.ts';
import type { Decoder } from '../pictures/decoder.ts';
import type { Settings } from '../settings.ts';
import type { SaidAway } from '../slack-api/away.ts';
import { GiveUp } from '../slack-api/classify-error.ts';
import type { Identity } from '../slack-api/connect.ts';
import type { SlackCall } from './calls/calls.ts';
import type { PreparedPhotos } from './prepared-photos.ts';

/** What effects are carried out with. */
export interface EffectContext {
  /** The name of this process among those that run the app. */
  readonly instance: string;
  readonly store: Store;
  readonly renderer: Renderer;
  readonly decoder: Decoder;
  /** Runs what holds a whole file of somebody's in memory: only a few of them at once. */
  fileTurns<T>(task: () => Promise<T>): Promise<T>;
  /** Where issued files are kept; undefined where nobody asked for that. */
  readonly files: Files | undefined;
  /** Photos of documents that are put off or tried again. */
  readonly prepared: PreparedPhotos;
  readonly identity: Identity;
  readonly log: Log;
  readonly now: () => number;
  /** The bytes of a file that people gave to Slack. */
  fetchFile(address: string): Promise<Uint8Array>;
  /** Brings bytes to the address that Slack gave for them. */
  sendFile(address: string, bytes: Uint8Array): Promise<void>;
  readonly slack: SlackCall;
  /** Who is in the user groups that settings name. */
  groupMembers(settings: Settings): Promise<GroupMembers>;
  /** What Slack said of people's absence. */
  readonly saidAway: SaidAway;
  /** Says once, for the life of the process, that something optional is missing. */
  warnOnce(what: string): void;
}

/**
 * One attempt at an effect; `C`: what it remembers from one attempt to the next (db/shapes/checkpoint.ts). `store` writes for
 * its term only.
 */
export interface AnyAttempt<C = unknown> extends EffectContext {
  readonly claimed: Claimed;
  readonly settings: Settings;
  /** What Slack gave back so far, this attempt's included. */
  readonly checkpoint: Readonly<C>;
  /** Stores what Slack gave back, at once. */
  saveCheckpoint(given: Partial<C>): Promise<void>;
}

/** One attempt at an effect of an order. */
export interface Attempt<C = unknown> extends AnyAttempt<C> {
  /** What may be shown: as everybody reads it, without prices where only the office sees them. */
  readonly order: Order;
  /** The order as it is stored, with its prices: never shown, but to who sees them (`asSeenBy`, `withPrices`). */
  readonly stored: Order;
  /** Whether `order`, and what is read of its history, has its prices. */
  readonly priced: boolean;
}

/** Carries out one effect of an order. Safe to repeat; throws when it is not done, and classify-error.ts says what then. */
export type Executor<T extends EffectType> = (
  effect: Extract<Effect, { type: T }>,
  attempt: Attempt<CheckpointOf<T>>,
) => Promise<void>;

/** The same for what may be owed about no order. */
export type OfficeExecutor<T extends EffectType> = (
  effect: Extract<Effect, { type: T }>,
  attempt: AnyAttempt<CheckpointOf<T>> & { readonly order?: Order },
) => Promise<void>;

/** The order's channel, which an earlier effect of the same lane has opened. */
export async function channelOf({ store, order }: Attempt): Promise<ChannelRef> {
  const ref = await store.channel(order.team, order.id);
  if (!ref) throw new GiveUp('no_channel', { say: 'no_channel' });
  return ref;
}

/**
 * The same attempt with a part of its checkpoint and a mark of its own: for a part of an effect that must be known again
 * by itself. `id`: by what its posts are known.
 */
export function within<C extends object, K extends keyof C & string>(
  attempt: Attempt<C>,
  key: K,
  id?: string,
): Attempt<NonNullable<C[K]>>;
export function within<C extends object, K extends keyof C & string>(
  attempt: AnyAttempt<C>,
  key: K,
  id?: string,
): AnyAttempt<NonNullable<C[K]>>;
export function within<C extends object, K extends keyof C & string>(
  attempt: AnyAttempt<C>,
  key: K,
  id = `${attempt.claimed.id}/${key}`,
): AnyAttempt<NonNullable<C[K]>> {
  const part = Object.assign({}, attempt.checkpoint[key]) as NonNullable<C[K]>;
  return {
    ...attempt,
    claimed: { ...attempt.claimed, id },
    checkpoint: part,
    async saveCheckpoint(given) {
      // Another part of it may have been written meanwhile.
      Object.assign(part, attempt.checkpoint[key], given);
      await attempt.saveCheckpoint({ [key]: { ...part } } as Partial<C>);
    },
  };
}

/** An order as an effect starts with it: as everybody reads it. */
export function asEverybodyReads(stored: Order): Pick<Attempt, 'order' | 'stored' | 'priced'> {
  const priced = stored.content.pricesFor === 'everybody';
  return { order: priced ? stored : withoutPrices(stored), stored, priced };
}

/** The same attempt for those who see the order's prices. */
export const withPrices = <C>(attempt: Attempt<C>): Attempt<C> => ({ ...attempt, order: attempt.stored, priced: true });

/** The same attempt for what this person alone reads; nobody knows whether somebody unknown may see prices. */
export async function asSeenBy<C>(attempt: Attempt<C>, reader: PersonRecord | undefined): Promise<Attempt<C>> {
  if (!reader) return attempt;
  const { settings, stored, groupMembers } = attempt;
  return seesPrices(withRoles(reader, settings, await groupMembers(settings)), stored) ? withPrices(attempt) : attempt;
}

/** What an attempt reads of its order. */
type Reading = Pick<Attempt, 'order' | 'priced' | 'store'>;

/** An entry of the order by its number, as the attempt may show it. */
export async function entryOf({ order, priced, store }: Reading, seq: number): Promise<Entry> {
  const { team, id, lastEntry } = order;
  if (seq === lastEntry.seq) return lastEntry;
  const entry = await store.entry(team, id, seq);
  if (!entry) throw new Error(`order ${id} has no entry ${seq}`);
  return priced ? entry : entryWithoutPrices(entry);
}

/** All that the order has been through, as the attempt may show it. */
export async function historyOf({ order: { team, id }, priced, store }: Reading): Promise<History> {
  const history = await store.history(team, id);
  return priced ? history : historyWithoutPrices(history);
}

/** What was submitted before, when an entry submits the order again. */
export async function submittedBefore(
  { order: { team, id }, priced, store }: Reading,
  { action, seq }: Entry,
): Promise<SubmittedBefore | undefined> {
  if (action.type !== 'resubmit' && action.type !== 'edit') return undefined;
  const entries = await store.entries(team, id);
  if (priced) return askedBefore(entries, seq);
  const before = askedBefore(entries.map(entryWithoutPrices), seq);
  const [was, is] = [askedBefore(entries, seq), entries.find((one) => one.seq === seq)?.action];
  const differed = was && is && 'content' in is && pricesDiffer(was.content.items, is.content.items);
  return before && differed ? { ...before, pricesDiffered: true } : before;
}

/** A version of the order by its number, as the attempt may show it. */
export async function versionOf({ order, priced, store }: Reading, n: number): Promise<Version> {
  const { team, id, latest } = order;
  if (n === latest?.n) return latest;
  const version = await store.version(team, id, n);
  if (!version) throw new Error(`order ${id} has no version ${n}`);
  return priced ? version : versionWithoutPrices(version);
}

/**
 * In whose turn an order's effects are delivered (decision 0031): that of the person who acted on it last, else the
 * requester's.
 */
export const causeOf = ({ requester, lastEntry: { by } }: Order): string =>
  (by.kind ?? 'person') === 'person' ? by.id : requester.id;

/** What an effect remembers of the next channel that it has opened. */
export type Moving = { readonly move?: Moved | undefined };

/** The attempt with what it remembers of its move; its parts are known by the number of the new channel. */
export const moving = (attempt: Attempt<Moving>): Attempt<Moved> => within(attempt, 'move', attempt.claimed.id);

/** By what a part of a move is known: `…/open 2`. */
export const partOf = ({ claimed }: Attempt, part: string, to: number): string => `${claimed.id}/${part} ${to}`;

/** What an effect does in the channel it is in now: what it began in one before that counts no more. */
export function inPlace<C extends object>(
  attempt: Attempt<C & { readonly move?: (Moved & { readonly here?: C | undefined }) | undefined }>,
): Attempt<C> {
  const { move } = attempt.checkpoint;
  if (!move) return attempt;
  return within(within(attempt, 'move', attempt.claimed.id), 'here', partOf(attempt, 'channel', move.to));
}
