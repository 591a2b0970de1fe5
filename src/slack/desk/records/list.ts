import type { ModalView } from '@slack/types';
import type { KeptRecord, RecordsOf } from '../../../../db/ports.ts';
import { nameOfRecord, type RecordKind } from '../../../office/master-data.ts';
import type { Deps } from '../../deps.ts';
import { RECORD_LIST, type RecordList } from '../../views/desk/ids.ts';
import { RECORDS_SHOWN, recordListView } from '../../views/desk/records/list.ts';
import type { AtRecords } from './office.ts';

/** The records that a list is of. */
export const recordsOf = ({ k: kind, c }: RecordList): RecordsOf => ({
  kind,
  ...(c === undefined ? {} : { client: c }),
});

/** What has just been done to a record (mrkdwn), as the list says it. */
export interface Done {
  readonly notice: string;
  readonly changed?: KeptRecord;
}

/** A page of a list as it is now; undefined where it is of the sites of a client who is not on file. */
export async function listPage(
  { store, team }: Pick<Deps, 'store' | 'team'>,
  { words, settings, person }: AtRecords,
  state: RecordList,
  done?: Done,
): Promise<ModalView | undefined> {
  const { k: kind, c, w, a } = state;
  const client = c === undefined ? undefined : await store.record(team, 'client', c);
  if ((kind === 'site') !== (client !== undefined)) return undefined;
  const after = await bound(store, team, kind, a.at(-1));
  const page = { limit: RECORDS_SHOWN + 1, ...(w ? { typed: w } : {}), ...(after ? { after } : {}) };
  const records = await store.recordsByName(team, recordsOf(state), page);
  // What stood there is somewhere else now: the list begins at its beginning.
  if (records.length === 0 && a.length > 0)
    return listPage({ store, team }, { words, settings, person }, { ...state, a: [] }, done);
  const later = records.length > RECORDS_SHOWN;
  const shown = records.slice(0, RECORDS_SHOWN);
  const of = client ? { client: nameOfRecord(client) } : {};
  const drawing = { state, records: shown, later, currency: settings.money.currency, maySet: person.admin, ...of };
  return recordListView({ ...drawing, ...done }, words);
}

async function bound(store: Deps['store'], team: string, kind: RecordKind, id: string | undefined) {
  const last = id === undefined ? undefined : await store.record(team, kind, id);
  return last && { name: nameOfRecord(last), id: last.id };
}

/** The page before this one. */
export const earlierPage = (state: RecordList): RecordList => ({ ...state, a: state.a.slice(0, -1) });

/** The page after this one; the first pages of many are forgotten. */
export async function laterPage({ store, team }: Deps, state: RecordList): Promise<RecordList> {
  const { k: kind, w, a } = state;
  const after = await bound(store, team, kind, a.at(-1));
  const page = { limit: RECORDS_SHOWN, ...(w ? { typed: w } : {}), ...(after ? { after } : {}) };
  const last = (await store.recordsByName(team, recordsOf(state), page)).at(-1);
  return last ? { ...state, a: [...a, last.id].slice(-RECORD_LIST.pages) } : state;
}
