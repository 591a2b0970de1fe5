import { actions, button, section } from '../forms/blocks.ts';
import { date } from '../forms/mrkdwn.ts';
import { maySee } from '../order/permissions.ts';
import { orderNumber } from '../order/text/order-number.ts';
import { available } from '../order/workflow.ts';
import { hashOf, linkOf, newToken, VALID } from '../web/signing/tokens.ts';
import type { Deps } from './deps.ts';
import { actorOf, startSession } from './forms/form-session.ts';
import type { Caller } from './replies/open-views.ts';
import { SIGNERS } from './views/buttons.ts';
import { homeActions } from './views/ids.ts';
import { message } from './views/message.ts';
import { notice } from './views/notice.ts';
import { allowedText } from './views/refusal.ts';

/**
 * Gives the one who asks a link at which the client can sign the order as it stands: to be opened on this phone, or to be sent. Each
 * press makes another one; of the link itself nothing is kept that leads to it.
 */
export async function askToSign(deps: Deps, caller: Caller, id: string): Promise<void> {
  const { publicUrl, store } = deps;
  const session = await startSession(deps, {
    ...{ person: caller.person, form: 'close', order: id || 'none', source: '', copyOf: '' },
  });
  if ('sorry' in session)
    return deps.views.show(caller, notice(session.words, session.words.forms.notice.title.order, session.sorry));
  const { stored: order, person, context } = session;
  if (!order) throw new Error('a session about an order has one');
  const { words } = context;
  const say = words.signing;
  const { title } = words.forms.notice;
  const refuse = (text: string) => deps.views.show(caller, notice(words, title.refused, text));
  const { roles } = actorOf(session)(order);
  if (!maySee(person, order) || !roles.some((role) => SIGNERS.includes(role)))
    return refuse(allowedText(words, order, SIGNERS, 'ask_to_sign'));
  if (publicUrl === undefined) return refuse(say.off);
  const { latest } = order;
  if (!latest || !available(order, ['client']).includes('sign'))
    return refuse(latest?.kind === 'signature' ? words.refusal.signed({ name: latest.by.name }) : say.notNow);
  const token = newToken();
  const at = Math.floor(deps.now() / 1000);
  const link = linkOf(publicUrl, token);
  await store.saveSigningLink({
    ...{ hash: hashOf(token), team: order.team, order: order.id, version: latest.n },
    ...{ person: person.id, at, expires: at + VALID },
  });
  const text = say.link({
    ...{ order: orderNumber(order.number), version: latest.n, until: date(at + VALID, words), link },
  });
  const open = actions([button(homeActions.openSigning, say.open, { url: link, style: 'primary' })]);
  // Where there is no conversation to answer in, a modal is nearer than a direct message.
  return caller.responseUrl === undefined || caller.inModal
    ? deps.views.show(caller, notice(words, say.title, text, [], [open]))
    : deps.views.say(caller, message(text, [section(text), open]));
}
