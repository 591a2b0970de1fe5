import { decimalOf } from '../order/amounts/decimal.ts';
import type { Member } from '../order/permissions.ts';
import type { Supervisor } from '../order/policy.ts';
import type { Settings } from '../settings.ts';

/** Who is in the user groups that settings name, by their ids. */
export type GroupMembers = ReadonlyMap<string, readonly string[]>;

/** Whether an id that settings list is a user group's. */
export const isGroupId = (id: string): boolean => id.startsWith('S');

/** The user groups that settings name. */
export function groupsNamed({ reminders, roles }: Settings): string[] {
  const listed = [...roles.admins, ...roles.office, ...roles.supervisors.map(({ id }) => id), ...reminders.escalation];
  return [...new Set(listed.filter(isGroupId))];
}

/**
 * A person with what the settings' lists give them, if they are a full member of the workspace: guests and people of other
 * organisations gain nothing from being listed. Until an office is listed, it is the admins.
 */
export function withRoles<P extends Member>(
  person: P,
  { roles }: Settings,
  groups: GroupMembers,
): P & { readonly office: boolean } {
  const isListed = (ids: readonly string[]) =>
    ids.some((id) => id === person.id || (isGroupId(id) && (groups.get(id) ?? []).includes(person.id)));
  if (person.kind !== 'member') return { ...person, admin: false, office: false };
  return { ...person, admin: person.admin || isListed(roles.admins), office: isListed(roles.office) };
}

/** Whom settings make admins of the app, groups by their members; the workspace's own are not among them. */
export const adminsListed = ({ roles }: Settings, groups: GroupMembers): string[] =>
  roles.admins.flatMap((id) => (isGroupId(id) ? (groups.get(id) ?? []) : [id]));

/** Whom settings name to be asked where a decision keeps waiting, groups by their members. */
export const escalationListed = ({ reminders }: Settings, groups: GroupMembers): string[] => [
  ...new Set(reminders.escalation.flatMap((id) => (isGroupId(id) ? (groups.get(id) ?? []) : [id]))),
];

/** Who of these people sees prices nowhere but on their own orders: all who are neither office nor admin. Apps read nothing. */
export const readersWithoutPrices = <P extends Member>(
  people: readonly P[],
  settings: Settings,
  groups: GroupMembers,
): P[] =>
  people.filter((person) => {
    const { admin, office } = withRoles(person, settings, groups);
    return !admin && !office && person.kind !== 'bot' && person.kind !== 'deactivated';
  });

/**
 * Who may be asked to decide, groups by their members; null where nobody is listed: every full member then. A person who is listed
 * by themselves has that limit, others the highest of their groups.
 */
export function supervisorsOf({ roles }: Settings, groups: GroupMembers): Supervisor[] | null {
  if (roles.supervisors.length === 0) return null;
  const limits = new Map<string, string | null>();
  for (const { id, limit } of roles.supervisors.filter((one) => isGroupId(one.id)))
    for (const member of groups.get(id) ?? []) {
      const before = limits.get(member);
      limits.set(member, before === undefined ? limit : higher(before, limit));
    }
  for (const { id, limit } of roles.supervisors.filter((one) => !isGroupId(one.id))) limits.set(id, limit);
  return [...limits].map(([id, limit]) => ({ id, limit }));
}

/** The highest limit of those who are listed, null: any amount; undefined where nobody is listed. */
export const highestLimit = ({ roles }: Settings): string | null | undefined =>
  roles.supervisors
    .map(({ limit }) => limit)
    .reduce<string | null | undefined>((most, limit) => (most === undefined ? limit : higher(most, limit)), undefined);

/** Whether limits count in another currency than before. */
export const countsAnew = (before: Settings, { money, roles }: Settings): boolean =>
  money.currency !== before.money.currency && roles.supervisors.some(({ limit }) => limit !== null);

/** The higher of two limits; null is no limit. */
function higher(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  const [a, b] = [decimalOf(one), decimalOf(other)];
  return a.digits * 10n ** BigInt(b.scale) >= b.digits * 10n ** BigInt(a.scale) ? one : other;
}
