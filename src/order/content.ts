import type { OrderType, OwnAnswer } from './own-fields.ts';
import type { Party } from './people.ts';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const ITEM_KINDS = ['material', 'service', 'labour', 'expense'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What a photo shows of the work. */
export const PHOTO_KINDS = ['before', 'after', 'part'] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** Whose photo it is and since when it is there. */
export interface Credit {
  readonly by: Party;
  readonly at: number;
}

/** A file that stays with Slack; we keep its id. Size in bytes. */
export interface Attachment {
  /** Whose file it is (a user id), where it came with the message that an order was made from; else its author's own. */
  readonly from?: string | undefined;
  readonly fileId: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
  /** What somebody wrote under a photo; missing: nothing. */
  readonly caption?: string | undefined;
  readonly shows?: PhotoKind | undefined;
  /** People posted it in the order's channel themselves. */
  readonly posted?: true | undefined;
  /** Who posted it, and when (UNIX seconds), where somebody else may have made it part of the order; missing: its author's own. */
  readonly credit?: Credit | undefined;
}

export const ACTIVITIES = ['work', 'travel'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Whose time a labour line counts, and when; the line's quantity is in hours. */
export interface LabourTime {
  readonly worker: Party;
  /** The day on site on which it began: `2026-11-28`. */
  readonly day: string;
  readonly activity: Activity;
  /** From when until when, breaks included, UNIX seconds; missing: only the hours are known. */
  readonly from?: number;
  readonly to?: number;
  /** On whose clocks (IANA) these were said, where they showed another time than those of the order. */
  readonly zone?: string;
  /** The item that asked for this labour, in whose place its hours stand; missing: none did. */
  readonly of?: string;
}

export interface Item {
  /** Stays the same from version to version, so that changes can be told from replacements. */
  readonly id: string;
  readonly kind: ItemKind;
  readonly description: string;
  /** Thousandths of the unit; negative for what is returned. */
  readonly quantity: number;
  readonly unit: string;
  /**
   * For one unit, in the currency's major unit, as a canonical decimal (`95`, `0.1648`, `-50`; at most six decimals), so
   * that no scale is needed to read it; negative for a discount; null where no price was agreed. A snapshot, never looked
   * up again.
   */
  readonly unitPrice: string | null;
  /** The line of the catalogue that it was taken from (its id); missing: it was typed. */
  readonly onFile?: string;
  /** The code of that line then, by which the order is found; missing: it had none. */
  readonly code?: string;
  /** Missing: it is nobody's time in particular. */
  readonly time?: LabourTime;
}

/** A client's record as it was when the order took it: what the document prints, and which one it was. Texts are '' when absent. */
export interface ClientOnFile {
  readonly id: string;
  readonly externalId: string;
  readonly taxId: string;
  readonly address: string;
  /** Of their documents (ISO 639); '' for the company's. */
  readonly language: string;
  readonly paymentNotes: string;
}

/** A site's record as it was when the order took it. */
export interface SiteOnFile {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly accessNotes: string;
}

/** Who does the work and when: what approving sets and assigning changes. */
export interface Plan {
  readonly crew: readonly Party[];
  readonly coordinator: Party | null;
  readonly plannedStart: number | null;
}

/** Who sees an order's prices: everybody on it, or only the office and those who answer for the order. */
export const PRICE_AUDIENCES = ['everybody', 'office'] as const;
export type PriceAudience = (typeof PRICE_AUDIENCES)[number];

/** What an order says: the part of it that a version freezes. Optional texts are '' when absent. */
export interface Content {
  readonly title: string;
  readonly client: string;
  readonly location: string;
  readonly description: string;
  readonly priority: Priority;
  readonly requestedStart: number;
  readonly requestedEnd: number;
  readonly contact: string;
  readonly clientReference: string;
  readonly items: readonly Item[];
  readonly attachments: readonly Attachment[];
  /** ISO 4217; fixed when the order is first submitted. */
  readonly currency: string;
  /** Decimals of the currency's minor unit, in which all amounts of the order are counted; fixed with the currency. */
  readonly decimals: number;
  /** Thousandths of a percent (21000 is 21 %); fixed when the order is first submitted. */
  readonly taxRate: number;
  /** Fixed when the order is first submitted. */
  readonly pricesFor: PriceAudience;
  /** Whom the requester proposes as field workers; missing: nobody. Who goes is decided with the approval. */
  readonly proposedCrew?: readonly Party[];
  /** The record of the client, whose name is `client`; missing: they are not on file. */
  readonly clientOnFile?: ClientOnFile;
  /** The record of the site, whose name and address are `location`; missing: it is not on file. */
  readonly siteOnFile?: SiteOnFile;
  /** The order's type as it was when the order was submitted; missing: it has none. */
  readonly type?: OrderType;
  /** What was answered to its own fields so far, in their order; missing: nothing. */
  readonly own?: readonly OwnAnswer[];
}

/** The files that are not among these. */
export function filesBesides(known: readonly Attachment[], files: readonly Attachment[]): Attachment[] {
  const ids = new Set(known.map(({ fileId }) => fileId));
  return files.filter(({ fileId }) => !ids.has(fileId));
}
