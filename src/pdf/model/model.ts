import type { Logo } from '../../pictures/logo.ts';
import type { Photo } from '../../pictures/photo.ts';

/** Everything one document prints, already in words: what the template lays out without knowing an order. */
export interface DocumentModel {
  readonly pageSize: 'A4' | 'LETTER';
  /** `#rrggbb` of headings and rules; '' is the template's own. */
  readonly accent: string;
  readonly metadata: Metadata;
  readonly heading: Heading;
  readonly provider: { readonly logo: Logo | null; readonly name: string; readonly lines: readonly string[] };
  /** The job's title. */
  readonly subject: string;
  /** Why the job was not carried out; null on every other document. */
  readonly notice: { readonly title: string; readonly reason: string; readonly text: string } | null;
  readonly client: readonly Field[];
  readonly job: readonly Field[];
  readonly people: readonly Field[];
  readonly description: string;
  readonly work: readonly WorkEntry[];
  readonly remarks: readonly Remark[];
  readonly items: ItemTables | null;
  readonly totals: TotalsBlock | null;
  /** Against the version before, then against the approved order; each version after the first has at least one. */
  readonly changes: readonly ChangeList[];
  readonly history: History | null;
  readonly photos: readonly PhotoFigure[];
  readonly photosNotPrinted: readonly UnprintedPhoto[];
  /** What is not printed: attachments, and photos that could not be had. */
  readonly files: readonly FileLine[];
  readonly signatures: readonly Signature[];
  /** Names the characters that no font has; '' for none. */
  readonly unprinted: string;
}

/** The PDF's own properties. `createdAt` is in UNIX seconds. */
export interface Metadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly language: string;
  readonly createdAt: number;
}

/** What names the document, at its top and on every page. */
export interface Heading {
  readonly title: string;
  readonly number: string;
  readonly version: string;
  readonly issued: string;
  /** By which anybody can find out whether the document is genuine. */
  readonly code: string;
  readonly state: string;
  readonly tone: 'open' | 'done' | 'stopped';
}

/** A label and what stands under it; never empty. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** One report of work: who, when, from–to, what, and why it differs. */
export interface WorkEntry {
  readonly title: string;
  readonly period: string;
  readonly text: string;
  readonly reason: string;
}

/** A titled paragraph: the closing note. */
export interface Remark {
  readonly title: string;
  readonly text: string;
}

/** The item tables, one per kind, on the same columns. */
export interface ItemTables {
  readonly title: string;
  /** Planned and actual quantities side by side, else one quantity. */
  readonly compared: boolean;
  readonly priced: boolean;
  readonly groups: readonly { readonly title: string; readonly rows: readonly ItemRow[] }[];
}

/** One printed item. `mark` says what the approved version knew of it. */
export interface ItemRow {
  readonly description: string;
  readonly mark: '' | 'unplanned' | 'removed';
  readonly planned: string;
  readonly quantity: string;
  /** The quantity is not the planned one. */
  readonly differs: boolean;
  readonly unit: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/** Amounts below the tables. */
export interface TotalsBlock {
  /** Totals by kind, where there are several. */
  readonly kinds: readonly Field[];
  readonly lines: readonly Field[];
  readonly total: Field;
  readonly comparison: readonly Field[];
  readonly note: string;
}

/** What this version changed against an earlier one. Without rows, `text` says so. */
export interface ChangeList {
  readonly title: string;
  readonly text: string;
  readonly priced: boolean;
  readonly rows: readonly ChangeRow[];
  readonly difference: Field | null;
}

/** One change; `before` and `after` are `–` where there is nothing. */
export interface ChangeRow {
  readonly type: 'Added' | 'Removed' | 'Changed';
  readonly description: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

/** Every version up to this one, with reopenings between them. */
export interface History {
  readonly priced: boolean;
  readonly total: string;
  readonly rows: readonly {
    readonly version: string;
    readonly issued: string;
    readonly event: string;
    readonly by: string;
    readonly total: string;
  }[];
}

/** A printed photo with its caption: what it is called, and who brought it when. */
export interface PhotoFigure {
  readonly photo: Photo;
  readonly name: string;
  readonly origin: string;
}

/** A photo that could not be printed: who brought it when, and a sentence that says why. */
export interface UnprintedPhoto {
  readonly name: string;
  readonly origin: string;
  readonly why: string;
}

/** An attachment or a photo, by name. */
export interface FileLine {
  readonly name: string;
  readonly origin: string;
  readonly size: string;
}

/** Who stands for what: a name as it was typed, its facts line by line. */
export interface Signature {
  readonly role: string;
  readonly name: string;
  readonly facts: readonly string[];
}
