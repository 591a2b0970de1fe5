import { accept } from '../../forms/answers.ts';
import { escaped } from '../../forms/mrkdwn.ts';
import type { Order } from '../../order/order.ts';
import type { Refusal } from '../../order/refusal.ts';
import { codeOf } from '../../slack-api/classify-error.ts';
import type { Deps } from '../deps.ts';
import { freshDraft } from '../drafts/drafts.ts';
import { aboutOf, actorOf, type Session, startSession, withOrder, withPeople } from '../forms/form-session.ts';
import { withStart } from '../forms/form-start.ts';
import { refusedBy, whyRefused } from '../forms/meanwhile.ts';
import { sentencesOf } from '../forms/page.ts';
import type { ChosenOrder } from '../views/ids.ts';
import type { Outcome } from '../views/inbox/several.ts';

/** How one of several orders is approved: the name under it, and by what the approval is known again. */
interface Signed {
  readonly signature: string;
  readonly key: string;
}

/** Approves an order as its form would when nobody touches it, with this signature: its person may do here what that form lets them. */
export async function approveAsProposed(
  deps: Deps,
  person: string,
  chosen: ChosenOrder,
  signed: Signed,
): Promise<Outcome> {
  try {
    const started = await startSession(deps, aboutOf(person, 'approve', { o: chosen.o, m: '' }), { counted: true });
    if ('sorry' in started) return { order: undefined, why: escaped(started.sorry) };
    return await approve(deps, await withStart(deps, started), chosen, signed);
  } catch (error) {
    deps.log.error({ event: 'approval.failed', person, order: chosen.o, code: codeOf(error) }, 'an approval failed');
    const { inbox } = await deps.people.wordsOf(person);
    return { order: undefined, why: inbox.several.failed };
  }
}

async function approve(
  deps: Deps,
  session: Session,
  { s: submission }: ChosenOrder,
  { signature, key }: Signed,
): Promise<Outcome> {
  const { bound, stored, team } = session;
  if (!stored) throw new Error('approving needs an order');
  const { form } = bound;
  const start = form.start(session.context);
  const draft = freshDraft({ ...start, values: { ...start.values, signature }, submission }, key);
  const named = await withPeople(deps, session, draft);
  const accepted = accept(form, draft, named.context);
  const read = bound.read(accepted, draft, named.context, null);
  const refused = (order: Order, why: string, refusal?: Refusal): Outcome => ({
    ...{ order: withOrder(session, order).order, why },
    already: refusal && approvedBefore(refusal),
  });
  if ('errors' in read) {
    if (await deps.store.accepted(team, key)) return { order: session.order, why: undefined };
    const refusal = await refusedBy(deps, named);
    const why = refusal
      ? await whyRefused(deps, refusal, named)
      : submission === stored.submission
        ? sentencesOf(form, draft, read.errors, named.context).join(' ')
        : await whyRefused(deps, { reason: 'stale_submission', last: stored.lastEntry }, named);
    return refused(stored, why, refusal);
  }
  const acted = await deps.orders.act({
    ...{ order: stored, action: read.action, policy: named.policy, actor: actorOf(named) },
    ...{ key, spentDraft: null },
  });
  if (acted.kind !== 'refused') return { order: session.order, why: undefined };
  const now = withOrder(named, acted.order ?? stored);
  return refused(acted.order ?? stored, await whyRefused(deps, acted.refusal, now), acted.refusal);
}

/** Who approved an order, where it is refused since that was the last that was done to it. */
const approvedBefore = (refusal: Refusal): string | undefined =>
  refusal.reason === 'wrong_state' && refusal.last.action.type === 'approve' ? refusal.last.by.name : undefined;
