import { randomUUID } from 'node:crypto';
import type { Store } from '../db/ports.ts';
import { searchTokensOfRow } from '../db/rows/search-tokens.ts';
import { connect } from '../db/sqlite/connection.ts';
import type { Action } from '../src/order/action.ts';
import type { Content } from '../src/order/content.ts';
import type { Order } from '../src/order/order.ts';
import type { Party, Role } from '../src/order/people.ts';
import { decide } from '../src/order/workflow.ts';
import { policyOf } from '../src/orders.ts';
import { defaultSettings } from '../src/settings.ts';

/** Who the seeded orders belong to. The named ones have a share of them, `staff` and `crew` the rest. */
export interface Cast {
  readonly requesters: readonly Party[];
  readonly supervisors: readonly Party[];
  readonly crew: readonly Party[];
  /** Somebody with a handful of orders, however many there are. */
  readonly rare: Party;
}

/** Orders of which the rest are copies. */
const SAMPLE = 1000;
/** Of these `rare` is the requester; copies are somebody else's. */
const RARE = new Set([3, 400, 800]);

const WORDS =
  'pump valve boiler heating cooling filter compressor inspection repair replacement service pipe leak control sensor motor'.split(
    ' ',
  );
const PLACES = 'Main Street|Harbour Road|Station Square|Mill Lane|Park Avenue|Castle Hill|Bridge Street'.split('|');

/**
 * Fills a store with 1,000 orders through the workflow: a quarter waiting, a quarter rejected, the rest approved and all but a
 * few of them closed in two versions, their channels to be archived in a week.
 */
export async function seedSample(store: Store, team: string, cast: Cast, count = SAMPLE): Promise<void> {
  const policy = policyOf(defaultSettings);
  const now = Math.floor(Date.now() / 1000);
  for (let n = 0; n < count; n++) {
    const pick = <T>(from: readonly T[]): T => from[n % from.length] as T;
    const requester = RARE.has(n) ? cast.rare : pick(cast.requesters);
    const supervisor = pick(cast.supervisors);
    const worker = pick(cast.crew);
    let order: Order | undefined;
    const act = async (party: Party, roles: Role[], action: Action) => {
      const at = now + n;
      const decision = decide(order ?? { state: 'new', team, id: shortId() }, action, {
        actor: { ...party, roles, timeZone: 'UTC' },
        at,
        key: shortId(),
        policy,
      });
      if (decision.kind !== 'accepted') throw new Error(`the seed was refused: ${JSON.stringify(decision)}`);
      const effects = decision.effects.filter(
        (effect) => effect.type === 'archive_channel' || (effect.type === 'post_entry' && effect.entry === 1),
      );
      const saved = await store.commit({ ...decision, effects, spentDraft: null, now: at * 1000 });
      if (saved.kind !== 'saved') throw new Error('the seed was not saved');
      order = saved.order;
    };
    await act(requester, ['requester'], {
      type: 'submit',
      content: contentOf(n),
      supervisor,
      coordinator: null,
      source: null,
    });
    if (n % 4 === 1) await act(supervisor, ['supervisor'], { type: 'reject', submission: 1, reason: 'Too dear' });
    if (n % 4 > 1) {
      await act(supervisor, ['supervisor'], {
        type: 'approve',
        submission: 1,
        crew: [worker],
        coordinator: null,
        plannedStart: null,
        comment: '',
        signature: supervisor.name,
      });
      if (n % 40 !== 2)
        await act(worker, ['crew'], {
          type: 'close',
          base: 1,
          closure: {
            outcome: 'as_ordered',
            reasonCode: null,
            explanation: '',
            endedAt: now,
            note: '',
            acceptance: null,
            photos: [],
          },
        });
    }
    if (order) await channelOf(store, order);
  }
}

/** As unique as a sample needs, and a third of the room a million times over. */
const shortId = () => randomUUID().slice(0, 12);

const channelOf = (store: Store, { team, id, number }: Order) =>
  store.saveChannel({
    team,
    order: id,
    n: 1,
    channel: `C${number}`,
    name: `so-${number}`,
    cardTs: '1.000100',
    pinned: true,
    cardStuck: null,
    topic: '',
    bookmark: null,
    archivedAt: null,
    lost: null,
  });

const contentOf = (n: number): Content => ({
  title: `${word(n)} ${word(n * 7 + 3)} ${n % 10 === 0 ? 'urgent' : 'routine'}`,
  client: `Client ${n % 500}`,
  location: `${n} ${PLACES[n % PLACES.length]}`,
  description: `The ${word(n + 5)} needs ${word(n * 3)}; call before.`,
  priority: 'normal',
  requestedStart: 1_700_100_000 + n,
  requestedEnd: 1_700_110_000 + n,
  contact: '',
  clientReference: `PO-${n}`,
  items: [0].map((i) => ({
    id: `i${i}`,
    kind: 'material' as const,
    description: `${word(n + i)} part`,
    quantity: 1000 * (i + 1),
    unit: 'pcs',
    unitPrice: '12.5',
  })),
  attachments: [],
  currency: 'EUR',
  decimals: 2,
  taxRate: 0,
  pricesFor: 'everybody',
});

const word = (n: number): string => WORDS[n % WORDS.length] ?? '';

/** Tables with a row for each order or several, and what is different about a copy's. */
const COPIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  orders: {
    id: ':prefix || t.id',
    number: 't.number + :shift',
    requester: "case when json_extract(t.requester, '$.id') = :rare then :other else t.requester end",
  },
  order_people: {
    order_id: ':prefix || t.order_id',
    number: 't.number + :shift',
    person: 'case when t.person = :rare then :otherId else t.person end',
  },
  entries: { order_id: ':prefix || t.order_id', key: ':prefix || t.key' },
  versions: { order_id: ':prefix || t.order_id' },
  printed_codes: { order_id: ':prefix || t.order_id' },
  effects: { order_id: ':prefix || t.order_id', id: ':prefix || t.id' },
  channels: { order_id: ':prefix || t.order_id', channel: ':prefix || t.channel' },
};

/** Copies written in one transaction. */
const BATCH = 20;

/**
 * Copies the orders of a file, which nobody else has open, until there are this many: every table and every index, in bulk.
 * A copy's id and number are its own, its words and people the sample's; what the sample owed besides archiving is paid.
 */
export function multiply(file: string, team: string, cast: Cast, orders: number): void {
  const client = connect(file);
  // If this is cut short the file is thrown away: no journal, no waiting for the disk, no checks of what is a copy.
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.pragma('foreign_keys = OFF');
  client.pragma('cache_size = -400000');
  client.exec("update effects set done_at = due_at where type <> 'archive_channel'");
  client.exec(
    "update effects set done_at = due_at where type = 'archive_channel' and order_id in (select id from orders where state = 'rejected')",
  );
  client.exec('create temp table sample as select id, number from orders order by number');
  client.exec('create index temp.sample_id on sample (id)');
  client.exec('create temp table words (number integer primary key, tokens text not null)');
  const rows = client.prepare<[], [number, string, string, string, string | null, string]>(
    'select number, content, requester, supervisor, coordinator, crew from orders',
  );
  const [other] = cast.requesters;
  if (!other) throw new Error('nobody to copy for');
  const keep = client.prepare('insert into words values (?, ?)');
  for (const [number, content, requester, ...rest] of rows.raw().all()) {
    const whose = JSON.parse(requester).id === cast.rare.id ? JSON.stringify(other) : requester;
    keep.run(number, searchTokensOfRow(team, 0, content, whose, ...rest));
  }
  const copied = Object.entries(COPIED).map(([table, changes]) => {
    const columns = client
      .prepare<[string], string>('select name from pragma_table_info(?)')
      .pluck()
      .all(table)
      // Numbered by the database itself.
      .filter((name) => table !== 'effects' || name !== 'seq');
    client.exec(
      `create temp table copied_${table} as select t.* from sample cross join ${table} as t
       on t.${table === 'orders' ? 'id' : 'order_id'} = sample.id order by sample.number`,
    );
    return client.prepare(
      `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')})
       select ${columns.map((name) => changes[name] ?? `t."${name}"`).join(', ')} from copied_${table} as t order by t.rowid`,
    );
  });
  const searchable = client.prepare('insert into searched (team, number) select :team, number + :shift from sample');
  const found = client.prepare(
    `insert into order_search (rowid, tokens)
     select -s.seq, words.tokens || printf(' %d %06d so%d so%06d', s.number, s.number, s.number, s.number)
     from words cross join searched as s on s.team = :team and s.number = words.number + :shift order by words.number desc`,
  );
  const sample = client.prepare<[], number>('select count(*) from sample').pluck().get() ?? 0;
  const copies = Math.ceil(orders / sample);
  for (let from = 1; from < copies; from += BATCH) {
    client.transaction(() => {
      for (let copy = from; copy < Math.min(copies, from + BATCH); copy++) {
        const its = { team, shift: copy * sample, prefix: `${String(copy).padStart(6, '0')}-` };
        const whose = { rare: cast.rare.id, otherId: other.id, other: JSON.stringify(other) };
        for (const statement of copied) statement.run({ ...its, ...whose });
        searchable.run(its);
        found.run(its);
      }
    })();
  }
  client.exec(`update counters set value = ${copies * sample} where name = 'order'`);
  client.close();
}
