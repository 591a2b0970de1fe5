import type { Entry } from '../../src/order/action.ts';
import { changesBetween } from '../../src/order/amounts/items.ts';
import type { Content, Item } from '../../src/order/content.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import type { Party } from '../../src/order/people.ts';
import { untouched } from '../../src/order/progress/progress.ts';
import type { Signature } from '../../src/order/signing/signature.ts';
import type { Closure, Issuer, Version, WorkReport } from '../../src/order/version.ts';

/** UNIX seconds of an instant in ISO 8601. */
export const at = (iso: string): number => Date.parse(iso) / 1000;

export const ana: Party = { id: 'U1', name: 'Ana Morales' };
export const sam: Party = { id: 'U2', name: 'Sam Okafor' };
export const farid: Party = { id: 'U3', name: 'Farid Haddad' };
export const lena: Party = { id: 'U4', name: 'Lena Fischer' };

export const item = (id: string, changes: Partial<Item> = {}): Item => ({
  id,
  kind: 'material',
  description: 'Circulation pump, 25-60',
  quantity: 1000,
  unit: 'pcs',
  unitPrice: '345',
  ...changes,
});

export const issuer: Issuer = {
  name: 'Northwind Building Services GmbH',
  taxId: 'DE 811 907 980',
  address: 'Gartenstraße 18\n10115 Berlin, Germany',
  phone: '+49 30 5550 142',
  email: 'service@northwind.example',
  pageSize: 'A4',
  locale: 'en-GB',
  language: 'en',
};

const content: Content = {
  title: 'Replace circulation pump',
  client: 'Acme Property Management Ltd',
  location: '42 Harbour Road, Unit 3, Building B, 20457 Hamburg',
  description:
    'The circulation pump of heating circuit 2 is noisy and runs hot. Replace it with the same type, vent the circuit and check the expansion vessel. The boiler room is locked; the caretaker has the key.',
  priority: 'high',
  requestedStart: at('2026-11-24T07:00:00Z'),
  requestedEnd: at('2026-11-24T11:00:00Z'),
  contact: 'Mr. Jensen, caretaker, +49 40 5550 19',
  clientReference: 'PO-2026-4471',
  items: [item('a')],
  attachments: [],
  currency: 'EUR',
  decimals: 2,
  taxRate: 19_000,
  pricesFor: 'everybody',
};

/** An approved order with its version 1. */
export function approvedOrder(changes: Partial<Content> = {}, version: Partial<Version> = {}): WholeOrder {
  const original: Version = {
    n: 1,
    kind: 'original',
    final: false,
    content: { ...content, ...changes },
    changes: [],
    by: sam,
    at: at('2026-11-22T09:30:00Z'),
    timeZone: 'Europe/Berlin',
    requester: ana,
    supervisor: sam,
    coordinator: lena,
    crew: [farid],
    plannedStart: at('2026-11-24T07:30:00Z'),
    approval: { by: sam, at: at('2026-11-22T09:30:00Z'), signature: 'Samuel Okafor', comment: '' },
    report: null,
    closure: null,
    issuer,
    ...version,
  };
  return {
    team: 'T1',
    id: 'O1',
    number: 123,
    revision: 3,
    state: 'approved',
    stateSince: original.at,
    outcome: null,
    requester: original.requester,
    supervisor: original.supervisor,
    coordinator: original.coordinator,
    crew: original.crew,
    plannedStart: original.plannedStart,
    content: original.content,
    submission: 1,
    approval: original.approval,
    progress: untouched(original.at),
    entryCount: 2,
    source: null,
    ...{ latest: original, approvedItems: original.content.items, lastReport: null, photos: [] },
    ...{ versions: [original], entries: [], lastEntry: approval },
  };
}

/** The order with one more version that reports work. */
export function confirmed(
  order: WholeOrder,
  items: readonly Item[],
  report: Partial<WorkReport> = {},
  version: Partial<Version> = {},
): WholeOrder {
  const base = order.versions.at(-1) ?? approvedOrder().versions[0];
  if (!base) throw new Error('An order without a version cannot be confirmed.');
  const start = base.at + 2 * 86_400;
  return withVersion(order, {
    ...base,
    n: base.n + 1,
    kind: 'confirmation',
    content: { ...base.content, items },
    changes: changesBetween(base.content.items, items, base.content.decimals),
    by: farid,
    at: start + 4 * 3600,
    report: {
      workDone: 'Pump replaced, circuit vented, pressure set to 1.6 bar.',
      startedAt: start,
      endedAt: start + 3.5 * 3600,
      reason: '',
      photos: [],
      ...report,
    },
    ...version,
  });
}

/** The order with its closing version. */
export function closed(order: WholeOrder, closure: Partial<Closure> = {}, version: Partial<Version> = {}): WholeOrder {
  const base = order.versions.at(-1);
  if (!base) throw new Error('An order without a version cannot be closed.');
  return withVersion(order, {
    ...base,
    n: base.n + 1,
    kind: 'closing',
    final: true,
    changes: [],
    by: lena,
    at: base.at + 86_400,
    report: null,
    closure: {
      outcome: 'as_ordered',
      reasonCode: null,
      explanation: '',
      endedAt: null,
      note: '',
      acceptance: null,
      photos: [],
      ...closure,
    },
    ...version,
  });
}

/** The order when the client has signed its last version. */
export function signedBy(order: WholeOrder, how: Partial<Signature>): WholeOrder {
  const last = order.versions.at(-1);
  if (!last) throw new Error('An order without a version cannot be signed.');
  const signed = { version: last.n, at: at('2026-11-23T02:13:20Z'), name: 'Peter Jensen', ...how };
  const closure = last.closure && { ...last.closure, photos: [] };
  const next = { n: last.n + 1, kind: 'signature' as const, report: null, closure, changes: [], signed };
  return withVersion(order, { ...last, ...next });
}

/** `count` items over all kinds, with prices. */
export const manyItems = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) =>
    item(`i${index}`, {
      kind: (['material', 'material', 'service', 'labour', 'expense'] as const)[index % 5] ?? 'material',
      description: `${['Copper pipe', 'Isolating valve', 'Pressure test', 'Fitter', 'Travel'][index % 5]} no. ${index + 1}`,
      quantity: 1000 + ((index * 250) % 7000),
      unit: ['m', 'pcs', 'flat', 'h', 'km'][index % 5] ?? 'pcs',
      unitPrice: String((450 + index * 37) / 100),
    }),
  );

const withVersion = (order: WholeOrder, version: Version): WholeOrder => ({
  ...order,
  latest: version,
  versions: [...order.versions, version],
});

const approval: Entry = {
  ...{ seq: 2, at: at('2026-11-22T09:30:00Z'), by: sam, version: 1, key: 'approval' },
  action: {
    ...{ type: 'approve', submission: 1, crew: [farid], coordinator: lena, plannedStart: null, comment: '' },
    signature: 'Samuel Okafor',
  },
};
