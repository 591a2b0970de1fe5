import type { Content, Item, Plan, PriceAudience } from '../order/content.ts';
import type { Order } from '../order/order.ts';
import type { Supervisor } from '../order/policy.ts';
import { basisOf } from '../order/signing/signature.ts';
import type { Version } from '../order/version.ts';
import type { Words } from '../words/words.ts';
import type { OfferedType, OnFile } from './on-file.ts';

/** Someone a form may name, as the shell resolved them. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot' | 'deactivated' | 'unknown';
  /** An admin of the workspace. Missing: not known. */
  readonly admin?: boolean;
}

/** What a copied order starts from: what the other one says, and those of its people who can still be named (ids). */
export interface Copied {
  readonly content: Content;
  readonly supervisor: string | null;
  readonly coordinator: string | null;
  readonly crew: readonly string[];
}

/** What a form knows of the world while it is drawn and read. Instants are UNIX seconds. */
export interface FormContext {
  readonly now: number;
  /** The reader's. */
  readonly words: Words;
  /** The order the form is about; undefined for a new one. */
  readonly order: Order | undefined;
  /** Whether the person sees prices, and may set them: `order` has none otherwise. Missing: they do. */
  readonly seesPrices?: boolean;
  /** Prices that the person does not see are others than were approved, and nothing else of the items is. */
  readonly pricesDiffer?: boolean;
  /** What the form confirms comes to more than approvals cover, and the person does not see how much. */
  readonly unseenExtra?: boolean;
  /** Versions before its latest that the form builds on, by number, as far as they were read. */
  readonly earlier?: ReadonlyMap<number, Version>;
  /** The plan that the person was shown, where the order has moved on since. */
  readonly shownPlan?: Plan | undefined;
  /** The person filling it in. */
  readonly person: { readonly id: string; readonly name: string };
  /** Everybody named in the answers. */
  readonly people: ReadonlyMap<string, Candidate>;
  /** What the form counts in: the order's, the draft's where prices are typed already, else the workspace's. */
  readonly currency: string;
  readonly decimals: number;
  /** The workspace's currency, where the form keeps another one. */
  readonly newerCurrency?: string | undefined;
  /** The reader's, for numbers and amounts as they are shown and typed. */
  readonly locale: string;
  /** Thousandths of a percent. */
  readonly taxRate: number;
  /** Who will see the prices of a new order. */
  readonly pricesFor: PriceAudience;
  readonly allowOwnApproval: boolean;
  /** Those who may be asked to decide, and up to which amount; missing: every full member, up to any. */
  readonly supervisors?: readonly Supervisor[];
  /** Ids of those of them who may approve what the form comes to, and are away; missing: none. */
  readonly absent?: readonly string[];
  /** What those amounts count in; missing: the same as the form. */
  readonly limitCurrency?: string;
  /** Up to which net amount (a decimal in the currency of limits) the person may approve; missing: any. */
  readonly limit?: string;
  /** Whether they decide on the order's extra cost, as far as their limit goes. */
  readonly mayAccept?: boolean;
  /** The supervisor for whom they decide, and whether that one is still away; missing: they decide for themselves. */
  readonly decidesFor?: { readonly name: string; readonly away: boolean };
  /** Up to which net total their approval of what the order costs covers it, minor units; missing: there is nothing to approve. */
  readonly covers?: number;
  /** Ids of those whom settings make admins of the app: they approve any amount. */
  readonly admins?: readonly string[];
  /** The zone (IANA) that the order's times are in; missing: the person's. */
  readonly siteZone?: string;
  /** The labour lines of the order that hours can count as; missing: none. */
  readonly labour?: readonly Item[];
  /** The person's own (IANA), for hours that are full where they are. */
  readonly timeZone?: string;
  /** Whom the person last asked to approve an order, where that person still can. */
  readonly lastSupervisor?: string;
  /** The number of the order that a new one is copied from. */
  readonly copyOf?: number;
  /** The same as what the form is opened with. */
  readonly copied?: Copied;
  /** Until when (seconds) the supervisor who is entered is away, who is asked as well, and whether that one is away too. */
  readonly supervisorAway?: {
    readonly id: string;
    readonly until: number;
    readonly substitute: string | undefined;
    readonly alsoAway?: boolean;
    /** Whether that one may not approve as much as the form comes to. */
    readonly tooLow?: boolean;
  };
  /** Whether the supervisor may not accept what a confirmation comes to; and who may then (ids), as far as they are listed and there. */
  readonly accepting?: { readonly tooLow: boolean; readonly enough: readonly string[] };
  /** What lines of the catalogue cost that the form's items were taken from, by id, in its currency; missing: not looked up. */
  readonly listPrices?: ReadonlyMap<string, string | null>;
  /** The work that was reported last, where the latest version reports none. */
  readonly lastWork?: string;
  /** Orders of the last hours that read like the one that is about to be sent. */
  readonly similar?: readonly Similar[];
  /** What the office keeps on file, as far as the form asks for it; missing: nothing. */
  readonly onFile?: OnFile;
  /** The order types that a new order may have, by name, and those that are no longer active; missing: none. */
  readonly types?: readonly OfferedType[];
}

/** A version that the form builds on; undefined when there is none of this number. */
export const versionIn = ({ order, earlier }: FormContext, n: number | undefined): Version | undefined => {
  if (n === undefined) return undefined;
  const { latest } = order ?? {};
  // A signature has the content of what it signs.
  return latest && (n === latest.n || n === basisOf(latest)) ? latest : earlier?.get(n);
};

/** An order that reads like another one. `number` only where the person may see it. */
export interface Similar {
  readonly id: string;
  readonly number?: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: number;
}
