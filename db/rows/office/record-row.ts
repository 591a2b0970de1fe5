import { z } from 'zod';
import {
  type AnyRecord,
  nameOfRecord,
  ownerOf,
  type RecordOf,
  type StoredKind,
  textsOfRecord,
} from '../../../src/office/master-data.ts';
import type { KeptRecord, RecordChange } from '../../ports.ts';
import { Author } from '../../shapes/parts.ts';
import { storedRecord } from '../../shapes/record.ts';
import { json, StoredProblem } from '../../shapes/stored.ts';
import { folded, wordsOf } from '../search-tokens.ts';

/** Words of one record that it is found by, at most. */
const WORDS = 600;

/** A record as its row has it. */
export interface RecordRow {
  readonly team: string;
  readonly kind: StoredKind;
  readonly id: string;
  readonly client: string;
  readonly externalId: string;
  /** As it is sorted by. */
  readonly name: string;
  readonly active: boolean;
  readonly data: string;
  readonly shape: number;
  readonly revision: number;
}

/** One of its changes, likewise. `before` and `after`: JSON. */
interface ChangeRow {
  readonly team: string;
  readonly kind: StoredKind;
  readonly id: string;
  readonly revision: number;
  readonly at: number;
  readonly by: string;
  readonly before: string | null;
  readonly after: string;
  readonly shape: number;
}

/** What a record is besides its data. */
type Facts = Pick<RecordRow, 'id' | 'client' | 'externalId' | 'active'>;
type Read<K extends StoredKind> = (facts: Facts, shape: number, where: string, value: () => unknown) => RecordOf<K>;

const READ: { readonly [K in StoredKind]: Read<K> } = {
  client: ({ id, externalId, active }, shape, where, value) => {
    return {
      kind: 'client',
      id,
      externalId,
      active,
      data: storedRecord.client.read({ shape, where, value }, undefined),
    };
  },
  site: ({ id, client, externalId, active }, shape, where, value) => {
    const data = storedRecord.site.read({ shape, where, value }, undefined);
    return { kind: 'site', id, client, externalId, active, data };
  },
  item: ({ id, externalId, active }, shape, where, value) => {
    return { kind: 'item', id, externalId, active, data: storedRecord.item.read({ shape, where, value }, undefined) };
  },
  type: ({ id, externalId, active }, shape, where, value) => {
    return { kind: 'type', id, externalId, active, data: storedRecord.type.read({ shape, where, value }, undefined) };
  },
};

/** A record of whatever kind. Throws a `StoredProblem`; `where` names it there. */
export const anyRecordOf = <K extends StoredKind>(
  kind: K,
  facts: Facts,
  shape: number,
  where: string,
  value: () => unknown,
): RecordOf<K> => READ[kind](facts, shape, where, value);

/** A record out of its row. Throws a `StoredProblem` when that cannot be read. */
export function recordOf<K extends StoredKind>(kind: K, row: RecordRow): KeptRecord<K> {
  const where = `${kind} ${row.id} (table records, workspace ${row.team})`;
  return Object.assign(
    READ[kind](row, row.shape, where, () => json(row.data)),
    { revision: row.revision },
  );
}

/** The records out of their rows, without those that cannot be read: lists and suggestions go on. */
export const readable = <K extends StoredKind>(kind: K, rows: readonly RecordRow[]): KeptRecord<K>[] =>
  rows.flatMap((row) => {
    try {
      return [recordOf(kind, row)];
    } catch (error) {
      if (error instanceof StoredProblem) return [];
      throw error;
    }
  });

/**
 * Whether a record takes a number that it did not have. One that only keeps its own may share it with a record of before, but for
 * upper and lower case.
 */
export const takesNumber = ({ externalId }: AnyRecord, current: Pick<RecordRow, 'externalId'> | undefined): boolean =>
  externalId !== '' && externalId !== current?.externalId;

/** What a record is sorted by. */
export const sortedBy = (name: string): string => folded(name);

/** What a record is found by. */
export const wordsOfRecord = (record: AnyRecord): Set<string> => wordsOf(textsOfRecord(record), WORDS);

/**
 * What saving a record writes. `current`: its row before, none for a new one. `words`: null where they stay what they are. Throws
 * a `StoredProblem` for what could not be read again.
 */
export function savedRows(
  team: string,
  record: AnyRecord,
  { at, by }: Pick<RecordChange, 'at' | 'by'>,
  current: RecordRow | undefined,
) {
  const { kind, id, externalId, active, data } = record;
  const { number: shape, check } = storedRecord[kind];
  check(data, `${kind} ${id}`);
  const before = current && withoutRevision(recordOf(kind, current));
  const client = ownerOf(record);
  const revision = (current?.revision ?? 0) + 1;
  const words = [...wordsOfRecord(record)];
  const sameWords =
    before?.active === active && ownerOf(before) === client && words.join(' ') === [...wordsOfRecord(before)].join(' ');
  const key = { team, kind, id };
  const change: ChangeRow = {
    ...{ ...key, revision, at, by: JSON.stringify(by), shape },
    ...{ before: before ? JSON.stringify(before) : null, after: JSON.stringify(record) },
  };
  const name = sortedBy(nameOfRecord(record));
  return {
    key,
    record: { ...key, client, externalId, name, data: JSON.stringify(data), shape, active, revision },
    words: sameWords ? null : words,
    change,
  };
}

const withoutRevision = ({ revision: _, ...record }: KeptRecord<StoredKind>): AnyRecord => record;

const Changed = z.object({
  externalId: z.string(),
  active: z.boolean(),
  client: z.string().default(''),
  data: z.unknown(),
});

/** A change out of its row. */
export function recordChangeOf<K extends StoredKind>(
  kind: K,
  { team, id, revision, at, by, before, after, shape }: ChangeRow,
): RecordChange<K> {
  const where = `change ${revision} of ${kind} ${id} (table record_changes, workspace ${team})`;
  const read = (text: string): RecordOf<K> => {
    const { data, ...facts } = Changed.parse(json(text));
    return READ[kind]({ id, ...facts }, shape, where, () => data);
  };
  return { at, by: Author.parse(json(by)), before: before === null ? null : read(before), after: read(after) };
}
