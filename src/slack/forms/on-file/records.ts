import type { KeptRecord, Store } from '../../../../db/ports.ts';
import type { Draft } from '../../../forms/draft.ts';
import {
  type CatalogueLine,
  type ClientRecord,
  nothingOnFile,
  recordIn,
  type SiteRecord,
} from '../../../forms/on-file.ts';
import { CLIENT_TURN } from '../../../forms/pages/place.ts';
import type { RecordKind } from '../../../office/master-data.ts';
import { clientOnFile, locationOf, siteOnFile } from '../../../office/snapshot.ts';
import type { Action } from '../../../order/action.ts';
import { amountsFit } from '../../../order/amounts/money.ts';
import type { Content, Item } from '../../../order/content.ts';
import type { Session } from '../form-session.ts';

/**
 * The session with what is on file for its form: whether there are clients, and the records that these answers (the first are
 * those that count), its order and the one that is copied name.
 */
export async function withRecords(
  { store }: { readonly store: Store },
  session: Session,
  ...answers: readonly Draft['values'][]
): Promise<Session> {
  const { team, bound, context, order, copied } = session;
  if (!bound.form.follow) return session;
  const contents = [order?.content, copied?.content].flatMap((content) => content ?? []);
  const named = (field: 'client' | 'location', taken: (content: Content) => string | undefined): string[] => [
    ...answers.map((values) => recordIn(values[field])),
    ...contents.flatMap((content) => taken(content) ?? []),
  ];
  const chosen = recordIn(answers[0]?.client);
  const [some, clients, sites, itsSites] = await Promise.all([
    store.suggestions(team, { kind: 'client' }, '', 1),
    found(
      store,
      team,
      'client',
      named('client', ({ clientOnFile }) => clientOnFile?.id),
    ),
    found(
      store,
      team,
      'site',
      named('location', ({ siteOnFile }) => siteOnFile?.id),
    ),
    chosen === '' ? [] : store.suggestions(team, { kind: 'site', client: chosen }, '', 1),
  ]);
  const isActive = clients.some(({ id, active }) => id === chosen && active);
  const onFile = {
    ...(context.onFile ?? nothingOnFile),
    clients: some.length > 0 || (await areOnFile()),
    sites: isActive && itsSites.length > 0,
    client: isActive ? chosen : '',
    turn: turnOf(answers[0]),
    clientRecords: new Map(clients.map((record) => [record.id, clientRecord(record)])),
    siteRecords: new Map(sites.map((record) => [record.id, siteRecord(record)])),
  };
  return { ...session, context: { ...context, onFile } };

  /** Where clients have to be on file, those who are not active count: their names are not typed instead. */
  async function areOnFile(): Promise<boolean> {
    if (context.onFile?.freeClients !== false) return false;
    return (await store.countRecords(team, { kind: 'client' }, 1)) > 0;
  }
}

/** How often a client was chosen, by a form's answers. */
export const turnOf = (values: Draft['values'] = {}): number => Number(values[CLIENT_TURN] ?? 0);

/** The lines of the catalogue that the order of a form took before (their ids): these stay its own. A copy is a new order. */
function takenBefore({ order }: Session): ReadonlySet<string> {
  const contents = [order?.content, order?.latest?.content].flatMap((content) => content ?? []);
  return new Set(contents.flatMap(({ items }) => items.flatMap(({ onFile }) => onFile ?? [])));
}

/**
 * The session with what the item editor needs: whether there is a catalogue, the line that is chosen (its id), and the one that
 * the item has had so far. One that the order took before may be taken again although it is no longer active.
 */
export async function withCatalogue(
  { store }: { readonly store: Store },
  session: Session,
  before: string | undefined,
  chosen = '',
): Promise<Session> {
  const { team, context } = session;
  const taken = takenBefore(session);
  const [some, lines] = await Promise.all([
    store.suggestions(team, { kind: 'item' }, '', 1),
    found(store, team, 'item', [before ?? '', chosen]),
  ]);
  const onFile = {
    ...(context.onFile ?? nothingOnFile),
    items: some.length > 0,
    lines: new Map(
      lines.map((line) => [
        line.id,
        catalogueLine({ ...line, active: line.active || (line.id === before && taken.has(line.id)) }),
      ]),
    ),
  };
  return { ...session, context: { ...context, onFile } };
}

/** The items of a list that were taken from lines which are no longer active, unless the order had them before. */
export async function inactiveItems(
  { store }: { readonly store: Store },
  session: Session,
  items: readonly Item[],
): Promise<Item[]> {
  const taken = takenBefore(session);
  const asked = items.flatMap(({ onFile }) => (onFile === undefined || taken.has(onFile) ? [] : [onFile]));
  const lines = await found(store, session.team, 'item', asked);
  const inactive = new Set(lines.filter(({ active }) => !active).map(({ id }) => id));
  return items.filter(({ onFile }) => onFile !== undefined && inactive.has(onFile));
}

/**
 * What the lines of the catalogue cost that somebody takes who does not see prices, by id, in the currency of the order: the
 * items that they add get these prices, and they are shown none.
 */
export async function cataloguePrices(
  { store }: { readonly store: Store },
  { team, stored, context }: Session,
  action: Action | { readonly items: readonly Item[] },
): Promise<ReadonlyMap<string, string>> {
  if (context.seesPrices !== false || !stored || !('items' in action)) return new Map();
  const { currency, decimals, items: known } = stored.content;
  const added = action.items.filter(({ id }) => !known.some((item) => item.id === id));
  const lines = await found(
    store,
    team,
    'item',
    added.map(({ onFile = '' }) => onFile),
  );
  const prices = new Map(
    lines.flatMap(({ id, data }) => (data.currency === currency ? [[id, data.unitPrice] as const] : [])),
  );
  return new Map(
    added.flatMap(({ onFile = '', ...item }) => {
      const unitPrice = prices.get(onFile) ?? null;
      const isOne = unitPrice !== null && !(item.quantity < 0 && unitPrice.startsWith('-'));
      return isOne && amountsFit({ items: [{ ...item, unitPrice }], taxRate: 0, decimals })
        ? [[onFile, unitPrice]]
        : [];
    }),
  );
}

/** The session with what the lines of the catalogue cost now that these items were taken from. */
export async function withListPrices(
  { store }: { readonly store: Store },
  session: Session,
  items: readonly Item[],
): Promise<Session> {
  const { team, context } = session;
  const ids = items.map(({ onFile = '' }) => onFile);
  const prices = (await found(store, team, 'item', ids)).map(({ id, data: { currency, unitPrice } }) => {
    return [id, currency === context.currency ? unitPrice : null] as const;
  });
  return { ...session, context: { ...context, listPrices: new Map(prices) } };
}

async function found<K extends RecordKind>(
  store: Store,
  team: string,
  kind: K,
  ids: readonly string[],
): Promise<KeptRecord<K>[]> {
  const asked = [...new Set(ids)].filter(Boolean);
  const read = await Promise.all(asked.map((id) => store.record(team, kind, id)));
  return read.flatMap((record) => record ?? []);
}

const clientRecord = (record: KeptRecord<'client'>): ClientRecord => ({
  active: record.active,
  name: record.data.name,
  onFile: clientOnFile(record),
});

const siteRecord = (record: KeptRecord<'site'>): SiteRecord => ({
  active: record.active,
  client: record.client,
  location: locationOf(record),
  contact: record.data.contact,
  onFile: siteOnFile(record),
});

export const catalogueLine = ({ id, externalId, active, data }: KeptRecord<'item'>): CatalogueLine => ({
  ...{ id, externalId, active },
  kind: data.kind,
  description: data.description,
  unit: data.unit,
});
