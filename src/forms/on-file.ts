import type { ClientOnFile, Item, ItemKind, Priority, SiteOnFile } from '../order/content.ts';
import type { OrderType } from '../order/own-fields.ts';

/** A client's record as forms read it. */
export interface ClientRecord {
  readonly active: boolean;
  readonly name: string;
  readonly onFile: ClientOnFile;
}

/** A site's record as forms read it. `location`: its name and address, as an order says where the work is done. */
export interface SiteRecord {
  readonly active: boolean;
  /** The id of the client whose site it is. */
  readonly client: string;
  readonly location: string;
  readonly contact: string;
  readonly onFile: SiteOnFile;
}

/** A line of the catalogue as forms read it; its price is no part of it. */
export interface CatalogueLine {
  readonly id: string;
  readonly externalId: string;
  /** Whether it can be taken: it is active, or the item was taken from it before. */
  readonly active: boolean;
  readonly kind: ItemKind;
  readonly description: string;
  readonly unit: string;
}

/** An order type as forms read it: what an order of it keeps, and what a new one starts with; '' for nothing. */
export interface OfferedType {
  readonly active: boolean;
  readonly type: OrderType;
  readonly title: string;
  readonly description: string;
  readonly priority: Priority | '';
  readonly items: readonly Item[];
  /** Of the prices of its items. */
  readonly currency: string;
}

/** What a form knows of what the office keeps on file. */
export interface OnFile {
  /** Whether an order may be for clients and sites that are not on file, and have items that are not in the catalogue. */
  readonly freeClients: boolean;
  readonly freeItems: boolean;
  /** Whether the person may put clients and sites on file. */
  readonly adds: boolean;
  /**
   * Whether there are active clients (any clients, where orders have to be for those on file), active items, and active sites of the
   * client that is chosen.
   */
  readonly clients: boolean;
  readonly items: boolean;
  readonly sites: boolean;
  /** The active client that is chosen (its id); '' for none. */
  readonly client: string;
  /** How often a client was chosen while the form was filled in: Slack forgets by it what its inputs had before. */
  readonly turn: number;
  /** The records that answers name, by id, active or not. */
  readonly clientRecords: ReadonlyMap<string, ClientRecord>;
  readonly siteRecords: ReadonlyMap<string, SiteRecord>;
  readonly lines: ReadonlyMap<string, CatalogueLine>;
}

/** Nothing is on file. */
export const nothingOnFile: OnFile = {
  freeClients: true,
  freeItems: true,
  adds: false,
  clients: false,
  items: false,
  sites: false,
  client: '',
  turn: 0,
  clientRecords: new Map(),
  siteRecords: new Map(),
  lines: new Map(),
};

/**
 * What an answer about a record says: the record of this id, somebody's own words, or words that are to be put on file.
 */
export interface Choice {
  readonly kind: 'record' | 'text' | 'add';
  readonly value: string;
}

const MARKED = /^(record|text|add):(.*)$/s;

/** An answer as it is kept, read; somebody's own words have no mark unless they begin with one themselves. */
export function choiceIn(kept: unknown): Choice | undefined {
  if (typeof kept !== 'string' || kept === '') return undefined;
  const [, kind, value = ''] = MARKED.exec(kept) ?? [];
  return kind === 'record' || kind === 'add' || kind === 'text' ? { kind, value } : { kind: 'text', value: kept };
}

/** The id of the record that an answer names; '' for none. */
export function recordIn(kept: unknown): string {
  const choice = choiceIn(kept);
  return choice?.kind === 'record' ? choice.value : '';
}

/** A record as an answer is kept. */
export const keptRecord = (id: string): string => `record:${id}`;

/** Somebody's own words as an answer is kept. */
export const keptText = (text: string): string => (MARKED.test(text) ? `text:${text}` : text);

/** An answer as the value of an option. */
export const optionValue = ({ kind, value }: Choice): string => `${kind}:${value}`;
