import type { KeptRecord, MasterData, RecordsOf } from '../../../db/ports.ts';
import { nameOfRecord, type OfficeRecord, type RecordKind, type RecordOf } from '../../office/master-data.ts';
import { decideAdd, mayKeepRecords } from '../../office/records/add.ts';
import type { Member } from '../../order/permissions.ts';

/** Records that are looked through for one of the same name. */
const CANDIDATES = 20;

/**
 * What came of adding a record. `inactive`: there is one of that name, which is no longer active. `taken`: another one has its
 * external id. `gone`: the client whose site it would be is not on file.
 */
export type Added<K extends RecordKind> =
  | { readonly kind: 'added' | 'found' | 'inactive'; readonly record: KeptRecord<K> }
  | { readonly kind: 'refused' | 'taken' | 'gone' };

/**
 * Adds a client, a site or an item while something else is filled in; one of the same name is found instead. Safe to repeat:
 * the same id is added once. `now`: milliseconds.
 */
export async function addRecord<K extends RecordKind>(
  { store, now }: { readonly store: MasterData; readonly now: () => number },
  team: string,
  person: Member & { readonly name: string },
  record: RecordOf<K>,
): Promise<Added<K>> {
  if (!mayKeepRecords(person)) return { kind: 'refused' };
  const { id } = record;
  const kind: K = record.kind;
  const of: RecordsOf<K> = { kind, ...clientOf(record) };
  if (of.client !== undefined && !(await store.record(team, 'client', of.client))) return { kind: 'gone' };
  const before = await store.record(team, kind, id);
  if (before) return { kind: 'added', record: before };
  // Names are sorted without regard to case and accents: those of this name come first.
  const from = { name: nameOfRecord(record), id: '' };
  const onFile = await store.recordsByName(team, of, { limit: CANDIDATES, after: from });
  const decision = decideAdd(person, record, onFile);
  if (decision.kind === 'refused') return { kind: 'refused' };
  if (decision.kind !== 'add') return { kind: decision.kind, record: decision.record };
  const change = { at: Math.floor(now() / 1000), by: { id: person.id, name: person.name } };
  const saved = await store.saveRecord(team, record, 0, change);
  if (saved.kind === 'taken') return { kind: 'taken' };
  // Somebody's repetition of the same may have been faster.
  const kept = await store.record(team, kind, id);
  if (!kept) throw new Error('a record that was saved cannot be read');
  return { kind: 'added', record: kept };
}

const clientOf = (record: OfficeRecord): { client?: string } =>
  record.kind === 'site' ? { client: record.client } : {};
