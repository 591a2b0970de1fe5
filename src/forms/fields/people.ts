import { peopleOf } from '../../order/order.ts';
import { eitherOf } from '../../words/list.ts';
import type { Words } from '../../words/words.ts';
import type { Candidate, FormContext } from '../context.ts';
import { listIn, textIn } from '../draft.ts';
import type { Accepted, Field } from '../form.ts';
import { clip, isUserId } from '../mrkdwn.ts';
import { type Asked, cut, inputActionId, missing } from './fields.ts';

/** What fits under a field (Slack: 2000 characters, not documented). */
const ERROR_LIMIT = 1900;

/** Of those who are listed, so many are named to somebody who chose another. */
export const NAMED_LISTED = 3;

/** Who may be named: full members, guests as well, or those who may be asked to decide, all admins among them or not. */
type Eligible = 'members' | 'members and guests' | 'supervisors' | 'supervisors and admins';

interface PersonOptions extends Asked {
  readonly eligible: Eligible;
}

/** One person. Answers who it is. */
export function person({ eligible, ...asked }: PersonOptions): Field<Candidate> {
  return {
    ...asked,
    people: (raw) => (textIn(raw) ? [textIn(raw)] : []),
    render: (current) => ({
      type: 'users_select',
      action_id: inputActionId,
      ...(isUserId(textIn(current)) ? { initial_user: textIn(current) } : {}),
    }),
    read: (state) => state.selected_user ?? null,
    accept: (raw, context) => {
      if (!textIn(raw)) return missing(context);
      return eligiblePerson(textIn(raw), eligible, context);
    },
  };
}

/** At least one person (`optional`: or nobody), at most `max`. */
export function people({
  eligible,
  max,
  ...asked
}: PersonOptions & { max: number; optional?: true }): Field<readonly Candidate[]> {
  return {
    ...asked,
    people: listIn,
    render: (current) => {
      const chosen = [...new Set(listIn(current).filter(isUserId))].slice(0, max);
      return {
        type: 'multi_users_select',
        action_id: inputActionId,
        max_selected_items: max,
        ...(chosen.length > 0 ? { initial_users: chosen } : {}),
      };
    },
    read: (state) => [...(state.selected_users ?? [])],
    accept: (raw, context) => {
      const ids = [...new Set(listIn(raw))];
      if (ids.length === 0) return asked.optional ? { ok: [] } : missing(context);
      if (ids.length > max) return { error: context.words.fields.error.tooManyPeople({ max }) };
      const accepted = ids.map((id) => eligiblePerson(id, eligible, context));
      const refused = accepted.flatMap((one) => ('error' in one ? [one.error] : []));
      if (refused.length > 0) return { error: cut(refused.join(' '), ERROR_LIMIT) };
      return { ok: accepted.flatMap((one) => ('ok' in one ? [one.ok] : [])) };
    },
  };
}

function eligiblePerson(id: string, eligible: Eligible, context: FormContext): Accepted<Candidate> {
  const candidate = context.people.get(id) ?? { id, name: nameOf(id, context), kind: 'unknown' as const };
  const error =
    ineligible(candidate, eligible, context.words.fields.error.person) ??
    (eligible === 'supervisors' || (eligible === 'supervisors and admins' && !isAdmin(candidate, context))
      ? unlisted(candidate, context)
      : undefined);
  return error === undefined ? { ok: candidate } : { error };
}

/** Characters of an id that are repeated; Slack's have eleven. */
const LONGEST_ID = 30;

/** What the order calls somebody of whom Slack tells nothing; else their id, which their profile shows. */
function nameOf(id: string, { order }: FormContext): string {
  const proposed = order?.content.proposedCrew ?? [];
  const known = [...(order ? peopleOf(order).map(([, party]) => party) : []), ...proposed];
  return known.find((one) => one.id === id)?.name ?? clip(id, LONGEST_ID);
}

/** Whether Slack or the settings make somebody an admin, as far as it is known: admins approve any amount. */
export const isAdmin = ({ id, admin = false }: Candidate, { admins = [] }: FormContext): boolean =>
  admin || admins.includes(id);

/** Why this person cannot be asked to decide, where there is a list of those who can; who is on the order may stay. */
function unlisted({ id, name }: Candidate, context: FormContext): string | undefined {
  const { order, supervisors, people, person, allowOwnApproval, words } = context;
  if (!supervisors || supervisors.some((listed) => listed.id === id) || order?.supervisor.id === id) return undefined;
  const names = supervisors
    .slice(0, NAMED_LISTED)
    .filter((one) => allowOwnApproval || one.id !== person.id)
    .flatMap((one) => people.get(one.id)?.name ?? []);
  if (names.length === 0) return words.refusal.notSupervisor({ name });
  return words.fields.error.notListed({ name, names: eitherOf(names, words) });
}

/** Why this person cannot be named. */
function ineligible(
  { kind, name }: Candidate,
  eligible: Eligible,
  say: Words['fields']['error']['person'],
): string | undefined {
  switch (kind) {
    case 'member':
      return undefined;
    case 'guest':
      return eligible === 'members and guests' ? undefined : say.guest({ name });
    case 'unknown':
      return say.unknown({ name });
    default:
      return say[kind]({ name });
  }
}
