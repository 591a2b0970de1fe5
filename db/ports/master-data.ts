import type { AnyRecord, RecordKind, RecordOf, StoredKind } from '../../src/office/master-data.ts';
import type { Author } from '../../src/order/people.ts';

/** Which records: of this kind, and for sites of this client (''; any other kind: leave it out). */
export interface RecordsOf<K extends StoredKind = RecordKind> {
  readonly kind: K;
  readonly client?: string;
}

/** A record as it is kept. `revision` counts its changes, from 1: by it two people who change it at once are told apart. */
export type KeptRecord<K extends StoredKind = RecordKind> = RecordOf<K> & { readonly revision: number };

/** One change of a record, when (seconds) and by whom; `before` is null where it was added. */
export interface RecordChange<K extends StoredKind = RecordKind> {
  readonly at: number;
  readonly by: Author;
  readonly before: RecordOf<K> | null;
  readonly after: RecordOf<K>;
}

/**
 * taken: another record of its kind (a site's: of its client) has that external id, in whatever case, and this one did not have it
 * before. stale: somebody changed it meanwhile.
 */
export type RecordSaved = { readonly kind: 'saved'; readonly revision: number } | { readonly kind: 'taken' | 'stale' };

/** What the office keeps on file. */
export interface MasterData {
  record<K extends StoredKind>(team: string, kind: K, id: string): Promise<KeptRecord<K> | undefined>;
  /**
   * The record with that external id, which is never ''. Upper and lower case are the same; where records of before differ by
   * nothing else, the one that has it as it is asked for, else the first.
   */
  recordByExternalId<K extends StoredKind>(
    team: string,
    of: RecordsOf<K>,
    externalId: string,
  ): Promise<KeptRecord<K> | undefined>;
  /**
   * The active records that have every word of `typed`, each as the beginning of one of theirs: what was used last first,
   * then by name. Reads a bounded number of rows, however many records there are: with many that fit, some may be missing
   * until more is typed.
   */
  suggestions<K extends StoredKind>(
    team: string,
    of: RecordsOf<K>,
    typed: string,
    limit: number,
  ): Promise<KeptRecord<K>[]>;
  /**
   * Records by name, active or not; `after`: the name and id of the last one on the page before. `typed` as for `suggestions`,
   * where there is any.
   */
  recordsByName<K extends StoredKind>(
    team: string,
    of: RecordsOf<K>,
    page: { readonly typed?: string; readonly limit: number; readonly after?: { name: string; id: string } },
  ): Promise<KeptRecord<K>[]>;
  /** Those of just this name, but for case and accents, active or not: read by their name alone, however many are like it. */
  recordsNamed<K extends StoredKind>(
    team: string,
    of: RecordsOf<K>,
    name: string,
    limit: number,
  ): Promise<KeptRecord<K>[]>;
  /** How many there are, active or not, up to `most`. */
  countRecords(team: string, of: RecordsOf<StoredKind>, most: number): Promise<number>;
  /**
   * Saves a record that was read at this revision (0: it is new), with its change. Nothing is saved unless the answer says so.
   */
  saveRecord(
    team: string,
    record: AnyRecord,
    revision: number,
    change: Pick<RecordChange, 'at' | 'by'>,
  ): Promise<RecordSaved>;
  /** A record's changes, the newest first. */
  recordChanges<K extends StoredKind>(team: string, kind: K, id: string, limit: number): Promise<RecordChange<K>[]>;
}
