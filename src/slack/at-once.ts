import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { type AtOnceId, atOnce } from '../forms/at-once.ts';
import { section } from '../forms/blocks.ts';
import type { Order } from '../order/order.ts';
import { maySee } from '../order/permissions.ts';
import { orderNumber } from '../order/text/order-number.ts';
import { stateText } from '../words/state.ts';
import type { Words } from '../words/words.ts';
import type { Deps } from './deps.ts';
import { actorOf, type Session, startSession, withOrder } from './forms/form-session.ts';
import { whyRefused } from './forms/meanwhile.ts';
import { orderView, publishHomeAgain } from './home/home.ts';
import type { Caller } from './replies/open-views.ts';
import type { BlockActions } from './transport/payloads.ts';
import { buttonBlocks, offersAmong } from './views/buttons.ts';
import { decodePress } from './views/ids.ts';
import { ON_SITE } from './views/inbox/today.ts';
import { message, words as sentence } from './views/message.ts';
import { notice } from './views/notice.ts';

/**
 * A button acted at once, as its person may now. However often the press arrives it acts once; who presses what was done already,
 * or may not, is told how things stand. Where it was pressed the order may not be seen to change: there they are told.
 */
export async function actAtOnce(deps: Deps, caller: Caller, payload: BlockActions, id: AtOnceId): Promise<void> {
  const { person } = caller;
  const { order, seen } = decodePress(payload.actions[0]?.value ?? '');
  const session = await startSession(deps, { person, form: 'hold', order: order || 'none', source: '', copyOf: '' });
  const sorry = (words: Words, title: string, text: string) => deps.views.show(caller, notice(words, title, text));
  if ('sorry' in session) return sorry(session.words, session.words.forms.notice.title.order, session.sorry);
  const { policy, stored, context } = session;
  if (!stored) throw new Error('a session about an order has one');
  const { words } = context;
  const { title } = words.forms.notice;
  const action = atOnce[id].action(seen);
  if (!action) return sorry(words, title.outdated, words.reply.oldButton);
  const acted = await deps.orders.act({
    ...{ order: stored, action, policy, actor: actorOf(session), spentDraft: null },
    key: keyOf(payload, id),
  });
  if (acted.kind === 'refused') {
    const now = withOrder(session, acted.order ?? stored);
    const text = [await whyRefused(deps, acted.refusal, now), ...standing(now, words)].join('\n');
    const ways = waysOn(now, words);
    // Beside a message that has buttons of before, a sentence does.
    if (acted.refusal.reason === 'already_started' && caller.responseUrl && !caller.inModal)
      return deps.views.say(caller, message(text, [section(text), ...ways]));
    return deps.views.show(caller, notice(words, title.refused, text, [], ways));
  }
  if (acted.kind === 'repeated') return;
  const { view } = payload;
  if (caller.inModal && view)
    await deps.views.update(view.id, orderView(session.person, acted.order, words), undefined);
  await Promise.all([publishHomeAgain(deps, person), tellThem(deps, { caller, payload, order: acted.order, words })]);
}

/** How the order stands, for who pressed a button of before. */
const standing = ({ order, person }: Pick<Session, 'order' | 'person'>, words: Words): string[] =>
  order && maySee(person, order)
    ? [words.reply.nowIs({ order: orderNumber(order.number), state: stateText(order, words) })]
    : [];

/** Buttons of what they can do on site instead. */
const waysOn = ({ order, person }: Pick<Session, 'order' | 'person'>, words: Words): KnownBlock[] =>
  order ? buttonBlocks(order, offersAmong(person, order, ON_SITE), words) : [];

/** The same for every delivery of one press. */
const keyOf = ({ trigger_id, user }: BlockActions, id: AtOnceId): string =>
  createHash('sha256')
    .update(JSON.stringify([id, user.id, trigger_id]))
    .digest('base64url');

interface Done {
  readonly caller: Caller;
  readonly payload: BlockActions;
  readonly order: Order;
  readonly words: Words;
}

/** In the order's channel its entry says it, in Home the list; in a direct message nothing would. */
async function tellThem({ store, views }: Deps, { caller, payload, order, words }: Done): Promise<void> {
  if (payload.view) return;
  const channel = await store.channel(order.team, order.id);
  if (channel && channel.channel === payload.channel?.id) return;
  const now = { order: orderNumber(order.number), state: stateText(order, words) };
  await views.say(caller, sentence(words.reply.nowIs(now)));
}
