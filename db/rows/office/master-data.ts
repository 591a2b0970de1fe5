import { nameOfRecord, type StoredKind } from '../../../src/office/master-data.ts';
import type { KeptRecord, MasterData, RecordsOf } from '../../ports.ts';
import { type RecordRow, readable, recordOf, sortedBy } from './record-row.ts';
import { type Chosen, FOUND, type Looked, type LookUp, looked, USED } from './record-search.ts';

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
  /** How many have words in each of the ranges; whether they are active as said. */
  counts(range: Range, counted: LookUp, active: readonly boolean[]): Promise<number[]>;
  /** By name, the first so many that have a word in one of the ranges; `active`: only these. */
  found(range: Range, words: LookUp, active: readonly boolean[], after: After, limit: number): Promise<RecordRow[]>;
  /** By name. */
  named(range: Range, after: After, limit: number): Promise<RecordRow[]>;
}

const byNumber = (a: RecordRow, b: RecordRow): number => (a.externalId < b.externalId ? -1 : 1);

const START: After = { name: '', id: '' };

/** Records whose number or name is what was typed: so many are put first in a list. */
const EXACT = 3;
/** Characters of the longest number or name. */
const LONGEST = 200;
/** Times as many as are offered are read at first: most of them have all that was typed. */
const MORE = 3;
/** Of that name, so many are looked at. */
const OF_NAME = 20;

/** How records are read and found, the same in every database. */
export function masterDataOf(rows: RecordRows): Omit<MasterData, 'countRecords' | 'saveRecord' | 'recordChanges'> {
  /** The rarest of what was typed. */
  const lookUp = async (range: Range, look: Looked, active: readonly boolean[]): Promise<Chosen> =>
    look.lookUp(look.counted && (await rows.counts(range, look.counted, active)));

  /** Active ones with the rarest of what was typed, by name: some of them, then the rest only where those are not enough. */
  async function* foundInTurn(range: Range, look: Looked, some: number): AsyncGenerator<RecordRow[]> {
    const words = await lookUp(range, look, [true]);
    const fewer = words.common ? { ...words, most: Math.ceil(some / words.ranges.length) } : words;
    const first = await rows.found(range, fewer, [true], START, some);
    yield first;
    const last = first.at(-1);
    if (words.common) yield rows.found(range, words, [true], START, FOUND);
    else if (last && first.length === some) yield rows.found(range, words, [true], last, FOUND);
  }

  /** Those whose number it is, then those whose name it is. */
  async function exactly(range: Range, typed: string, look: Looked | undefined): Promise<RecordRow[]> {
    // PostgreSQL takes no NUL in a text.
    const text = typed.replaceAll('\0', ' ').trim();
    if (!look || text.length > LONGEST) return [];
    const name = sortedBy(text);
    const [numbered, named] = await Promise.all([
      rows.byNumber(range, text),
      rows.named(range, { name, id: '' }, OF_NAME),
    ]);
    const isNamed = (record: KeptRecord<StoredKind>): boolean => sortedBy(nameOfRecord(record)) === name;
    const ids = new Set(
      readable(range.kind, named)
        .filter(isNamed)
        .map(({ id }) => id),
    );
    return distinct([...numbered.toSorted(byNumber), ...named.filter(({ id }) => ids.has(id))]);
  }

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
      const [used, exact] = await Promise.all([rows.used(range, look ? USED : limit), exactly(range, typed, look)]);
      const first = distinct([...exact.filter(({ active }) => active), ...used]);
      const fits = fittingOnce(of.kind, look);
      let rowsRead = first;
      let fit = firstOf(rowsRead, fits, limit);
      if (fit.length >= limit) return fit;
      for await (const more of look ? foundInTurn(range, look, MORE * limit) : [rows.named(range, START, FOUND)]) {
        rowsRead = distinct([...rowsRead, ...more.filter(({ active }) => active)]);
        fit = firstOf(exactFirst(rowsRead, look), fits, limit);
        if (fit.length >= limit) break;
      }
      return fit;
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
      if (!look) return readable(of.kind, await rows.named(range, from, limit)).slice(0, limit);
      const both = [true, false];
      const found = async () => rows.found(range, await lookUp(range, look, both), both, from, FOUND);
      const [some, exact] = await Promise.all([found(), exactly(range, typed, look)]);
      // They stand on the first page, and on no other one; what a page ends with is in the order by name.
      const first = fitting(of.kind, exact, look).slice(0, Math.min(EXACT, limit - 1));
      const ids = new Set(first.map(({ id }) => id));
      const others = fitting(of.kind, some, look).filter(({ id }) => !ids.has(id));
      return (after ? others : [...first, ...others]).slice(0, limit);
    },
  };
}

/** Records of this kind and owner. */
export const rangeOf = (team: string, { kind, client = '' }: RecordsOf<StoredKind>): Range => ({ team, kind, client });

const distinct = (rows: readonly RecordRow[]): RecordRow[] => [...new Map(rows.map((row) => [row.id, row])).values()];

/** Those whose number or name was typed, then the others. */
function exactFirst(rows: readonly RecordRow[], look: Looked | undefined): RecordRow[] {
  const exact = new Set(rows.filter((row) => look?.is(row)));
  return [...exact, ...rows.filter((row) => !exact.has(row))];
}

/** The first so many of these records that fit. */
function firstOf<T>(rows: readonly RecordRow[], fits: (row: RecordRow) => readonly T[], limit: number): T[] {
  const some: T[] = [];
  for (const row of rows) {
    if (some.length >= limit) break;
    some.push(...fits(row));
  }
  return some;
}

/** The record of a row, where it has what was typed. Each row is read and looked through once, however often it is asked for. */
function fittingOnce<K extends StoredKind>(
  kind: K,
  look: Looked | undefined,
): (row: RecordRow) => readonly KeptRecord<K>[] {
  const known = new Map<string, readonly KeptRecord<K>[]>();
  return (row) => {
    const before = known.get(row.id);
    if (before) return before;
    const one = fitting(kind, [row], look);
    known.set(row.id, one);
    return one;
  };
}

const fitting = <K extends StoredKind>(
  kind: K,
  rows: readonly RecordRow[],
  look: Looked | undefined,
): KeptRecord<K>[] => readable(kind, rows).filter((record) => look?.has(record) ?? true);
