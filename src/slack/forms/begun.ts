import type { Store } from '../../../db/ports.ts';
import { type Refusal, refusalsToOpen } from '../../order/workflow.ts';
import { undecidedOf } from '../../orders.ts';
import { freshDraft, type KeptDraft } from '../drafts/drafts.ts';
import type { FormDeps } from './deps.ts';
import { actorOf, orderOrNew, type Session, withStart } from './form-session.ts';

/** Why this person cannot take any of the actions that the form leads to, as things stand. */
export async function refusedBy(store: Store, session: Session): Promise<Refusal | undefined> {
  const { policy } = session;
  const actor = actorOf(session)(session.order);
  const undecided = session.order ? 0 : await undecidedOf(store, session.team, session.person.id, policy);
  return refusalsToOpen(orderOrNew(session), session.bound.leadsTo, { actor, policy, undecided }).all;
}

/** What a modal carries of the draft that it shows. */
interface Carried {
  /** Idempotency key. */
  readonly k: string;
  /** Submission and version that the person has before them. */
  readonly s: number;
  readonly b?: number | undefined;
}

/**
 * The draft that a modal belongs to; undefined when it was sent, or begun afresh elsewhere, or never opened, or may not be
 * begun by this person. One that nobody touched may be
 * forgotten by now (another process, a restart): it is made once more, as the form was opened.
 */
export async function begunDraft(
  { drafts, store }: Pick<FormDeps, 'drafts' | 'store'>,
  session: Session,
  kept: KeptDraft | undefined,
  { k, s, b }: Carried,
): Promise<KeptDraft | undefined> {
  if (kept?.touched) return kept.key === k ? kept : undefined;
  const { order, team } = session;
  const { form } = session.bound;
  // What nobody touched here may have been filled in and sent through another process.
  if (await store.orderByKey(team, k)) return undefined;
  if (kept?.key === k) return kept;
  if (!drafts.isOurs(session.draftKey, k) || (await refusedBy(store, session))) return undefined;
  const start = form.start((await withStart({ store }, session)).context);
  if (b === undefined || b === start.base) return freshDraft({ ...start, submission: s }, k);
  const items = order?.versions.find(({ n }) => n === b)?.content.items ?? start.items;
  return freshDraft({ ...start, items, base: b, submission: s }, k);
}
