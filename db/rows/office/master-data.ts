import { nameOfRecord, type StoredKind } from '../../../src/office/master-data.ts';
import type { KeptRecord, MasterData, RecordsOf } from '../../ports.ts';
import { type RecordRow, readable, recordOf, sortedBy } from './record-row.ts';
import { FOUND, type Looked, looked, USED } from './record-search.ts';

/** Records of one kind and owner. */
export interface Range {
  readonly team: string;
  readonly kind: StoredKind;
  readonly client: string;
}

/** A place in the order by name: after this one. */
export interface After {
  readonly name: string;
  readonly id: string;
}

/** The rows that each database finds in its own way. */
export interface RecordRows {
  one(team: string, kind: StoredKind, id: string): Promise<RecordRow | undefined>;
  /** With this number, in whatever case. */
  byNumber(range: Range, externalId: string): Promise<RecordRow[]>;
  /** Active ones, those used last first. */
  used(range: Range, limit: number): Promise<RecordRow[]>;
  /** By name, those that have a word in one of the ranges; `active`: only these. */
  found(range: Range, looked: Looked, active: readonly boolean[], after: After): Promise<RecordRow[]>;
  /** By name. */
  named(range: Range, after: After, limit: number): Promise<RecordRow[]>;
}

const byNumber = (a: RecordRow, b: RecordRow): number => (a.externalId < b.externalId ? -1 : 1);

const START: After = { name: '', id: '' };

/** How records are read and found, the same in every database. */
export function masterDataOf(rows: RecordRows): Omit<MasterData, 'countRecords' | 'saveRecord' | 'recordChanges'> {
  return {
    async record(team, kind, id) {
      const row = await rows.one(team, kind, id);
      return row && recordOf(kind, row);
    },
    async recordByExternalId(team, of, externalId) {
      const some = externalId === '' ? [] : await rows.byNumber(rangeOf(team, of), externalId);
      const row = some.find((one) => one.externalId === externalId) ?? some.toSorted(byNumber)[0];
      return row && recordOf(of.kind, row);
    },
    async suggestions(team, of, typed, limit) {
      const range = rangeOf(team, of);
      const look = looked(typed);
      const used = fitting(of.kind, await rows.used(range, look ? USED : limit), look).slice(0, limit);
      if (used.length >= limit) return used;
      const more = look ? await rows.found(range, look, [true], START) : await rows.named(range, START, FOUND);
      const ids = new Set(used.map(({ id }) => id));
      const others = more.filter(({ id, active }) => active && !ids.has(id));
      return [...used, ...fitting(of.kind, others, look)].slice(0, limit);
    },
    async recordsNamed(team, of, name, limit) {
      const sorted = sortedBy(name);
      const from = await rows.named(rangeOf(team, of), { name: sorted, id: '' }, limit);
      return readable(of.kind, from).filter((record) => sortedBy(nameOfRecord(record)) === sorted);
    },
    async recordsByName(team, of, { typed = '', limit, after }) {
      const range = rangeOf(team, of);
      const look = looked(typed);
      const from = after ? { name: sortedBy(after.name), id: after.id } : START;
      const found = look ? await rows.found(range, look, [true, false], from) : await rows.named(range, from, limit);
      return fitting(of.kind, found, look).slice(0, limit);
    },
  };
}

/** Records of this kind and owner. */
export const rangeOf = (team: string, { kind, client = '' }: RecordsOf<StoredKind>): Range => ({ team, kind, client });

const fitting = <K extends StoredKind>(
  kind: K,
  rows: readonly RecordRow[],
  look: Looked | undefined,
): KeptRecord<K>[] => readable(kind, rows).filter((record) => look?.has(record) ?? true);
