import type { PersonRecord } from '../../../db/ports.ts';
import type { FormContext } from '../../forms/context.ts';
import type { Order } from '../../order/order.ts';
import type { Deps } from '../deps.ts';
import type { Session } from './form-session.ts';
import { withRecords } from './on-file/records.ts';

/**
 * What a form is opened with: who was asked to approve the person's newest order, and what a copied order starts from, if they
 * still can be named; and the order's revision, or that newest order: what is opened on the same basis is the same filling-in.
 */
export async function withStart(
  { store }: Pick<Deps, 'store'>,
  started: Session,
): Promise<Session & { basis: string }> {
  const session = await withRecords({ store }, started);
  const { team, person, order, copied } = session;
  if (order) return { ...session, basis: String(order.revision) };
  const [newest] = await store.list(team, { person: person.id, role: 'requester', limit: 1 });
  const find = (id: string | undefined) => (id === undefined ? undefined : store.person(team, id));
  const [last, supervisor, coordinator] = await Promise.all([
    find(newest?.supervisor),
    find(copied?.supervisor.id),
    find(copied?.coordinator?.id),
  ]);
  const lastSupervisor = askable(session, last);
  const context: FormContext = {
    ...session.context,
    ...(lastSupervisor === null ? {} : { lastSupervisor }),
    ...(copied
      ? {
          copied: {
            content: copied.content,
            supervisor: askable(session, supervisor),
            coordinator: memberId(coordinator),
            crew: await workersOf({ store }, copied),
          },
        }
      : {}),
  };
  return { ...session, context, basis: `${newest?.id ?? ''} ${copied?.revision ?? ''}`.trim() };
}

const memberId = (person: PersonRecord | undefined): string | null => (person?.kind === 'member' ? person.id : null);

/** The id of somebody whom the session's person may ask to decide on a new order of theirs; null for others. */
function askable({ person, policy }: Session, asked: PersonRecord | undefined): string | null {
  if (asked?.id === person.id && !policy.allowOwnApproval) return null;
  const listed = policy.supervisors?.some(({ id }) => id === asked?.id) ?? true;
  return listed ? memberId(asked) : null;
}

/** Who went, or was proposed to go, and still can. */
async function workersOf({ store }: Pick<Deps, 'store'>, { team, approval, crew, content }: Order): Promise<string[]> {
  const went = approval ? crew : (content.proposedCrew ?? []);
  const found = await Promise.all(went.map(({ id }) => store.person(team, id)));
  return found.flatMap((one) => (one?.kind === 'member' || one?.kind === 'guest' ? [one.id] : []));
}
