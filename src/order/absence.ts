import type { Effect, TellKind } from './effect.ts';
import type { Order } from './order.ts';
import type { Party } from './people.ts';

/** Whether a person can still do anything for an order: somebody in full, a guest (field work only), or nobody any more. */
export type Ability = 'full' | 'field' | 'none';

/** What an order needs to know of the people around it. `ability` is `full` for people we know nothing of. */
export interface AbsenceContext {
  ability(person: string): Ability;
  /** Admins who may decide on any order; the app asks them when nobody else can. */
  readonly admins: readonly string[];
}

/**
 * What Slack is owed because a person of an order can no longer do their part: those who can continue it are told what
 * to do. Nothing when the order does not wait for them.
 */
export function owedForAbsence(order: Order, gone: string, around: AbsenceContext): Effect[] {
  const entry = order.lastEntry.seq;
  const { requester, supervisor, coordinator, crew, state } = order;
  const able = around.ability(gone);
  const there = (party: Party | null): string[] =>
    party && party.id !== gone && around.ability(party.id) === 'full' ? [party.id] : [];
  const admins = around.admins.filter((id) => id !== gone && around.ability(id) === 'full');
  const tell = (people: readonly string[], about: TellKind, of: Party): Effect[] =>
    [...new Set(people)].map((person) => ({ type: 'tell', person, about, entry, of }));
  /** The first of these groups that has somebody. */
  const first = (...groups: readonly string[][]): string[] => groups.find((group) => group.length > 0) ?? [];

  if (able === 'full') return [];
  switch (state) {
    case 'submitted':
      if (supervisor.id !== gone) return [];
      return [...tell(there(requester), 'supervisor_gone', supervisor), ...tell(admins, 'request_instead', supervisor)];
    case 'changes_requested':
      return [
        ...(supervisor.id === gone ? tell(there(requester), 'supervisor_gone', supervisor) : []),
        ...(requester.id === gone ? tell(first(there(supervisor), admins), 'requester_gone', requester) : []),
      ];
    case 'approved': {
      const worker = able === 'none' ? crew.find(({ id }) => id === gone) : undefined;
      return [
        ...(coordinator?.id === gone ? tell(first(there(supervisor), admins), 'coordinator_gone', coordinator) : []),
        ...(worker ? tell(first(there(coordinator), there(supervisor), admins), 'crew_gone', worker) : []),
      ];
    }
    default:
      return [];
  }
}

/** What somebody said of being away (seconds), and whom they named. */
interface Away {
  readonly awayUntil: number | null;
  readonly substitute: Party | null;
}

/** Who is told that they decide for a supervisor from now on, and who that they do not any more. */
export function owedForAway(of: Party, before: Away, after: Away, since: number): Effect[] {
  const named = ({ awayUntil, substitute }: Away) => (awayUntil !== null && awayUntil > since ? substitute : null);
  const [was, is] = [named(before), named(after)];
  const told = (person: Party, until: number | null): Effect => ({
    type: 'stand_in',
    person: person.id,
    of,
    since,
    until,
  });
  return [
    ...(was && was.id !== is?.id ? [told(was, null)] : []),
    ...(is && (was?.id !== is.id || before.awayUntil !== after.awayUntil) ? [told(is, after.awayUntil)] : []),
  ];
}
