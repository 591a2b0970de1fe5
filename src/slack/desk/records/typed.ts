import type { KeptRecord } from '../../../../db/ports.ts';
import { type OfficeRecord, ownerOf } from '../../../office/master-data.ts';
import { type RecordFieldName, recordFields } from '../../../office/records/fields.ts';
import type { Typed } from '../../../office/records/read.ts';
import type { Deps } from '../../deps.ts';
import type { View } from '../../transport/payloads.ts';
import type { RecordEditor, RecordList } from '../../views/desk/ids.ts';

/** A record of this list; undefined for one that is not on file, or another client's. */
export async function recordAt(
  { store, team }: Pick<Deps, 'store' | 'team'>,
  { k: kind, c = '' }: RecordList,
  id: string,
): Promise<KeptRecord | undefined> {
  const record = await store.record(team, kind, id);
  return record && ownerOf(record) === (kind === 'site' ? c : '') ? record : undefined;
}

/** Changes that are looked at for what happened to a record while its editor was open. */
export const MEANWHILE = 100;

/** The record as it was when the editor was drawn; undefined for a new one, and for what is too long ago. */
export async function drawnRecord(
  { store, team }: Pick<Deps, 'store' | 'team'>,
  { l, i, r }: RecordEditor,
  current: KeptRecord | undefined,
): Promise<OfficeRecord | undefined> {
  if (!current || r === 0) return undefined;
  if (current.revision === r) return current;
  const changes = await store.recordChanges(team, l.k, i, Math.min(MEANWHILE, current.revision - r));
  return (changes[current.revision - r - 1] ?? changes.at(-1))?.before ?? undefined;
}

/** What the inputs of an editor hold, those of the page before included. */
export function typedIn({ l, p, v = {} }: RecordEditor, { state }: View): Typed {
  const inputs = recordFields[l.k]
    .filter(({ page }) => page === p)
    .flatMap(({ name }): [RecordFieldName, string][] => {
      const input = Object.values(state?.values[name] ?? {})[0];
      return input ? [[name, input.value ?? input.selected_option?.value ?? '']] : [];
    });
  return { ...v, ...Object.fromEntries(inputs) };
}
