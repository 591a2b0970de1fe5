import { typedInto, wordsNotIn } from '../../forms/fields/user-input.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { stateText } from '../../words/state.ts';
import type { Deps } from '../deps.ts';
import type { KeptDraft } from '../drafts/drafts.ts';
import { outdated, type Submitted, say } from '../replies/submitted.ts';
import type { PageMetadata } from '../views/ids.ts';
import type { Session } from './form-session.ts';
import { refusedBy, whyRefused } from './meanwhile.ts';
import { withRecords } from './on-file/records.ts';
import { blankOf, type Sent, withState } from './page-state.ts';

/** This very form was accepted before: how things stand, and what was typed in another window and is not part of it. */
export async function sentAlready(
  { store }: Deps,
  session: Session,
  { k }: PageMetadata,
  draft: KeptDraft,
  order: Order,
): Promise<Submitted> {
  const { entry } = (await store.accepted(session.team, k)) ?? {};
  if (entry?.by.id !== session.person.id) return outdated(session.context.words);
  const typed = wordsNotIn(entry.action, typedInto(session.bound.form, draft, session.context));
  const { words } = session.context;
  const { title, sent } = words.forms.notice;
  return say(words, title.sent, sent({ order: orderNumber(order.number), state: stateText(order, words) }), typed);
}

/** The draft is gone: either this very form was accepted already, or it was started over elsewhere. */
export async function gone(deps: Deps, session: Session, { metadata, view }: Sent): Promise<Submitted> {
  const { blocks, ...bare } = view;
  const typed = withState(session, blankOf(metadata), {
    view: bare,
    place: { id: view.id, page: metadata.p, at: '0', behind: [] },
    files: true,
  });
  const accepted = await deps.store.accepted(session.team, metadata.k);
  const order = accepted && (await deps.store.order(session.team, accepted.order));
  if (order) return sentAlready(deps, session, metadata, typed, order);
  const refusal = await refusedBy(deps, session);
  const { context } = await withRecords(deps, session, typed.values);
  const own = typedInto(session.bound.form, typed, context);
  const { title, restarted } = session.context.words.forms.notice;
  return refusal
    ? say(session.context.words, title.refused, await whyRefused(deps, refusal, session), own)
    : say(session.context.words, title.outdated, restarted, own);
}
