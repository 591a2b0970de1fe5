import type { KeptRecord, Store } from '../../../../db/ports.ts';
import type { OfferedType } from '../../../forms/on-file.ts';
import { withUnit } from '../../../words/units.ts';

/** Order types that are read, at most. */
const TYPES = 200;

/** The order types of a workspace, by name, as forms read them. */
export async function typesOf({ store }: { readonly store: Store }, team: string): Promise<OfferedType[]> {
  return (await store.recordsByName(team, { kind: 'type' }, { limit: TYPES })).map(offeredType);
}

function offeredType({ id, active, data }: KeptRecord<'type'>): OfferedType {
  const { name, fields, closing, items, ...defaults } = data;
  // Types of before may have items without a unit.
  return { active, type: { id, name, fields, closing }, items: items.map(withUnit), ...defaults };
}
