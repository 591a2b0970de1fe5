import type { OfficeRecord, RecordKind } from '../../src/office/master-data.ts';
import type { ChangedField } from '../../src/office/records/values.ts';
import type { OfficeEffect } from '../../src/order/effect.ts';
import type { Author } from '../../src/order/people.ts';

/**
 * reading: the file is being looked at. planned: what it would do is known, and somebody is to say whether it is done. applying,
 * applied. refused: it cannot be read at all. cancelled: it is not to be done.
 */
export const IMPORT_STATES = ['reading', 'planned', 'applying', 'applied', 'refused', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
 * What a line of a file comes to: a new record, another content of one that there is, nothing that is not there already, or it
 * cannot be taken. done: it was carried out. moved: somebody changed the record after the file was read; nothing was done.
 */
export const LINE_OUTCOMES = ['add', 'change', 'same', 'wrong', 'done', 'moved'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** How many lines came to what. */
export type LineCounts = Readonly<Record<LineOutcome, number>>;

/** A file of records that somebody brought in. */
export interface Import {
  readonly team: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly by: Author;
  /** Seconds. */
  readonly at: number;
  readonly file: { readonly id: string; readonly name: string; readonly size: number };
  readonly state: ImportState;
  /** Of the file's bytes, hex; '' until it was read. */
  readonly sha256: string;
  /** How it was read, or why it could not be (JSON, for src/office/imports); '' until then. */
  readonly about: string;
  /** Lines before this one (as `n`) were carried out, or need nothing. */
  readonly next: number;
  readonly counts: LineCounts;
  /** The message that its author follows it in; null until it was posted. */
  readonly channel: string | null;
  readonly ts: string | null;
}

/** A line of a file: the `n`th, from 0, which stands at `line` of it. */
export interface ImportLine {
  readonly n: number;
  readonly line: number;
  readonly outcome: LineOutcome;
  /** The record as it is to be; null where the line is wrong. */
  readonly record: OfficeRecord | null;
  /** The revision of the record that it changes; 0 where it adds one. */
  readonly revision: number;
  /** What is wrong with it, a sentence each, in its author's language. */
  readonly problems: readonly string[];
  /** What the line calls its record; '' where it says nothing. */
  readonly name: string;
  /** What it changes of the record that there was, field by field. */
  readonly changes: readonly ChangedField[];
}

/** Files of records: looked at first, then carried out once, line by line, by whichever process has that to do. */
export interface Imports {
  /** Keeps a new import, and owes what it needs. A repeated one changes nothing. */
  beginImport(begun: Import, owed: OfficeEffect, now: number): Promise<void>;
  import(team: string, id: string): Promise<Import | undefined>;
  /** Keeps what has been found out about it while it is in this state; false when it is in another. */
  saveImport(
    team: string,
    id: string,
    during: ImportState,
    known: Partial<Pick<Import, 'sha256' | 'about' | 'channel' | 'ts' | 'state' | 'counts'>>,
  ): Promise<boolean>;
  /** Goes on from one state to another and owes what that needs; false when it was in another: nothing is done then. */
  goOn(
    team: string,
    id: string,
    from: ImportState,
    to: ImportState,
    owed: readonly OfficeEffect[],
    now: number,
  ): Promise<boolean>;
  /** Keeps lines of one that is being read, false when it is not; those kept before under the same `n` are replaced. */
  saveImportLines(team: string, id: string, lines: readonly ImportLine[]): Promise<boolean>;
  /** In the order of the file. */
  importLines(
    team: string,
    id: string,
    page: { readonly from: number; readonly limit: number; readonly outcomes?: readonly LineOutcome[] },
  ): Promise<ImportLine[]>;
  /**
   * Carries out the next lines of one that is being applied, at most so many, all of them or none: each record is saved as it was
   * planned unless it has changed since, or its external id was taken. Returns the import as it is then.
   */
  applyImportLines(team: string, id: string, most: number, at: number): Promise<Import | undefined>;
}
