import { randomUUID } from 'node:crypto';
import type { Store } from '../db/store.ts';
import type { Content, Party } from '../src/order/order.ts';
import { decide } from '../src/order/workflow.ts';
import { policyOf } from '../src/orders.ts';
import { defaultSettings } from '../src/settings.ts';

interface Cast {
  readonly requester: Party;
  readonly supervisor: Party;
  readonly worker: Party;
}

/** Fills a store with orders of the past through the workflow: a third waiting, a third rejected, a third withdrawn. Nothing is owed. */
export async function seedOrders(store: Store, team: string, count: number, cast: Cast): Promise<void> {
  const policy = policyOf(defaultSettings);
  const requester = { id: cast.requester.id, name: cast.requester.name };
  const supervisor = { id: cast.supervisor.id, name: cast.supervisor.name };
  for (let n = 0; n < count; n++) {
    const at = 1_700_000_000 + n;
    const act = (actor: Party, roles: ('requester' | 'supervisor')[]) => ({
      actor: { ...actor, roles, timeZone: 'UTC' },
      at,
      key: randomUUID(),
      policy,
    });
    const submitted = decide(
      { state: 'new', team, id: randomUUID() },
      { type: 'submit', content: contentOf(n), supervisor, coordinator: null, source: null },
      act(requester, ['requester']),
    );
    if (submitted.kind !== 'accepted') throw new Error('the seed was refused');
    const { order, entry, version } = submitted;
    const saved = await store.commit({ order, entry, version, effects: [], spentDraft: null, now: at * 1000 });
    if (saved.kind !== 'saved' || n % 3 === 0) continue;
    const type = n % 3 === 1 ? 'reject' : 'withdraw';
    const ended = decide(saved.order, { type, submission: 1, reason: 'Seeded' }, act(supervisor, ['supervisor']));
    if (ended.kind === 'accepted') await store.commit({ ...ended, effects: [], spentDraft: null, now: at * 1000 });
  }
}

const contentOf = (n: number): Content => ({
  title: `Service number ${n}`,
  client: `Client ${n % 500}`,
  location: `${n} Main Street`,
  description: 'Routine work that was ordered some time ago. '.repeat(5),
  priority: 'normal',
  requestedStart: 1_700_100_000 + n,
  requestedEnd: 1_700_110_000 + n,
  contact: '',
  clientReference: '',
  items: Array.from({ length: 5 }, (_, i) => ({
    id: `item-${i}`,
    kind: 'material' as const,
    description: `Part ${i}`,
    quantity: 1000 * (i + 1),
    unit: 'pcs',
    unitPrice: 1250,
  })),
  attachments: [],
  currency: 'EUR',
  taxRate: 0,
});
