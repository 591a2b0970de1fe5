import type { KeptRecord, RecordChange } from '../../../../db/ports.ts';
import type { TypeRecord } from '../../../office/master-data.ts';
import { newType, type TypeEdit } from '../../../office/types/edit.ts';
import type { Deps } from '../../deps.ts';
import type { TypeState } from '../../views/desk/ids.ts';
import type { AtDesk } from '../admin.ts';
import { TRIES } from '../keep.ts';

/** Changes that are looked at for what happened to a type while it was open. */
const MEANWHILE = 100;

/**
 * What came of a change. `unchanged`: it says that already. `overtaken`: somebody else has changed the same part since it was
 * drawn (`drawn`: as it was then, undefined where it was new). `gone`: there is no such type. `clash`: the type has
 * something that the change could be mistaken for.
 */
export type Changed =
  | { readonly kind: 'saved' | 'unchanged'; readonly type: KeptRecord<'type'> }
  | {
      readonly kind: 'overtaken';
      readonly type: KeptRecord<'type'>;
      readonly drawn: TypeRecord | undefined;
      readonly last: RecordChange<'type'> | undefined;
    }
  | { readonly kind: 'gone' | 'clash' };

/** Changes a type as it is now; what others have changed in other parts of it stays. */
export async function changeType(
  deps: Deps,
  { admin, settings }: AtDesk,
  { i: id, r: revision }: Pick<TypeState, 'i' | 'r'>,
  edit: TypeEdit,
): Promise<Changed> {
  const { store, team, now, log } = deps;
  for (let tries = 0; tries < TRIES; tries++) {
    const current = await store.record(team, 'type', id);
    if (!current && revision > 0) return { kind: 'gone' };
    const before = current ?? newType(id, settings.money.currency);
    if (edit.clashes?.(before)) return { kind: 'clash' };
    const next = edit.apply(before);
    const [was, is] = [edit.part(current), edit.part(next)].map((part) => JSON.stringify(part));
    if (current && was === is && JSON.stringify(next) === JSON.stringify(before))
      return { kind: 'unchanged', type: current };
    if (current && current.revision !== revision && was !== is) {
      const changes = await store.recordChanges(team, 'type', id, Math.min(MEANWHILE, current.revision - revision));
      const drawn = revision === 0 ? undefined : (changes.at(-1)?.before ?? undefined);
      if (JSON.stringify(edit.part(drawn)) !== was)
        return { kind: 'overtaken', type: current, drawn, last: changes[0] };
    }
    const change = { at: Math.floor(now() / 1000), by: { id: admin.id, name: admin.name } };
    const saved = await store.saveRecord(team, next, current?.revision ?? 0, change);
    if (saved.kind !== 'saved') continue;
    const { id: by } = admin;
    const { revision: after } = saved;
    log.info({ event: 'records.changed', by, kind: 'type', record: id, revision: after }, 'an order type was changed');
    return { kind: 'saved', type: { ...next, revision: saved.revision } };
  }
  throw new Error(`an order type changed ${TRIES} times under one form`);
}
