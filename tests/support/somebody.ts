import { expect } from 'vitest';
import type { AtOnceId } from '../../src/forms/at-once.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { type Order, STATES, type State } from '../../src/order/order.ts';
import type { Looking } from './database.ts';
import { forgedSubmission, interact, readIn } from './forged.ts';
import { orderIn } from './seeded.ts';
import type { Stage } from './stage.ts';
import { words } from './words.ts';

export const forms = Object.keys(orderForms) as OrderFormId[];

/** The kinds of people in a workspace, with what they are to the orders here; by hand, from the product's description. */
// biome-ignore format: a table reads best as a table
export const somebody = [
  ['ana',      'the requester',                     ['requester']],
  ['sam',      'the supervisor',                    ['supervisor']],
  ['carla',    'the coordinator',                   ['coordinator']],
  ['farid',    'a field worker',                    ['crew']],
  ['gus',      'a guest on the crew',               ['crew']],
  ['adam',     'a workspace admin',                 ['supervisor']],
  ['olga',     'a workspace owner',                 ['supervisor']],
  ['ben',      'a member with no part in it',       []],
  ['gina',     'a single-channel guest',            []],
  ['dora',     'somebody deactivated',              []],
  ['ext',      'somebody of another organisation',  []],
  ['otherbot', 'another app’s bot',                 []],
  ['app',      'our own bot',                       []],
  ['nobody',   'somebody Slack does not know',      []],
] as const;

/** Which forms act without a draft of their own, from which states, and for whom. */
// biome-ignore format: a table reads best as a table
const acts: Readonly<Partial<Record<OrderFormId, readonly [states: readonly State[], roles: readonly string[]]>>> = {
  approve:         [['submitted'],                      ['supervisor']],
  reject:          [['submitted'],                      ['supervisor']],
  request_changes: [['submitted'],                      ['supervisor']],
  withdraw:        [['submitted', 'changes_requested'], ['requester', 'supervisor']],
  assign:          [['approved'],                       ['supervisor', 'coordinator']],
  hand_over:       [['submitted', 'approved'],          ['supervisor']],
  hold:            [['approved'],                       ['crew', 'coordinator', 'supervisor']],
  reschedule:      [['approved'],                       ['supervisor', 'coordinator']],
  reopen:          [['completed', 'not_performed'],     ['supervisor']],
};

/** Who takes an action that a button takes at once; only approved orders have any. */
export const atATap: Readonly<Record<AtOnceId, readonly string[]>> = {
  start_work: ['crew', 'coordinator'],
  resume: ['crew', 'coordinator', 'supervisor'],
};

/** Whether a form that was never opened may be accepted all the same. */
export function mayAct(form: OrderFormId, state: State, roles: readonly string[]): boolean {
  const [states, allowed] = acts[form] ?? [[], []];
  return states.includes(state) && allowed.some((role) => roles.includes(role));
}

/** A person's user id; some are nobody at all. */
export const idOf = ({ people, sandbox }: Stage, name: string): string =>
  name === 'nobody' ? 'UNOBODY' : name === 'app' ? sandbox.botUserId : (people[name]?.id ?? '');

/** One order in each state. */
export type OnePerState = Readonly<Record<State, Order>>;

/** Makes them, and waits until Slack knows of them. */
export async function onePerState(stage: Stage): Promise<OnePerState> {
  const entries: [State, Order][] = [];
  for (const state of STATES) entries.push([state, await orderIn(stage, state)]);
  // They are many: it may take longer than a story's step.
  await stage.idle().catch(() => stage.idle());
  return Object.fromEntries(entries) as OnePerState;
}

/** The titles of what people are told instead of a form. */
const titles = Object.values(words.forms.notice.title);

/** A form sent without being opened is refused with a sentence, and not one row of the database is another. */
export async function refusedUnopened(
  stage: Stage,
  database: Looking,
  { name, form, order, state }: { name: string; form: OrderFormId; order: string; state: State },
): Promise<void> {
  const where = `${form} on an order that is ${state}, by ${name}`;
  const before = database.contents('people');
  const about = { form, order: form === 'submit' ? '' : order };
  const outcome = await interact(stage, forgedSubmission(stage, idOf(stage, name), about));
  expect(readIn(outcome), where).toMatch(
    new RegExp(`^(?:(?:${titles.join('|')})\\nClose\\n)?[A-Z“][^\\n]{20,}\\.(?:\\n|$)`),
  );
  expect(database.contents('people'), where).toEqual(before);
}
