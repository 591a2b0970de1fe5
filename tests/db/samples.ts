import type { Keys } from '../../db/keys.ts';
import { type Claimed, type Commit, type Committed, LANES, type Store, type Term } from '../../db/ports.ts';
import type { KeptDraft } from '../../db/shapes/draft.ts';
import type { Action, Entry } from '../../src/order/action.ts';
import type { Content, Item } from '../../src/order/content.ts';
import type { Effect } from '../../src/order/effect.ts';
import { withVersion } from '../../src/order/next-version.ts';
import type { Order } from '../../src/order/order.ts';
import type { Party } from '../../src/order/people.ts';
import { untouched } from '../../src/order/progress/progress.ts';
import type { Version } from '../../src/order/version.ts';

export const TEAM = 'T1';
/** The instant at which samples are committed, milliseconds. */
export const NOW = 1_800_000_000_000;

export const party = (id: string): Party => ({ id, name: `Name of ${id} «ü»` });

export const items = (count: number): Item[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `i${i}`,
    kind: 'material' as const,
    description: `Seal ring DN${i}, "viton" — ¾″`,
    quantity: 1500 + i,
    unit: 'pcs',
    unitPrice: i % 2 ? null : String((1999 + i) / 100),
  }));

export const content = (title = 'Replace pump', count = 2): Content => ({
  title,
  client: 'Acme',
  location: 'Hall 3',
  description: 'Leaks <since> Monday',
  priority: 'high',
  requestedStart: 1_800_000_000,
  requestedEnd: 1_800_003_600,
  contact: '',
  clientReference: '',
  items: items(count),
  attachments: [{ fileId: 'F1', name: 'photo.jpg', mimetype: 'image/jpeg', size: 12345 }],
  currency: 'EUR',
  decimals: 2,
  taxRate: 21_000,
  pricesFor: 'everybody',
});

export const submitEntry = (key: string, what = content()): Entry => ({
  seq: 1,
  at: NOW / 1000,
  by: party('UREQ'),
  action: { type: 'submit', content: what, supervisor: party('USUP'), coordinator: null, source: null },
  version: null,
  key,
});

/** A submitted order that no store has seen yet. */
export function newOrder(id: string, changes: Partial<Order> = {}): Order {
  return {
    team: TEAM,
    id,
    number: 0,
    revision: 0,
    state: 'submitted',
    stateSince: NOW / 1000,
    outcome: null,
    requester: party('UREQ'),
    supervisor: party('USUP'),
    coordinator: null,
    crew: [],
    plannedStart: null,
    progress: untouched(NOW / 1000),
    entryCount: 1,
    content: content(),
    submission: 1,
    approval: null,
    source: null,
    ...{ latest: null, approvedItems: null, lastReport: null, photos: [] },
    lastEntry: submitEntry(`submit ${id}`),
    ...changes,
  };
}

export const firstCommit = (order: Order, effects: readonly Effect[] = []): Commit => ({
  order,
  entry: order.lastEntry,
  version: null,
  effects,
  spentDraft: null,
  now: NOW,
});

/** The next commit of an order the store has given out. */
export function nextCommit(
  order: Order,
  key: string,
  { version = null, effects = [], ...changes }: Partial<Order> & Partial<Pick<Commit, 'version' | 'effects'>> = {},
): Commit {
  const action: Action = { type: 'reopen', reason: key };
  const seq = order.lastEntry.seq + 1;
  const entry: Entry = { seq, at: NOW / 1000 + seq, by: party('USUP'), action, version: version?.n ?? null, key };
  const next = {
    ...order,
    ...changes,
    ...(version ? withVersion(order, version) : {}),
    lastEntry: entry,
    entryCount: seq,
  };
  return { order: next, entry, version, effects, spentDraft: null, now: NOW };
}

export const version = (n: number, count = 2): Version => ({
  n,
  kind: n === 1 ? 'original' : 'confirmation',
  final: false,
  content: content('Replace pump', count),
  changes: n === 1 ? [] : items(3).map((after) => ({ type: 'added' as const, after, difference: -5 })),
  by: party('USUP'),
  at: NOW / 1000,
  timeZone: 'Europe/Prague',
  requester: party('UREQ'),
  supervisor: party('USUP'),
  coordinator: null,
  crew: [party('UCREW')],
  plannedStart: null,
  approval: { by: party('USUP'), at: NOW / 1000, signature: 'Sam Supervisor', comment: '' },
  report: null,
  closure: null,
  issuer: {
    name: 'Pumps Ltd',
    taxId: '',
    address: 'Street 1\nCity',
    phone: '',
    email: '',
    pageSize: 'A4',
    locale: 'en-GB',
    language: 'en',
  },
});

export function saved(committed: Committed): Order {
  if (committed.kind !== 'saved') throw new Error(`Expected saved, got ${committed.kind}`);
  return committed.order;
}

/** Commits a new order that owes these effects. */
export const owe = async (store: Store, id: string, effects: readonly Effect[]): Promise<Order> =>
  saved(await store.commit(firstCommit(newOrder(id), effects)));

/** A form that somebody has begun. */
export const draftData: KeptDraft = {
  key: 'k',
  views: [],
  generation: 0,
  itemOffset: 0,
  touched: true,
  values: { title: 'Pump', requestedStart: null },
  items: items(2),
  base: 0,
  submission: 0,
};

/** A key that no database has. */
export const KEYS: Keys = [{ name: 'k1', secret: new Uint8Array(32) }];

/** Takes over the deliveries of a workspace from the one that has them. */
export async function takeOver(store: Store, team = TEAM): Promise<Term> {
  const taken = await store.takeDeliveries(team, 'a test', await store.deliverer(team));
  if (!taken) throw new Error('somebody else was faster');
  return taken.term;
}

/** Claims what is due in all lanes; of each, so many at most. */
export const claimAll = (store: Store, term: Term, now = NOW, limit = 1000): Promise<Claimed[]> =>
  store.claim(term, now, Object.fromEntries(LANES.map((lane) => [lane, limit])));
