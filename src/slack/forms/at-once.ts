import { createHash } from 'node:crypto';
import { type AtOnceId, atOnce } from '../../forms/at-once.ts';
import { orderFor } from '../../order/amounts/prices.ts';
import type { Order } from '../../order/order.ts';
import { limitOf, maySee, rolesOf, seesPrices, wasOn } from '../../order/permissions.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { policyOf } from '../../orders.ts';
import { stateText } from '../../words/state.ts';
import type { Deps } from '../deps.ts';
import { publishHomeAgain } from '../home/home.ts';
import type { Person } from '../people/people.ts';
import type { Caller } from '../replies/open-views.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { decodePress } from '../views/ids.ts';
import { words as message } from '../views/message.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';
import { whyRefused } from './meanwhile.ts';

/**
 * A button acted at once, as the person may now: a press that comes again does nothing more, and who cannot is told how things
 * stand. Where it was pressed the order itself may not be seen to change: there the person is told what they did.
 */
export async function actAtOnce(deps: Deps, caller: Caller, payload: BlockActions, id: AtOnceId): Promise<void> {
  const { team, store, people, groups, views, orders } = deps;
  const { order: orderId, seen } = decodePress(payload.actions[0]?.value ?? '');
  const reading = store.settings(team);
  const [person, order, settings] = await Promise.all([
    people.find(caller.person, reading),
    store.order(team, orderId),
    reading,
  ]);
  const words = readersWords(person, settings);
  const { notice: say } = words.forms;
  const sorry = (title: string, text: string) => views.show(caller, notice(words, title, text));
  if (!person) return sorry(say.title.order, say.unknownPerson);
  if (!order || !(maySee(person, order) || wasOn(person, await store.entries(team, order.id))))
    return sorry(say.title.order, say.noOrder);
  const action = atOnce[id].action(seen);
  if (!action) return sorry(say.title.outdated, words.reply.oldButton);
  const policy = policyOf(settings, await groups.members(settings));
  const limit = limitOf(person, policy);
  const acted = await orders.act({
    ...{ order, action, policy, spentDraft: null },
    actor: (now) => ({
      ...{ id: person.id, name: person.name, roles: rolesOf(person, now), timeZone: person.timeZone },
      ...(limit === undefined ? {} : { limit }),
      seesPrices: seesPrices(person, now),
    }),
    key: keyOf(payload, id),
  });
  if (acted.kind === 'refused') {
    const about = { context: { words }, order: orderFor(person, acted.order ?? order), person };
    return sorry(say.title.refused, await whyRefused(deps, acted.refusal, about));
  }
  if (acted.kind === 'repeated') return;
  await Promise.all([
    publishHomeAgain(deps, person.id),
    tellThem(deps, { caller, payload, order: acted.order, person }),
  ]);
}

/** The same for every delivery of one press. */
const keyOf = ({ trigger_id, user }: BlockActions, id: AtOnceId): string =>
  createHash('sha256')
    .update(JSON.stringify([id, user.id, trigger_id]))
    .digest('base64url');

interface Done {
  readonly caller: Caller;
  readonly payload: BlockActions;
  readonly order: Order;
  readonly person: Person;
}

/** In the order's channel the entry says it, in Home the list; in a direct message nothing would. */
async function tellThem({ store, views, team }: Deps, { caller, payload, order, person }: Done): Promise<void> {
  if (payload.view) return;
  const channel = await store.channel(team, order.id);
  if (channel && channel.channel === payload.channel?.id) return;
  const words = await caller.words();
  const about = { order: orderNumber(order.number), state: stateText(order, words) };
  await views.say({ ...caller, person: person.id }, message(words.reply.nowIs(about)));
}
