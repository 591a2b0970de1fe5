import type { KeptRecord, Store } from '../../../../db/ports.ts';
import type { OfferedType } from '../../../forms/on-file.ts';

/** Order types that are read, at most. */
const TYPES = 200;

/** The order types of a workspace, by name, as forms read them. */
export async function typesOf({ store }: { readonly store: Store }, team: string): Promise<OfferedType[]> {
  return (await store.recordsByName(team, { kind: 'type' }, { limit: TYPES })).map(offeredType);
}

function offeredType({ id, active, data }: KeptRecord<'type'>): OfferedType {
  const { name, fields, closing, ...defaults } = data;
  return { active, type: { id, name, fields, closing }, ...defaults };
}
