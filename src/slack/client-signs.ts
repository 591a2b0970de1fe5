import { actions, button, section } from '../forms/blocks.ts';
import { date, escaped } from '../forms/mrkdwn.ts';
import type { Order } from '../order/order.ts';
import { mayAskToSign, SIGNERS } from '../order/permissions.ts';
import { isReopened } from '../order/signing/signature.ts';
import { orderNumber } from '../order/text/order-number.ts';
import { available } from '../order/workflow.ts';
import { hashOf, linkOf, newToken, VALID } from '../web/signing/tokens.ts';
import type { Words } from '../words/words.ts';
import type { Deps } from './deps.ts';
import { startSession } from './forms/form-session.ts';
import type { Person } from './people/people.ts';
import type { Caller } from './replies/open-views.ts';
import type { BlockActions } from './transport/payloads.ts';
import { homeActions } from './views/ids.ts';
import { message } from './views/message.ts';
import { notice } from './views/notice.ts';
import { allowedText } from './views/refusal.ts';

/**
 * Gives the one who asks a link at which the client can sign the order as it stands: to be opened on this phone, or to be sent. Each
 * press makes another one, and withdraws those before; of the link itself nothing is kept that leads to it.
 */
export async function askToSign(deps: Deps, caller: Caller, id: string): Promise<void> {
  const { publicUrl, store } = deps;
  const asking = await askingFor(deps, caller, id);
  if (!asking) return;
  const { order, person, words } = asking;
  const say = words.signing;
  const refuse = (text: string) => deps.views.show(caller, notice(words, words.forms.notice.title.refused, text));
  if (publicUrl === undefined) return refuse(say.off);
  const { latest } = order;
  if (!latest || !available(order, ['client']).includes('sign')) return refuse(whyNot(order, words));
  const token = newToken();
  const at = Math.floor(deps.now() / 1000);
  const link = linkOf(publicUrl, token);
  await store.saveSigningLink({
    ...{ hash: hashOf(token), team: order.team, order: order.id, version: latest.n },
    ...{ person: person.id, at, expires: at + VALID },
  });
  const here = say.link({
    ...{ order: orderNumber(order.number), version: latest.n, until: date(at + VALID, words), link },
  });
  const text = latest.kind === 'original' ? `${say.orderOnly}\n${here}` : here;
  const under = actions([
    button(homeActions.openSigning, say.open, { url: link, style: 'primary' }),
    button(homeActions.withdrawSigning, say.withdraw, { value: order.id }),
  ]);
  // Where there is no conversation to answer in, a modal is nearer than a direct message.
  return caller.responseUrl === undefined || caller.inModal
    ? deps.views.show(caller, notice(words, say.title, text, [], [under]))
    : deps.views.say(caller, message(text, [section(text), under]));
}

/** Why there is nothing that the client could sign now. */
function whyNot(order: Order, { refusal, signing }: Words): string {
  const { latest } = order;
  if (latest?.kind === 'signature') return refusal.signed({ name: escaped(latest.by.name) });
  return isReopened(order) ? signing.reopened : signing.notNow;
}

/** Withdraws the link at which the client could sign the order, whichever of those who may make one has made it. */
export async function withdrawSigning(
  deps: Deps,
  caller: Caller,
  { view, actions: [action] }: BlockActions,
): Promise<void> {
  const asking = await askingFor(deps, caller, action?.value ?? '');
  if (!asking) return;
  const { order, words } = asking;
  await deps.store.withdrawSigningLinks(order.team, order.id);
  const text = words.signing.withdrawn({ order: orderNumber(order.number) });
  const told = notice(words, words.signing.title, text);
  // In place of the link, which leads nowhere any more.
  if (caller.inModal && view) await deps.views.update(view.id, told, undefined);
  else if (caller.responseUrl === undefined) await deps.views.show(caller, told);
  else await deps.views.say(caller, message(text, [section(text)]), { replaces: true });
}

interface Asking {
  readonly order: Order;
  readonly person: Person;
  readonly words: Words;
}

/** The order, for somebody who may give its client a link; anybody else is told why not. */
async function askingFor(deps: Deps, caller: Caller, id: string): Promise<Asking | undefined> {
  const session = await startSession(deps, {
    ...{ person: caller.person, form: 'close', order: id || 'none', source: '', copyOf: '' },
  });
  if ('sorry' in session) {
    await deps.views.show(caller, notice(session.words, session.words.forms.notice.title.order, session.sorry));
    return undefined;
  }
  const { stored: order, person, context } = session;
  if (!order) throw new Error('a session about an order has one');
  const { words } = context;
  if (mayAskToSign(person, order)) return { order, person, words };
  const text = allowedText(words, order, SIGNERS, 'ask_to_sign');
  await deps.views.show(caller, notice(words, words.forms.notice.title.refused, text));
  return undefined;
}
