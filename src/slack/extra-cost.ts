import { orderNumber } from '../order/text/order-number.ts';
import { stateText } from '../words/state.ts';
import type { Deps } from './deps.ts';
import { actorOf, startSession, withOrder } from './forms/form-session.ts';
import { waysFrom, whyRefused } from './forms/meanwhile.ts';
import { orderView, publishHomeAgain } from './home/home.ts';
import type { Caller } from './replies/open-views.ts';
import type { BlockActions } from './transport/payloads.ts';
import { decodeAsked } from './views/ids.ts';
import { notice } from './views/notice.ts';

/**
 * Extra cost is accepted with one press. However often the press arrives it acts once; a button that shows something older than what
 * is asked now changes nothing, and says how things stand.
 */
export async function acceptExtra(deps: Deps, caller: Caller, { actions, view }: BlockActions): Promise<void> {
  const { o: order = 'none', q: question = 0 } = decodeAsked(actions[0]?.value ?? '') ?? {};
  const { person } = caller;
  const session = await startSession(deps, { person, form: 'dispute', order, source: '', copyOf: '' });
  if ('sorry' in session)
    return deps.views.show(caller, notice(session.words, session.words.forms.notice.title.order, session.sorry));
  const { policy, stored, context } = session;
  if (!stored) throw new Error('a session about an order has one');
  const acted = await deps.orders.act({
    ...{ order: stored, policy, actor: actorOf(session), spentDraft: null },
    action: { type: 'accept_extra', question },
    key: `accept:${order}:${question}:${person}`,
  });
  const { words } = context;
  const { title, accepted } = words.forms.notice;
  if (acted.kind === 'refused') {
    const now = withOrder(session, acted.order ?? stored);
    const text = await whyRefused(deps, acted.refusal, now);
    return deps.views.show(caller, notice(words, title.refused, text, [], waysFrom(acted.refusal, now)));
  }
  if (acted.kind === 'repeated') {
    const said = { order: orderNumber(acted.order.number), state: stateText(acted.order, words) };
    return deps.views.show(caller, notice(words, title.sent, accepted(said)));
  }
  if (caller.inModal && view)
    await deps.views.update(view.id, orderView(session.person, acted.order, words), undefined);
  await publishHomeAgain(deps, person);
}
