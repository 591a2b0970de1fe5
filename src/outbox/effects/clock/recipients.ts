import type { Party } from '../../../order/people.ts';
import type { ReminderKind } from '../../../order/progress/progress.ts';

/** Where somebody is: at work; outside their working time, until then (seconds); away, nobody knows until when. */
export type Where =
  | { readonly is: 'here' }
  | { readonly is: 'off'; readonly until: number | undefined }
  | { readonly is: 'away' };

/** People who can stand in for others: `all` of them together, or the first who is there. */
export interface Group {
  readonly all: boolean;
  people(): Promise<readonly Party[]>;
}

/** Who is in line for a reminder. */
export interface Line {
  /** Whose turn it is. */
  readonly first: readonly Party[];
  /** Who stands in for them, group by group: the first that has somebody counts. */
  readonly instead: readonly Group[];
  /** Who is asked besides them, in the same way. */
  readonly besides: readonly Group[];
  /** Whether who stands in is asked to decide, or reminded like those whose turn it is. */
  readonly asks: boolean;
}

/** Who is reminded, and who is asked; or when it is looked again: then (seconds), or in a while. */
export type Called =
  | { readonly people: readonly Party[]; readonly asked: readonly Party[] }
  | { readonly again: number | undefined };

/**
 * Whom a reminder goes to. Nobody is bothered outside their working time, nor while they are away. Where nobody whose turn it is
 * works just now, that is waited for; where all of them are away, the next in line is asked.
 */
export async function called(line: Line, whereIs: (person: Party) => Promise<Where>): Promise<Called> {
  const first = await located(line.first, whereIs);
  const there = first.filter(({ where }) => where.is !== 'away');
  if (there.length === 0) return instead(line, whereIs);
  if (!there.some(({ where }) => where.is === 'here')) return { again: soonest(there) };
  // Who is off work gets it when they begin.
  const people = there.map(({ party }) => party);
  return { people, asked: await besides(line, whereIs) };
}

interface Located {
  readonly party: Party;
  readonly where: Where;
}

async function located(parties: readonly Party[], whereIs: (person: Party) => Promise<Where>): Promise<Located[]> {
  const each = [...new Map(parties.map((party) => [party.id, party])).values()];
  const found: Located[] = [];
  for (const party of each) found.push({ party, where: await whereIs(party) });
  return found;
}

async function instead(line: Line, whereIs: (person: Party) => Promise<Where>): Promise<Called> {
  const off: Located[] = [];
  for (const group of line.instead) {
    const found = await located(others(await group.people(), line.first), whereIs);
    const here = found.filter(({ where }) => where.is === 'here').map(({ party }) => party);
    const some = group.all ? here : here.slice(0, 1);
    if (some.length > 0) return line.asks ? { people: [], asked: some } : { people: some, asked: [] };
    off.push(...found.filter(({ where }) => where.is === 'off'));
  }
  return { again: soonest(off) };
}

/** Those of the first group that has somebody who is not away. */
async function besides(line: Line, whereIs: (person: Party) => Promise<Where>): Promise<Party[]> {
  for (const group of line.besides) {
    const found = await located(others(await group.people(), line.first), whereIs);
    const there = found.filter(({ where }) => where.is !== 'away');
    if (there.length > 0) return there.map(({ party }) => party);
  }
  return [];
}

const others = (parties: readonly Party[], without: readonly Party[]): Party[] =>
  parties.filter(({ id }) => !without.some((one) => one.id === id));

/** When the first of them works again. */
function soonest(found: readonly Located[]): number | undefined {
  const times = found.flatMap(({ where }) => (where.is === 'off' && where.until !== undefined ? [where.until] : []));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Whether somebody is asked to decide, rather than told to do something themselves. */
export const isDecision = (about: ReminderKind): boolean => about === 'decision' || about === 'extra_cost';
