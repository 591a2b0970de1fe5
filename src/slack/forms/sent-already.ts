import { typedInto, wordsNotIn } from '../../forms/user-input.ts';
import { type Order, orderNumber } from '../../order/order.ts';
import { stateText } from '../../words/state.ts';
import type { Deps } from '../deps.ts';
import type { KeptDraft } from '../drafts/drafts.ts';
import { outdated, type Submitted, say } from '../replies/submitted.ts';
import type { PageMetadata } from '../views/ids.ts';
import type { Session } from './form-session.ts';

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
