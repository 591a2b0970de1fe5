import { createHash } from 'node:crypto';
import { cleanText } from '../../../forms/fields.ts';
import { nameOfRecord, type OfficeRecord, RECORD_LIMITS } from '../../../office/master-data.ts';
import type { Deps } from '../../deps.ts';
import type { Session } from '../form-session.ts';

type Added = Pick<Deps, 'store' | 'now'>;

/** Puts a client with this name on file, and answers the id of the record: one that has the name already stays as it is. */
export function addedClient(deps: Added, session: Session, key: string, typed: string): Promise<string | undefined> {
  return added(deps, session, key, typed, (id, name) => ({
    ...{ kind: 'client', id, externalId: '', active: true },
    data: { name, taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
  }));
}

/** The same of a site of this client. */
export async function addedSite(
  deps: Added,
  session: Session,
  key: string,
  client: string,
  typed: string,
): Promise<string | undefined> {
  const owner = await deps.store.record(session.team, 'client', client);
  if (!owner?.active) return undefined;
  return added(deps, session, key, typed, (id, name) => ({
    ...{ kind: 'site', id, client, externalId: '', active: true },
    data: { name, address: '', accessNotes: '', contact: '' },
  }));
}

/** How many records are looked at for one with the same name. */
const LOOKED_AT = 20;

/**
 * What two people add at once under one name is one record, and so is what is sent twice: its id follows from its name. `key`, the
 * filling-in, makes another one of it where that record is called otherwise by now.
 */
async function added(
  { store, now }: Added,
  { team, person }: Session,
  key: string,
  typed: string,
  made: (id: string, name: string) => Extract<OfficeRecord, { kind: 'client' | 'site' }>,
): Promise<string | undefined> {
  const name = cleanText(typed, false);
  if (name === '' || name.length > RECORD_LIMITS.name) return undefined;
  const { kind, ...rest } = made('', name);
  const of = 'client' in rest ? { kind, client: rest.client } : { kind };
  const alike = await store.suggestions(team, of, name, LOOKED_AT);
  const same = alike.find((record) => sameName(nameOfRecord(record), name));
  if (same) return same.id;
  for (const seed of ['', key]) {
    const record = made(idOf([team, kind, of.client ?? '', folded(name), seed]), name);
    const by = { id: person.id, name: person.name };
    const saved = await store.saveRecord(team, record, 0, { at: Math.floor(now() / 1000), by });
    if (saved.kind === 'saved') return record.id;
    const there = await store.record(team, kind, record.id);
    if (there?.active && sameName(nameOfRecord(there), name)) return record.id;
  }
  return undefined;
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

/** An id of the usual shape that follows from what it is of. */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
