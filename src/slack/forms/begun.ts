import { type Refusal, refusalsToOpen } from '../../order/workflow.ts';
import type { Deps } from '../deps.ts';
import { freshDraft, type KeptDraft } from '../drafts/drafts.ts';
import type { PageMetadata } from '../views/ids.ts';
import { actorOf, orderOrNew, type Session, withStart } from './form-session.ts';

/** Why this person cannot take any, or some, of the actions that the form leads to, as things stand. */
export async function refusalsFor({ store }: Pick<Deps, 'store'>, session: Session) {
  const { bound, order, person, policy, team } = session;
  const actor = actorOf(session)(order);
  const undecided = order ? 0 : await store.undecided(team, person.id, policy.undecidedPerPerson);
  return refusalsToOpen(orderOrNew(session), bound.leadsTo, { actor, policy, undecided });
}

/** Why they cannot take any of them. */
export const refusedBy = async (deps: Pick<Deps, 'store'>, session: Session): Promise<Refusal | undefined> =>
  (await refusalsFor(deps, session)).all;

/**
 * The draft that a modal belongs to; undefined when it was sent, or started over elsewhere, or never opened, or may not be
 * begun by this person. One that nobody touched may have been forgotten (another process, a restart): it is made once more,
 * from the order as it is now.
 */
export async function begunDraft(
  { drafts, store }: Pick<Deps, 'drafts' | 'store'>,
  session: Session,
  kept: KeptDraft | undefined,
  { k, s }: Pick<PageMetadata, 'k' | 's'>,
): Promise<KeptDraft | undefined> {
  if (kept?.touched) return kept.key === k ? kept : undefined;
  const { team } = session;
  // What nobody touched here may have been filled in and sent through another process.
  if (await store.accepted(team, k)) return undefined;
  if (kept?.key === k) return kept;
  if (!drafts.isOurs(session.draftKey, k) || (await refusedBy({ store }, session))) return undefined;
  const start = session.bound.form.start((await withStart({ store }, session)).context);
  return freshDraft({ ...start, submission: s }, k);
}
