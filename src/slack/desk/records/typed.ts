import type { KeptRecord } from '../../../../db/ports.ts';
import { ownerOf } from '../../../office/master-data.ts';
import { type RecordFieldName, recordFields } from '../../../office/records/fields.ts';
import type { Typed } from '../../../office/records/read.ts';
import type { Deps } from '../../deps.ts';
import type { View } from '../../transport/payloads.ts';
import type { RecordEditor, RecordList } from '../../views/ids.ts';

/** A record of this list; undefined for one that is not on file, or another client's. */
export async function recordAt(
  { store, team }: Pick<Deps, 'store' | 'team'>,
  { k: kind, c = '' }: RecordList,
  id: string,
): Promise<KeptRecord | undefined> {
  const record = await store.record(team, kind, id);
  return record && ownerOf(record) === (kind === 'site' ? c : '') ? record : undefined;
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
