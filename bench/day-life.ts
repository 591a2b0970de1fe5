import { randomUUID } from 'node:crypto';
import type { Store } from '../db/ports.ts';
import type { Person } from '../sandbox/server/acts.ts';
import type { Sandbox } from '../sandbox/server/server.ts';
import type { Action } from '../src/order/action.ts';
import type { Role } from '../src/order/people.ts';
import { type createOrders, policyOf } from '../src/orders.ts';
import { defaultSettings } from '../src/settings.ts';
import { hired } from './stage.ts';
import type { VirtualTime } from './virtual-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How many of a day's orders come in each of its ten hours: most of them in the morning. */
const HOURS = [0.2, 0.16, 0.12, 0.1, 0.06, 0.08, 0.1, 0.09, 0.06, 0.03];

/** Five hundred people, each with orders. */
const STAFF = { requesters: 60, supervisors: 40, workers: 400 };
/** Orders that stand when the day begins: everybody has a part in one. */
export const STANDING = Math.max(...Object.values(STAFF));

/** When in the day an order comes, milliseconds from its start. `part`: how many of the day's orders came before it. */
export function arrival(part: number): number {
  let before = 0;
  for (const [hour, share] of HOURS.entries()) {
    if (part < before + share) return (hour + (part - before) / share) * HOUR;
    before += share;
  }
  return HOURS.length * HOUR;
}

/** Who takes part in an order. */
export interface LifeCast {
  readonly requester: Person;
  readonly supervisor: Person;
  readonly worker: Person;
}

/** Everybody who works there, once for each workspace. */
let staff: { sandbox: Sandbox; requesters: Person[]; supervisors: Person[]; workers: Person[] } | undefined;

/** Everybody who works there. */
export const everybodyAt = (sandbox: Sandbox): Person[] => {
  castOf(sandbox, 0);
  return staff ? [...staff.requesters, ...staff.supervisors, ...staff.workers] : [];
};

/** Who takes part in the n-th order of the day. */
export function castOf(sandbox: Sandbox, n: number): LifeCast {
  if (staff?.sandbox !== sandbox)
    staff = {
      sandbox,
      requesters: hired(sandbox, 'Clerk', STAFF.requesters),
      supervisors: hired(sandbox, 'Supervisor', STAFF.supervisors),
      workers: hired(sandbox, 'Worker', STAFF.workers),
    };
  const pick = (from: readonly Person[]): Person => {
    const person = from[n % from.length];
    if (!person) throw new Error('nobody is there');
    return person;
  };
  return { requester: pick(staff.requesters), supervisor: pick(staff.supervisors), worker: pick(staff.workers) };
}

/**
 * Submitted, approved (one in ten rejected), confirmed once, finished; one in eight waits for its decision until its supervisor
 * was reminded, and who is not on site in time is reminded as well. `standing`: it is submitted and approved, for tomorrow.
 */
export async function life(
  doors: ReturnType<typeof createOrders>,
  store: Store,
  team: string,
  { requester, supervisor, worker }: LifeCast,
  n: number,
  { sleep }: VirtualTime,
  standing = false,
): Promise<void> {
  const id = randomUUID();
  const party = (person: Person) => ({ id: person.id, name: person.name });
  const act = async (person: Person, roles: Role[], action: Action) => {
    const order = (await store.order(team, id)) ?? ({ state: 'new', team, id } as const);
    const acted = await doors.act({
      order,
      action,
      policy: policyOf(defaultSettings),
      actor: () => ({ ...party(person), roles, timeZone: 'UTC' }),
      key: randomUUID(),
      spentDraft: null,
    });
    if (acted.kind !== 'accepted') throw new Error(`${action.type} was ${JSON.stringify(acted)}`);
  };
  const after = (minutes: number) => sleep((minutes + (n % 17)) * MINUTE);
  const items = [
    { id: 'i1', kind: 'material' as const, description: 'Pump', quantity: 1000, unit: 'pcs', unitPrice: '120' },
  ];
  const now = Math.floor(Date.now() / 1000);
  await act(requester, ['requester'], {
    type: 'submit',
    content: {
      title: `Service ${n}`,
      client: `Client ${n % 300}`,
      location: '1 Main Street',
      description: 'The pump leaks.',
      priority: 'normal',
      requestedStart: now + (standing ? 10 : 1) * 3600,
      requestedEnd: now + (standing ? 12 : 2) * 3600,
      contact: '',
      clientReference: '',
      items,
      attachments: [],
      currency: 'EUR',
      decimals: 2,
      taxRate: 0,
      pricesFor: 'everybody',
    },
    supervisor: party(supervisor),
    coordinator: null,
    source: null,
  });
  await after(standing ? 1 : n % 8 === 3 ? 260 : 10);
  if (!standing && n % 10 === 9)
    return act(supervisor, ['supervisor'], { type: 'reject', submission: 1, reason: 'Too dear' });
  await act(supervisor, ['supervisor'], {
    type: 'approve',
    submission: 1,
    crew: [party(worker)],
    coordinator: null,
    plannedStart: null,
    comment: '',
    signature: supervisor.name,
  });
  if (standing) return;
  const report = { workDone: 'Done.', startedAt: now, endedAt: now + 60, reason: 'More parts', photos: [] };
  await after(90);
  await act(worker, ['crew'], {
    type: 'confirm_partial',
    base: 1,
    items: [...items, { ...items[0], id: 'i2' }] as typeof items,
    report,
  });
  await after(60);
  await act(worker, ['crew'], {
    type: 'confirm_final',
    base: 2,
    items: [...items, { ...items[0], id: 'i2' }] as typeof items,
    report,
  });
}
