/** What the rows of an order say, in whatever shape they are. Throws a `StoredProblem` for what cannot be read. */
import { z } from 'zod';
import type { Entry } from '../../src/order/action.ts';
import type { Attachment } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { untouched } from '../../src/order/progress/progress.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import type { Version } from '../../src/order/version.ts';
import type { SubmittedPage } from '../ports.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedOrder, storedVersion } from '../shapes/order.ts';
import { Attachment3 } from '../shapes/parts.ts';
import { json, StoredProblem } from '../shapes/stored.ts';

/** Whose row it is, and what its amounts are counted in. */
export interface About {
  readonly team: string;
  readonly id: string;
  readonly number: number;
  readonly decimals: number | null;
}

type OrderRow = About &
  Pick<Order, 'revision' | 'state' | 'stateSince' | 'outcome' | 'submission' | 'plannedStart'> &
  Readonly<Record<'requester' | 'supervisor' | 'crew' | 'content', string>> &
  Readonly<Record<'coordinator' | 'approval' | 'source' | 'progress', string | null>> & { readonly shape: number };

type VersionRow = About & { readonly n: number; readonly body: string; readonly shape: number };

type EntryRow = About &
  Pick<Entry, 'seq' | 'at' | 'version' | 'key'> & {
    readonly by: string;
    readonly action: string;
    readonly shape: number;
  };

/** What an order says of one of its versions: when work ended, and photos as JSON. */
interface Report {
  readonly n: number;
  readonly endedAt: number | null;
  readonly photos: string | null;
  readonly closingPhotos: string | null;
}

/** The rows beside an order's own. Of its versions the first and the latest are read, the others only reported. */
interface Beside {
  readonly reports: readonly Report[];
  readonly first: VersionRow | undefined;
  readonly latest: VersionRow | undefined;
  /** The last that is no reminder. */
  readonly lastEntry: EntryRow | undefined;
  /** The number of the last of all. */
  readonly entryCount: number | null | undefined;
}

/** An order as it stands. */
export function orderOf(row: OrderRow, { reports, first, latest, lastEntry, entryCount }: Beside): Order {
  const { team, id, number, revision, stateSince, submission, plannedStart, shape } = row;
  const where = placeOf(row, 'order', 'orders');
  const value = () => ({
    state: row.state,
    outcome: row.outcome,
    requester: json(row.requester),
    supervisor: json(row.supervisor),
    coordinator: json(row.coordinator),
    crew: json(row.crew),
    content: json(row.content),
    approval: json(row.approval),
    source: json(row.source),
    progress: json(row.progress),
  });
  const order = storedOrder.read({ shape, where, value }, countedIn(row));
  if (!lastEntry) throw new StoredProblem(`${where} has no history (table entries).`);
  const facts = { team, id, number, revision, stateSince, submission, plannedStart };
  const newest = latest && versionOf(latest);
  const approved = first === latest ? newest : first && versionOf(first);
  const last = reports.findLast(({ endedAt }) => endedAt !== null);
  return {
    ...facts,
    ...order,
    progress: order.progress ?? untouched(stateSince),
    latest: newest ?? null,
    approvedItems: approved?.content.items ?? null,
    lastReport: last?.endedAt ? { version: last.n, endedAt: last.endedAt } : null,
    photos: reports.flatMap(({ photos, closingPhotos }) => [...filesIn(photos), ...filesIn(closingPhotos)]),
    lastEntry: entryOf(lastEntry),
    entryCount: entryCount ?? lastEntry.seq,
  };
}

/** Whether an order, as a row says of it, is one that a page of submitted orders asks for. */
export const isWithin = (
  { submittedAt, state }: { readonly submittedAt: number; readonly state: Order['state'] },
  { from, until, states }: Pick<SubmittedPage, 'from' | 'until' | 'states'>,
): boolean => submittedAt >= from && submittedAt < until && (states === undefined || states.includes(state));

/** One of its versions. */
export function versionOf(row: VersionRow): Version {
  const { n, body, shape } = row;
  const where = placeOf(row, `version ${n} of`, 'versions');
  return storedVersion.read({ shape, where, value: () => json(body) }, countedIn(row));
}

/** One of its entries. */
export function entryOf(row: EntryRow): Entry {
  const { seq, at, version, key, shape } = row;
  const value = () => ({ by: json(row.by), action: json(row.action) });
  const where = placeOf(row, `entry ${seq} of`, 'entries');
  return { seq, at, version, key, ...storedEntry.read({ shape, where, value }, countedIn(row)) };
}

/** For a human: `version 2 of SO-000012 (table versions, workspace T1, order 5f…)`. */
const placeOf = ({ team, id, number }: About, what: string, table: string): string =>
  `${what} ${orderNumber(number)} (table ${table}, workspace ${team}, order ${id})`;

function countedIn(row: About): { decimals: number } {
  const { decimals } = row;
  if (decimals !== null) return { decimals };
  throw new StoredProblem(
    `The amounts of ${placeOf(row, 'order', 'orders')} cannot be read: how many decimals they have is not known. Run npm run migrate.`,
  );
}

const Files = z.array(Attachment3);
const filesIn = (text: string | null): Attachment[] => (text === null ? [] : Files.parse(json(text)));
