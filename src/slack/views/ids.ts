import { z } from 'zod';
import { type AtOnceId, isAtOnceId } from '../../forms/at-once.ts';
import { isOrderFormId, type OrderFormId } from '../../forms/forms.ts';
import type { Source } from '../../order/action.ts';
import { STATUSES } from '../../order/progress/status.ts';

/** Slash commands; both mean the same. The manifest declares them, a test holds it to this list. */
export const commands = ['/service-order', '/so'] as const;

/** Callback ids of the shortcuts in the manifest. */
export const shortcuts = {
  newOrder: 'new_service_order',
  fromMessage: 'create_service_order',
  verify: 'verify_document',
  addToOrder: 'add_to_service_order',
} as const;

/** Buttons outside forms. The order's id travels in the button's value and is trusted for nothing else. */
export const homeActions = {
  newOrder: 'home_new',
  show: 'order_show',
  copy: 'order_copy',
  retry: 'effect_retry',
  newChannel: 'channel_new',
  retryAll: 'effect_retry_all',
  /** Acts at once. Its value says what is accepted (`encodeAsked`). */
  accept: 'extra_accept',
  /** Asks for a link for the client; follows it, which Slack does by itself; and withdraws it. */
  sign: 'client_sign',
  openSigning: 'client_sign_open',
  withdrawSigning: 'client_sign_withdraw',
} as const;

/** Home's list of one's orders: which state (a menu), older and newer ones. */
export const pageActions = {
  state: 'home_state',
  whose: 'home_whose',
  older: 'home_older',
  newer: 'home_newer',
} as const;

/** Search: the button that opens it, the callback id of its modal, its one field, and older ones. */
export const searchIds = {
  open: 'search',
  modal: 'search_orders',
  words: 'search_words',
  older: 'search_older',
} as const;

/** Approving several orders at once: the button that opens it, and the callback id of its modal. */
export const severalIds = { open: 'several_open', modal: 'several_approve' } as const;

/** What people want for themselves: the button and the modal of who decides while they are away, that they are back, the digest. */
export const awayIds = {
  open: 'away_open',
  modal: 'away_set',
  back: 'away_back',
  digest: 'away_digest',
} as const;

/** The action id of a button that opens a form about an order. */
export const orderActionId = (form: OrderFormId): string => `order:${form}`;

/** The form that a button opens; undefined for anything else. */
export function formOfActionId(actionId: string): OrderFormId | undefined {
  const id = /^order:(\w+)$/.exec(actionId)?.[1];
  return id !== undefined && isOrderFormId(id) ? id : undefined;
}

/** The action id of a button that acts at once. */
export const atOnceActionId = (id: AtOnceId): string => `act:${id}`;

/** What a button does at once; undefined for anything else. */
export function atOnceOfActionId(actionId: string): AtOnceId | undefined {
  const id = /^act:(\w+)$/.exec(actionId)?.[1];
  return id !== undefined && isAtOnceId(id) ? id : undefined;
}

/** The menus of what has no button of its own. An entry says which button it stands for, and what that would carry. */
export const moreActionId = (n: number): string => `more:${n}`;
export const isMore = (actionId: string): boolean => /^more:\d$/.test(actionId);
export const encodeMore = (actionId: string, value: string): string => `${value}:${actionId}`;
export function decodeMore(entry: string): { readonly actionId: string; readonly value: string } | undefined {
  const [, value, actionId] = /^(.*?):((?:order|act):\w+|\w+)$/.exec(entry) ?? [];
  return value === undefined || actionId === undefined ? undefined : { actionId, value };
}

/** What such a button carries: its order, and the entry that who sees it knows of, where that counts. */
export const encodePress = (order: string, seen: number | undefined): string =>
  seen === undefined ? order : `${order}:${seen}`;
export function decodePress(value: string): { readonly order: string; readonly seen: number | undefined } {
  const [, order = '', seen] = /^([^:]*)(?::(\d{1,9}))?$/.exec(value) ?? [];
  return { order, seen: seen === undefined ? undefined : Number(seen) };
}

/** The message a new order is made from: `C123:1700000000.000100`, or ''. It becomes part of a link, so it has no other signs. */
const SourceText = z.string().regex(/^(?:[A-Za-z0-9_-]{1,40}:\d{1,16}\.\d{1,7})?$/);

/**
 * Where a form was opened: how that can be answered privately, and when it was (milliseconds). Slack's addresses have about
 * 100 signs.
 */
const OpenedFrom = z.object({ u: z.string().max(400), t: z.number().int().min(0) });
export type OpenedFrom = z.infer<typeof OpenedFrom>;

const PageMetadata = z.object({
  /** Idempotency key of this filling-in of the form. */
  k: z.string().min(1).max(64),
  /** Order id, '' for a new one. */
  o: z.string().max(64),
  /** Page id. */
  p: z.string().max(32),
  /** Which submission of the order the person has before them. */
  s: z.number().int().min(0),
  /** The version they have before them, 0 for none; modals from before this was carried do not say. */
  b: z.number().int().min(0).optional(),
  m: SourceText,
  /** The order (id) that a new one is copied from. */
  y: z.string().max(64).optional(),
  /** Marks of the questions that the person sees on this page. */
  q: z.array(z.string().max(16)).max(20).optional(),
  w: OpenedFrom.optional(),
});
/** What a form's modal carries through Slack. Ids only: everything is looked up and checked again. */
export type PageMetadata = z.infer<typeof PageMetadata>;

const ItemMetadata = PageMetadata.omit({ q: true }).extend({
  /** The form whose list the item belongs to, its view and Slack's hash of it, and the item's id. */
  f: z.string().max(32),
  v: z.string().max(255),
  h: z.string().max(255).optional(),
  i: z.string().min(1).max(64),
  /** The currency that the editor asked for; those from before it was carried do not say. */
  c: z.string().max(3).optional(),
  /** The times that an hours editor began with by itself. */
  t: z.string().max(11).optional(),
});
/** What the item editor carries. */
export type ItemMetadata = z.infer<typeof ItemMetadata>;

/** An order number of any length that a page can begin at. */
const Bound = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const HomePage = z.object({
  /** Only orders of this status; '' for all. Lists from before there were stages say `approved`, which reads “Scheduled”. */
  s: z.preprocess((shown) => (shown === 'approved' ? 'scheduled' : shown), z.union([z.enum(STATUSES), z.literal('')])),
  /** Orders older than this number, or the ones next after it. Neither: the newest. */
  b: Bound.optional(),
  a: Bound.optional(),
  /** 1: everybody's orders, for who sees them all; 0: their own. Missing: their own, as far as they have any. */
  o: z.union([z.literal(0), z.literal(1)]).optional(),
});
/** Which page of their orders a person sees in Home. Carried by the view and its buttons. */
export type HomePage = z.infer<typeof HomePage>;

/** Where everybody begins. */
export const firstPage: HomePage = { s: '' };

const SearchState = z.object({ w: z.string().max(500), b: Bound.optional() });
/** What is being searched for, and from where on: carried by the modal and its button. */
export type SearchState = z.infer<typeof SearchState>;

const SeveralState = z.object({ k: z.uuid() });
/** What the modal of several approvals carries: by what its submissions are known again. */
export type SeveralState = z.infer<typeof SeveralState>;

const ChosenOrder = z.object({ o: z.string().min(1).max(64), s: z.number().int().min(1) });
/** An order that is ticked there, and the submission that the person saw. */
export type ChosenOrder = z.infer<typeof ChosenOrder>;

const AwayState = z.object({
  ...{ r: z.number().int().min(0), d: z.union([z.literal(0), z.literal(1)]).optional() },
  ...{ u: z.number().int().optional(), s: z.string().max(100).optional() },
});
/**
 * At which revision the preferences were shown, whether the digest is turned on (1) or off (0), and about which time and which substitute
 * (`awayToo`) the person was asked whether they mean it.
 */
export type AwayState = z.infer<typeof AwayState>;

export const encodeSeveral = (state: SeveralState): string => JSON.stringify(state);
export const decodeSeveral = (text: string): SeveralState | undefined => decoded(SeveralState, text);
export const encodeChosen = (chosen: ChosenOrder): string => JSON.stringify(chosen);
export const decodeChosen = (text: string): ChosenOrder | undefined => decoded(ChosenOrder, text);
export const encodeAway = (state: AwayState): string => JSON.stringify(state);
export const decodeAway = (text: string): AwayState | undefined => decoded(AwayState, text);
const Asked = z.object({ o: z.string().min(1).max(64), q: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
/** What a button answers that needs no form: the order, and the entry that asks. */
export type Asked = z.infer<typeof Asked>;

export const encodeAsked = (asked: Asked): string => JSON.stringify(asked);
export const decodeAsked = (text: string): Asked | undefined => decoded(Asked, text);
export const encodeHomePage = (page: HomePage): string => JSON.stringify(page);
export const decodeHomePage = (text: string): HomePage | undefined => decoded(HomePage, text);
export const encodeSearch = (state: SearchState): string => JSON.stringify(state);
export const decodeSearch = (text: string): SearchState | undefined => decoded(SearchState, text);
/** A source as metadata carry it, and back; undefined, or null, when it is none. */
export const encodeSource = ({ channel, ts }: Source): string | undefined =>
  SourceText.safeParse(`${channel}:${ts}`).data;
export function decodeSource(text: string): Source | null {
  const [channel, ts] = text.split(':');
  return channel && ts ? { channel, ts } : null;
}

/** What a form carries of where it was opened; nothing where that cannot be answered. */
export const openedFrom = (responseUrl: string | undefined, now: number): OpenedFrom | undefined =>
  responseUrl === undefined ? undefined : OpenedFrom.safeParse({ u: responseUrl, t: now }).data;

export const encodePage = (metadata: PageMetadata): string => JSON.stringify(metadata);
export const decodePage = (text: string): PageMetadata | undefined => decoded(PageMetadata, text);
export const encodeItem = (metadata: ItemMetadata): string => JSON.stringify(metadata);
export const decodeItem = (text: string): ItemMetadata | undefined => decoded(ItemMetadata, text);

/** What a view or a button carries through Slack is no longer (Slack: 3000 characters). */
const MAX_LENGTH = 3000;

/** What a view or a button carries, read back; undefined for what is not of this shape. */
export function decoded<T>(schema: z.ZodType<T>, text: string): T | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
