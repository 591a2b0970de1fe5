import { createHash } from 'node:crypto';
import { cleanText } from '../../../forms/fields/fields.ts';
import { nameOfRecord, type OfficeRecord, RECORD_LIMITS, type RecordOf } from '../../../office/master-data.ts';
import { isSameName } from '../../../office/records/add.ts';
import type { Deps } from '../../deps.ts';
import { addRecord } from '../../records/add-record.ts';
import type { Session } from '../form-session.ts';

type Added = Pick<Deps, 'store' | 'now'>;

/** Puts a client with this name on file and answers the id of its record, or of the one that has the name already. */
export function addedClient(deps: Added, session: Session, key: string, typed: string): Promise<string | undefined> {
  return added<'client'>(deps, session, { key, typed, of: 'client' }, (id, name) => ({
    ...{ kind: 'client', id, externalId: '', active: true },
    data: { name, taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
  }));
}

/** The same of a site of this client. */
export function addedSite(
  deps: Added,
  session: Session,
  key: string,
  client: string,
  typed: string,
): Promise<string | undefined> {
  return added<'site'>(deps, session, { key, typed, of: `site ${client}` }, (id, name) => ({
    ...{ kind: 'site', id, client, externalId: '', active: true },
    data: { name, address: '', accessNotes: '', contact: '' },
  }));
}

/**
 * What two people add at once under one name is one record, and so is what is sent twice: its id follows from its name. `key`, the
 * filling-in, makes another one of it where that record has another name now.
 */
async function added<K extends 'client' | 'site'>(
  deps: Added,
  { team, person }: Session,
  { key, typed, of }: { readonly key: string; readonly typed: string; readonly of: string },
  made: (id: string, name: string) => RecordOf<K>,
): Promise<string | undefined> {
  const name = cleanText(typed, false);
  if (name === '' || name.length > RECORD_LIMITS.name) return undefined;
  for (const seed of ['', key]) {
    const record = made(idOf([team, of, name.normalize('NFKC').toLowerCase(), seed]), name);
    const result = await addRecord<K>(deps, team, person, record);
    if (!('record' in result)) return undefined;
    const kept: OfficeRecord = result.record;
    // One that is no longer active is said to be so under the field.
    if (isSameName(nameOfRecord(kept), name)) return kept.id;
  }
  return undefined;
}

/** An id of the usual shape that follows from what it is of. */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
