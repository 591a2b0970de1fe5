import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { standingIn } from '../../absence.ts';
import { cleanText } from '../../forms/fields/fields.ts';
import { orderFor } from '../../order/amounts/prices.ts';
import type { Order } from '../../order/order.ts';
import { isRelieved, limitOf, rolesOf } from '../../order/permissions.ts';
import { refusalToOpen } from '../../order/refusal.ts';
import { policyOf } from '../../orders.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import { publishHomeAgain } from '../home/home.ts';
import type { Person } from '../people/people.ts';
import type { Caller } from '../replies/open-views.ts';
import { outdated, type Submitted, say, show } from '../replies/submitted.ts';
import type { ViewSubmission } from '../transport/payloads.ts';
import { type ChosenOrder, decodeChosen, decodeSeveral } from '../views/ids.ts';
import {
  mayApproveTogether,
  type Outcome,
  outcomeBlocks,
  outcomeMessage,
  outcomeText,
  SEVERAL,
  severalBlocks,
  severalModal,
  workingText,
} from '../views/inbox/several.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';
import { approveAsProposed } from './approve.ts';

/** Orders that are looked at for those that can be approved together. */
const LOOKED_AT = 60;

/** How long an answer waits for approvals; what is left then goes on behind it. Milliseconds; Slack waits three seconds. */
const ANSWER_WITHIN = 600;

/** How long after an answer Slack has surely taken it: what is drawn before could be drawn over by it. Milliseconds. */
const SETTLED = 1000;

/** Asks somebody which of the orders that await them they approve, as they were asked for. */
export async function openSeveral(deps: Deps, caller: Caller): Promise<void> {
  const reading = deps.store.settings(deps.team);
  const [person, settings] = await Promise.all([deps.people.find(caller.person, reading), reading]);
  const words = readersWords(person, settings);
  const say = words.inbox.several;
  const orders = person ? await approvable(deps, person) : [];
  if (!person || orders.length === 0) return deps.views.show(caller, notice(words, say.title, say.none));
  const shown = orders.slice(0, SEVERAL.orders);
  const several = { id: randomUUID(), orders: shown, more: orders.length > shown.length, reader: person };
  const at = Math.floor(deps.now() / 1000);
  return deps.views.show(caller, severalModal({ ...several, at }, words));
}

/** The oldest orders that somebody can approve as they were asked for, as this person may read them. */
async function approvable({ store, groups, team, now }: Deps, named: Person): Promise<Order[]> {
  const oldest = { person: named.id, role: 'supervisor', states: ['submitted'], after: 0, limit: LOOKED_AT } as const;
  const [settings, listed] = await Promise.all([store.settings(team), store.list(team, oldest)]);
  const policy = policyOf(settings, await groups.members(settings));
  const read = await Promise.all(listed.toReversed().map(({ id }) => store.order(team, id)));
  const orders = read.flatMap((order) => order ?? []);
  const person = await standingIn(store, named, orders, now() / 1000);
  const limit = limitOf(person, policy);
  return orders.flatMap((order) => {
    if (!mayApproveTogether(order) || isRelieved(person, order)) return [];
    const actor = {
      ...{ id: person.id, name: person.name, timeZone: person.timeZone, roles: rolesOf(person, order) },
      ...(limit === undefined ? {} : { limit }),
    };
    return refusalToOpen(order, 'approve', { actor, policy }) ? [] : [orderFor(person, order)];
  });
}

/**
 * Approves what is ticked, one order after the other, each as things are then. What does not get done in time for the answer goes
 * on behind it. However often this arrives, each order is approved once.
 */
export async function severalSubmitted(deps: Deps, { user, view }: ViewSubmission): Promise<Submitted> {
  const words = await deps.people.wordsOf(user.id);
  const state = decodeSeveral(view.private_metadata);
  const chosen = chosenIn(view);
  if (!state || !chosen) return outdated(words);
  const signature = inputIn(view, severalBlocks.signature)?.value ?? '';
  const errors = {
    ...(chosen.length > 0 ? {} : { [severalBlocks.orders(0)]: words.inbox.several.nothing }),
    ...(cleanText(signature, false) === '' ? { [severalBlocks.signature]: words.fields.error.required } : {}),
  };
  if (Object.keys(errors).length > 0) return { ack: { response_action: 'errors', errors } };
  const outcomes: Outcome[] = [];
  const approveNext = async (one: ChosenOrder) => {
    outcomes.push(await approveAsProposed(deps, user.id, one, { signature, key: `${state.k}:${one.o}` }));
  };
  const started = performance.now();
  const left = [...chosen];
  for (let next = left.shift(); next; next = left.shift()) {
    await approveNext(next);
    if (performance.now() - started > ANSWER_WITHIN) break;
  }
  const { title } = words.inbox.several;
  const finished = () => say(words, title, outcomeText(outcomes, words), [], outcomeBlocks(outcomes, words));
  const home = () => publishHomeAgain(deps, user.id);
  if (left.length === 0) return { ...finished(), after: home };
  const count = chosen.length;
  return {
    ...show(notice(words, title, workingText(outcomes.length, count, words))),
    async after() {
      await pause(SETTLED, undefined, { ref: false });
      let drawn = performance.now();
      for (const next of left) {
        await approveNext(next);
        if (performance.now() - drawn < SETTLED) continue;
        await deps.views.update(view.id, notice(words, title, workingText(outcomes.length, count, words)), undefined);
        drawn = performance.now();
      }
      await tell(deps, { person: user.id, view: view.id }, outcomes, words);
      await home();
    },
  };
}

/** What is ticked, each order once; undefined for what no box of ours has. */
function chosenIn(view: ViewSubmission['view']): ChosenOrder[] | undefined {
  const groups = Array.from({ length: Math.ceil(SEVERAL.orders / SEVERAL.group) }, (_, n) => severalBlocks.orders(n));
  const ticked = groups.flatMap((block) => inputIn(view, block)?.selected_options ?? []);
  const chosen = ticked.map(({ value }) => decodeChosen(value));
  if (chosen.length > SEVERAL.orders || chosen.some((one) => one === undefined)) return undefined;
  return [...new Map(chosen.flatMap((one) => (one ? [[one.o, one] as const] : []))).values()];
}

const inputIn = ({ state }: ViewSubmission['view'], block: string) => Object.values(state?.values?.[block] ?? {})[0];

/** Shows what came of them in the modal; where that is closed, by direct message. */
async function tell(
  { views, updates }: Deps,
  { person, view }: { readonly person: string; readonly view: string },
  outcomes: readonly Outcome[],
  words: Words,
): Promise<void> {
  const { title } = words.inbox.several;
  const shown = notice(words, title, outcomeText(outcomes, words), [], outcomeBlocks(outcomes, words));
  let drawn = await views.update(view, shown, undefined);
  if (drawn === 'later')
    await updates.show(`view ${view}`, async () => {
      drawn = await views.update(view, shown, undefined);
      return drawn !== 'later';
    });
  if (drawn !== 'failed') return;
  const caller = { person, trigger: '', inModal: false, responseUrl: undefined };
  await views.say(caller, outcomeMessage(outcomes, words));
}
