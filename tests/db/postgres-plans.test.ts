import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTED, type Import, type ImportLine, type Store, SWEPT, type Term } from '../../db/ports.ts';
import { FOUND } from '../../db/rows/office/record-search.ts';
import type { OfficeRecord } from '../../src/office/master-data.ts';
import { STATES } from '../../src/order/order.ts';
import { defaultSettings } from '../../src/settings.ts';
import { askedDuring } from './asked-of-postgres.ts';
import { asOwner, open, ownDatabase } from './postgres-database.ts';
import {
  content,
  draftData,
  firstCommit,
  items,
  NOW,
  newOrder,
  nextCommit,
  saved,
  submitEntry,
  TEAM,
  takeOver,
  version,
} from './samples.ts';

/** Orders of the workspace that asks, and workspaces beside it with as many effects that are due. */
const ORDERS = 1500;
const TEAMS = 150;
const HOUR = 3_600_000;
/** Rows that a statement may look at, whatever there is: a page of each state and role at most. */
const FEW = 150;

let database: Awaited<ReturnType<typeof ownDatabase>>;
let store: Store;
let term: Term;
beforeAll(async () => {
  database = await ownDatabase();
  store = await open(database.url);
  const owed = [{ type: 'open_channel' }, { type: 'archive_channel', entry: 1, notBefore: NOW / 1000 }] as const;
  const first = saved(await store.commit(firstCommit(newOrder('o1'), owed)));
  const approved = nextCommit(first, 'k', { state: 'approved', version: version(1) });
  saved(await store.commit(approved));
  await store.saveChannel(channel);
  await store.savePost(post);
  await store.saveDocument(document);
  await store.saveKeptFile(keptFile);
  await store.saveSigningLink(signingLink);
  await store.savePeople([person]);
  await store.saveSettings(TEAM, defaultSettings);
  await store.saveDraft({ ...draftKey, data: draftData, updatedAt: NOW }, undefined);
  await store.saveHome(TEAM, 'U1', '{}', NOW);
  await store.once(TEAM, 'k1', NOW);
  await store.saveRecord(TEAM, record, 0, recordChange);
  term = await takeOver(store);
  await asOwner(MANY, database.name);
  // As a server does by itself when a tenth of a table has changed.
  await asOwner('analyze', database.name);
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

const signingLink = {
  ...{ hash: 'h1', team: TEAM, order: 'o1', version: 1 },
  ...{ person: 'U1', at: 1_700_000_000, expires: 1_700_600_000 },
};
const keptFile = {
  ...({ team: TEAM, order: 'o1', sha256: 'b1', kind: 'document', name: 'SO-000001 v1.pdf' } as const),
  ...{ size: 9, fileId: '', version: 1, at: 1 },
};
const channel = {
  ...{ team: TEAM, order: 'o1', n: 1, channel: 'C1', name: 'so-1', cardTs: '1.1', pinned: true, cardStuck: null },
  ...{ topic: '', bookmark: null, archivedAt: null, lost: null },
};
const post = {
  team: TEAM,
  order: 'o1',
  purpose: 'task',
  person: 'U1',
  channel: 'D1',
  ts: '1.1',
  entry: null,
  settled: true,
} as const;
const document = {
  ...{
    team: TEAM,
    order: 'o1',
    version: 1,
    copy: 'priced' as const,
    language: 'en',
    sha256: 'a'.repeat(64),
    size: 1,
    fileId: 'F1',
    permalink: 'https://x',
  },
  ...{ channel: 'C1', ts: '1.1', marked: false },
} as const;
const person = {
  team: TEAM,
  id: 'U1',
  name: 'U1',
  timeZone: 'UTC',
  kind: 'member',
  admin: true,
  fetchedAt: 1,
} as const;
const record: OfficeRecord = {
  ...{ kind: 'client', id: 'c1', externalId: 'K1', active: true },
  data: { name: 'Acme Pumps', taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
};
const anImport: Import = {
  ...{ team: TEAM, id: 'm1', kind: 'client', by: { id: 'UADM', name: 'Ana' }, at: 1, sha256: '', about: '', next: 0 },
  ...{ file: { id: 'F1', name: 'clients.csv', size: 1 }, state: 'reading', channel: null, ts: null },
  counts: { add: 0, change: 0, same: 0, wrong: 0, done: 0, moved: 0 },
};
const anImportLine: ImportLine = {
  ...{ n: 0, line: 2, outcome: 'wrong', record: null, revision: 0, problems: ['x'], name: '', changes: [] },
};
const recordChange = { at: NOW / 1000, by: { id: 'U1', name: 'Ana' } };
const onFile = { id: 'c9', externalId: '', taxId: '', address: '', language: '', paymentNotes: '' };
const draftKey = { team: TEAM, person: 'U1', form: 'confirm', order: 'o1' } as const;

/** What everything of the first order is copied with: `m` counts the copies. */
const copies = (table: string, changes: string, from = 'true') =>
  `insert into ${table} overriding system value select (jsonb_populate_record(t, jsonb_build_object(${changes}))).*
   from ${table} as t cross join generate_series(2, ${ORDERS}) as c(m) where ${from}`;
const state = `(array[${STATES.map((one) => `'${one}'`).join(', ')}])[1 + m % ${STATES.length}]`;
const MANY = [
  'set session_replication_role = replica',
  copies(
    'orders',
    `'id', 'o' || m, 'number', m, 'state', ${state}, 'client_on_file', 'c' || m % 3, 'site_on_file', 's' || m % 3`,
  ),
  copies(
    'order_people',
    `'order_id', 'o' || m, 'number', m, 'state', ${state}, 'client_on_file', 'c' || m % 3, 'site_on_file', 's' || m % 3`,
  ),
  copies('order_search', "'number', m"),
  copies('entries', "'order_id', 'o' || m, 'key', key || m"),
  copies('versions', "'order_id', 'o' || m"),
  copies('printed_codes', "'order_id', 'o' || m"),
  copies('chains', "'order_id', 'o' || m"),
  copies('channels', "'order_id', 'o' || m, 'channel', 'C' || m"),
  copies('posts', "'order_id', 'o' || m, 'ts', '1.' || m, 'seq', seq + m"),
  copies('kept_files', "'order_id', 'o' || m, 'sha256', 'b' || m"),
  copies('signing_links', "'order_id', 'o' || m, 'hash', 'h' || m", "hash not like '% %'"),
  copies('signing_links', "'order_id', 'o' || m, 'hash', team || ' o' || m, 'person', 'h' || m", "hash like '% %'"),
  copies('documents', "'order_id', 'o' || m, 'file_id', 'F' || m"),
  copies('issued_files', "'order_id', 'o' || m, 'sha256', 'b' || m"),
  copies('drafts', "'order_id', 'o' || m, 'seq', seq + m"),
  copies('homes', "'person', 'U' || m"),
  copies('done_once', "'key', 'k' || m"),
  copies(
    'records',
    `'id', 'c' || m, 'external_id', 'K' || m, 'name', name || m, 'used_at', case m % 2 when 1 then m end`,
  ),
  copies('record_words', "'id', 'c' || m, 'word', word || m"),
  copies('record_changes', "'id', 'c' || m"),
  copies('people', `'id', 'U' || m, 'admin', m % 50 = 0`),
  // Channels that wait to be archived; a third of the others is parked, a third done, a third due.
  copies(
    'effects',
    `'order_id', 'o' || m, 'id', id || m, 'seq', seq + 9 * m, 'due_at', ${NOW} + 1000 * m, 'not_before', ${NOW} + 1000 * m`,
    "type = 'archive_channel'",
  ),
  copies(
    'effects',
    `'order_id', 'o' || m, 'id', id || m, 'seq', seq + 9 * m, 'due_at', ${NOW} - m, 'type', 'post_entry',
     'parked_at', case m % 3 when 0 then ${NOW} - m end, 'error', case m % 3 when 0 then 'x' || m % 5 end,
     'remedy', case m % 3 when 0 then 'y' end, 'done_at', case m % 3 when 1 then ${NOW} - m end`,
    "type = 'open_channel'",
  ),
  `insert into effects overriding system value select (jsonb_populate_record(t, jsonb_build_object(
     'team', 'W' || m % ${TEAMS}, 'order_id', 'o' || m, 'id', id || 'w' || m, 'seq', seq + 100000 + m, 'due_at', ${NOW} - m))).*
   from effects as t cross join generate_series(2, ${20 * TEAMS}) as c(m) where t.id = (select min(id) from effects where type = 'open_channel')`,
  `update counters set value = ${ORDERS} where name = 'order'`,
].join(';\n');

/** What nobody waits for: a start, a sum over what is parked, or what reads no table. */
type Rare = 'during' | 'close' | 'backup' | 'alive' | 'activateRestore' | 'otherTeams' | 'wake' | 'onWake';

/** Every other method, and how many rows each of its statements may look at. */
const METHODS: Readonly<Record<Exclude<keyof Store, Rare>, [rows: number, ask: () => Promise<unknown>]>> = {
  order: [FEW, () => store.order(TEAM, 'o9')],
  orderByNumber: [FEW, () => store.orderByNumber(TEAM, 9)],
  version: [FEW, () => store.version(TEAM, 'o9', 1)],
  entry: [FEW, () => store.entry(TEAM, 'o9', 1)],
  entries: [FEW, () => store.entries(TEAM, 'o9')],
  history: [FEW, () => store.history(TEAM, 'o9')],
  submittedOrders: [
    FEW,
    async () => {
      await store.submittedOrders(TEAM, { after: 500, limit: 9, from: 0, until: NOW });
      await store.submittedOrders(TEAM, { after: 500, limit: 9, from: 0, until: 0 });
    },
  ],
  accepted: [FEW, () => store.accepted(TEAM, 'k9')],
  commit: [
    FEW,
    async () => {
      const order = await store.order(TEAM, 'o1');
      if (order) await store.commit(nextCommit(order, crypto.randomUUID(), { state: 'completed' }));
      const what = { ...content(), clientOnFile: onFile, items: items(2).map((one) => ({ ...one, onFile: 'i1' })) };
      const lastEntry = submitEntry(crypto.randomUUID(), what);
      await store.commit(firstCommit(newOrder(crypto.randomUUID(), { content: what, lastEntry })));
    },
  ],
  visits: [FEW, () => store.visits(TEAM, 'USUP', ['crew', 'coordinator'], { from: 1, until: 9e9, limit: 9 })],
  list: [
    FEW,
    async () => {
      await store.list(TEAM, { limit: 9, stages: ['extra_cost'] });
      await store.list(TEAM, { limit: 9, stages: ['scheduled'] });
      await store.list(TEAM, { limit: 9, person: 'USUP', role: 'crew', stages: ['scheduled', 'in_progress'] });
      await store.list(TEAM, {
        limit: 9,
        person: 'USUP',
        stages: ['extra_cost', 'on_hold'],
        role: 'supervisor',
        after: 0,
      });
      await store.list(TEAM, { limit: 9 });
      await store.list(TEAM, { limit: 9, person: 'UREQ' });
      await store.list(TEAM, { limit: 9, states: ['submitted', 'approved'], before: 900 });
      await store.list(TEAM, { limit: 9, person: 'USUP', role: 'supervisor', states: ['submitted'], after: 900 });
    },
  ],
  ordersAt: [
    FEW,
    async () => {
      await store.ordersAt(TEAM, { client: 'c1' }, { limit: 9 });
      await store.ordersAt(TEAM, { site: 's1' }, { limit: 9, before: 900 });
      await store.ordersAt(TEAM, { client: 'c1' }, { limit: 9, person: 'UREQ' });
      await store.ordersAt(TEAM, { site: 's1' }, { limit: 9, person: 'UREQ', crewOnly: true });
    },
  ],
  record: [FEW, () => store.record(TEAM, 'client', 'c9')],
  recordByExternalId: [FEW, () => store.recordByExternalId(TEAM, { kind: 'client' }, 'K9')],
  suggestions: [
    2 * FOUND,
    async () => {
      await store.suggestions(TEAM, { kind: 'client' }, '', 9);
      await store.suggestions(TEAM, { kind: 'client' }, 'acme pum', 100);
      await store.suggestions(TEAM, { kind: 'client' }, 'a-b-c', 100);
      await store.suggestions(TEAM, { kind: 'client' }, 'nobody', 9);
      await store.suggestions(TEAM, { kind: 'site', client: 'c1' }, '', 9);
    },
  ],
  recordsByName: [
    2 * FOUND,
    async () => {
      await store.recordsByName(TEAM, { kind: 'client' }, { limit: 9, after: { name: 'Acme Pumps9', id: 'c9' } });
      await store.recordsByName(TEAM, { kind: 'client' }, { limit: 9, typed: 'acme' });
      await store.recordsByName(TEAM, { kind: 'client' }, { limit: 9, typed: 'acme k9' });
    },
  ],
  countRecords: [FEW, () => store.countRecords(TEAM, { kind: 'client' }, 100)],
  saveRecord: [
    FEW,
    async () => {
      await store.saveRecord(
        TEAM,
        { ...record, id: crypto.randomUUID(), externalId: crypto.randomUUID() },
        0,
        recordChange,
      );
      const one = await store.record(TEAM, 'client', 'c1');
      await store.saveRecord(TEAM, { ...record, active: false }, one?.revision ?? 0, recordChange);
    },
  ],
  recordsNamed: [FEW, () => store.recordsNamed(TEAM, { kind: 'client' }, 'Client 9', 9)],
  beginImport: [FEW, () => store.beginImport(anImport, { type: 'read_import', import: 'm1' }, NOW)],
  import: [FEW, () => store.import(TEAM, 'm1')],
  saveImportLines: [FEW, () => store.saveImportLines(TEAM, 'm1', [anImportLine])],
  saveImport: [FEW, () => store.saveImport(TEAM, 'm1', 'reading', { state: 'planned' })],
  importLines: [FEW, () => store.importLines(TEAM, 'm1', { from: 0, limit: 9, outcomes: ['wrong'] })],
  goOn: [FEW, () => store.goOn(TEAM, 'm1', 'planned', 'applying', [], NOW)],
  applyImportLines: [FEW, () => store.applyImportLines(TEAM, 'm1', 9, 1)],
  recordChanges: [FEW, () => store.recordChanges(TEAM, 'client', 'c9', 9)],
  undecided: [2 * ORDERS, () => store.undecided(TEAM, 'UREQ')],
  search: [2 * ORDERS, () => store.search(TEAM, 'pump', { limit: 9 })],
  channel: [FEW, () => store.channel(TEAM, 'o9')],
  channelById: [FEW, () => store.channelById(TEAM, 'C9')],
  saveChannel: [FEW, () => store.saveChannel(channel)],
  updateChannel: [FEW, () => store.updateChannel(channel, { pinned: false })],
  posts: [FEW, () => store.posts(TEAM, 'o9', 'task')],
  savePost: [FEW, () => store.savePost(post)],
  documents: [FEW, () => store.documents(TEAM, 'o9')],
  pricedDocuments: [FEW, () => store.pricedDocuments(TEAM, 'o9')],
  saveDocument: [FEW, () => store.saveDocument(document)],
  documentByFile: [FEW, () => store.documentByFile(TEAM, 'F9')],
  printedCode: [FEW, () => store.printedCode(TEAM, 'o9', 1, 'priced')],
  issuedAs: [FEW, () => store.issuedAs(TEAM, 'b9')],
  keptFiles: [FEW, () => store.keptFiles(TEAM, 'o9')],
  saveKeptFile: [FEW, () => store.saveKeptFile(keptFile)],
  signingLink: [FEW, () => store.signingLink('h9')],
  withdrawSigningLinks: [FEW, () => store.withdrawSigningLinks(TEAM, 'o9')],
  saveSigningLink: [FEW, () => store.saveSigningLink({ ...signingLink, hash: 'new' })],
  asset: [FEW, () => store.asset(TEAM, 'x')],
  saveAsset: [
    FEW,
    () => store.saveAsset({ team: TEAM, sha256: 'x', type: 'image/png', width: 1, height: 1, bytes: Buffer.from('x') }),
  ],
  person: [FEW, () => store.person(TEAM, 'U9')],
  savePeople: [FEW, () => store.savePeople([person])],
  // Once for each question about a name; a workspace's people are few beside its orders.
  admins: [ORDERS, () => store.admins(TEAM, 9)],
  settings: [FEW, () => store.settings(TEAM)],
  settingsAsOf: [FEW, () => store.settingsAsOf(TEAM)],
  changeSettings: [
    FEW,
    () => store.changeSettings(TEAM, 0, defaultSettings, { at: 1, by: { id: 'U1', name: 'Ana' }, changes: [] }),
  ],
  settingsChanges: [FEW, () => store.settingsChanges(TEAM, { limit: 9 })],
  userGroups: [FEW, () => store.userGroups(TEAM, ['S1'])],
  saveUserGroup: [FEW, () => store.saveUserGroup({ team: TEAM, id: 'S1', name: 'Office', members: [], fetchedAt: 1 })],
  saveSettings: [FEW, () => store.saveSettings(TEAM, defaultSettings)],
  draft: [FEW, () => store.draft(draftKey)],
  saveDraft: [FEW, () => store.saveDraft({ ...draftKey, data: draftData, updatedAt: NOW }, 'x')],
  removeDraft: [FEW, () => store.removeDraft(draftKey, 'x')],
  once: [FEW, () => store.once(TEAM, 'k9', NOW)],
  homeOf: [FEW, () => store.homeOf(TEAM, 'U9')],
  saveHome: [FEW, () => store.saveHome(TEAM, 'U9', '{}', NOW)],
  preferences: [FEW, () => store.preferences(TEAM, 'U9')],
  savePreferences: [
    FEW,
    () => store.savePreferences(TEAM, 'U9', 1, { digest: true, awayUntil: null, substitute: null }),
  ],
  remindersOf: [FEW, () => store.remindersOf(TEAM, 'U9', NOW)],
  toldTogether: [FEW, () => store.toldTogether(TEAM, ['x'], NOW)],
  isCheckDue: [FEW, () => store.isCheckDue(TEAM, NOW)],
  checkNow: [FEW, () => store.checkNow(TEAM, NOW)],
  peopleOfOpenOrders: [2 * ORDERS, () => store.peopleOfOpenOrders(TEAM, '', 9)],
  gaps: [FEW, () => store.gaps(9)],
  sweep: [
    FEW,
    async () => {
      const ages = { effects: NOW, drafts: NOW, ended: NOW, once: NOW, imports: NOW };
      for (const what of SWEPT) await store.sweep(what, ages, 0, 20);
    },
  ],
  owe: [FEW, () => store.owe(TEAM, 'o9', [{ type: 'refresh_card' }], NOW)],
  claim: [FEW, () => store.claim(term, NOW, { channel: 8, people: 8, metadata: 8, members: 8 })],
  saveCheckpoint: [FEW, () => store.saveCheckpoint(term, 'x', {}).catch(() => {})],
  done: [FEW, () => store.done(term, 'x', NOW).catch(() => {})],
  retry: [FEW, () => store.retry(term, 'x', NOW, 'x', { inDoubt: true, counted: true }).catch(() => {})],
  park: [FEW, () => store.park(term, 'x', NOW, 'x', 'y').catch(() => {})],
  adjustForClockShift: [FEW, () => store.adjustForClockShift(TEAM, NOW, NOW + HOUR)],
  expediteRetries: [ORDERS, () => store.expediteRetries(TEAM, NOW, NOW + HOUR)],
  unpark: [FEW, () => store.unpark(TEAM, 'x', NOW)],
  unparkOrder: [FEW, () => store.unparkOrder(TEAM, 'o9', NOW)],
  unparkAll: [ORDERS, () => store.unparkAll(TEAM, NOW, { error: 'x1', remedy: 'z' })],
  parked: [FEW, () => store.parked(TEAM, 9)],
  parkedCauses: [ORDERS, () => store.parkedCauses(TEAM, 9)],
  nextDue: [FEW, () => store.nextDue(TEAM)],
  outcome: [FEW, () => store.outcome(TEAM, 'x')],
  owes: [FEW, () => store.owes(TEAM, 'o9', 'channel')],
  backlog: [COUNTED, () => store.backlog(TEAM, NOW)],
  deliverer: [FEW, () => store.deliverer(TEAM)],
  takeDeliveries: [
    FEW,
    async () =>
      store.takeDeliveries(TEAM, 'me', {
        ...(await store.deliverer(TEAM)),
        fence: -1,
        owner: null,
        renewals: 0,
        ended: false,
      }),
  ],
  renewDeliveries: [FEW, () => store.renewDeliveries(term)],
  releaseDeliveries: [FEW, () => store.releaseDeliveries({ ...term, fence: -1 })],
};

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** What is wrong with a plan: a table that is read as a whole, or more rows than may be. */
function faults(plan: Plan, most: number): string[] {
  const read =
    plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0);
  const rows = /Scan/.test(plan['Node Type']) && plan['Relation Name'] ? Math.round(read * plan['Actual Loops']) : 0;
  const whole = plan['Node Type'] === 'Seq Scan' && rows > 0;
  const its = whole || rows > most ? [`${plan['Node Type']} of ${plan['Relation Name']}: ${rows} rows`] : [];
  return [...its, ...(plan.Plans ?? []).flatMap((one) => faults(one, most))];
}

function planIn(row: Record<string, unknown> | undefined): Plan {
  const [explained] = (row?.['QUERY PLAN'] ?? []) as { Plan: Plan }[];
  if (!explained) throw new Error('there is no plan');
  return explained.Plan;
}

/** The statements that do something with rows, as they are planned and carried out where they are sent; it is undone again. */
async function faultsOf(most: number, work: () => Promise<unknown>): Promise<string[]> {
  const explained: Promise<string[]>[] = [];
  await askedDuring(work, (ask, text, values) => {
    if (!/^\s*(select|insert|update|delete|with)/i.test(text)) return;
    const undone = !/^\s*select(?!.* for )/is.test(text);
    if (undone) void ask('savepoint explained');
    const plan = ask(`explain (analyze, timing off, format json) ${text}`, values);
    if (undone) void ask('rollback to savepoint explained');
    const said = `for ${text.replace(/\s+/g, ' ').slice(0, 300)}`;
    explained.push(plan.then(([row]) => faults(planIn(row), most).map((fault) => `${fault} ${said}`)));
  });
  return (await Promise.all(explained)).flat();
}

test.each(Object.entries(METHODS))('%s looks at no more rows than it needs', async (_, [rows, ask]) => {
  expect(await faultsOf(rows, ask)).toEqual([]);
});
