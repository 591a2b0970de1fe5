import type { PersonRecord, Store } from '../../../../db/ports.ts';
import { clocksOf } from '../../../office/clocks.ts';
import { sinceOf } from '../../../order/clocks/due.ts';
import type { Order } from '../../../order/order.ts';
import { overdueSince } from '../../../order/progress/inbox.ts';
import type { Waiting } from '../../../slack/views/daily/reminder.ts';
import { standInEndedMessage, standInMessage } from '../../../slack/views/daily/stand-in.ts';
import { readersWords } from '../../../slack/words-for.ts';
import { codeOf, failedWith } from '../../../slack-api/classify-error.ts';
import { type AnyAttempt, asEverybodyReads, asSeenBy, type OfficeExecutor } from '../../executor.ts';
import { postMarked } from '../../in-doubt.ts';
import { UNREACHABLE_BY_ID } from '../../unreachable.ts';
import { askedOf, askSubstitute } from './ask-substitute.ts';
import { toldBefore } from './told-before.ts';

/** Orders that are read at once. */
const PAGE = 50;

/**
 * Whom a supervisor has named while they are away is asked for everything that waits for that supervisor, and told so in one message; or told
 * that it is over. Nothing where the supervisor has said something else since. Safe to repeat.
 */
export const standIn: OfficeExecutor<'stand_in'> = async ({ person, of, since, until }, attempt) => {
  const { claimed, checkpoint, log, now, saveCheckpoint, settings, store } = attempt;
  const { team } = claimed;
  if (checkpoint.ts !== undefined) return;
  const { awayUntil, substitute } = await store.preferences(team, of.id);
  const named = awayUntil !== null && awayUntil * 1000 > now() && substitute?.id === person;
  if (until === null ? named : !named || awayUntil !== until) return;
  const reader = await store.person(team, person);
  if (reader && reader.kind !== 'member') return;
  const waiting = until === null ? [] : await everythingAsked(attempt, of.id, person, reader);
  const mark = `${of.id} ${since} ${until ?? ''}`;
  const before = (await toldBefore(attempt, person, since)).find(({ marks }) => marks.standIn === mark);
  if (before) return saveCheckpoint({ channel: before.channel, ts: before.ts });
  const words = readersWords(reader, settings);
  const message = until === null ? standInEndedMessage(of, words) : standInMessage({ of, until }, waiting, words);
  try {
    const { channel, ts } = await postMarked(attempt, { channel: person }, message, { standIn: mark });
    if (!channel || !ts) throw new Error('chat.postMessage answered without a place');
    await saveCheckpoint({ channel, ts });
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE_BY_ID)) throw error;
    log.warn({ event: 'substitute.refused', person, code: codeOf(error) }, 'a substitute could not be notified');
  }
};

/** What waits for this supervisor and is the substitute's to decide from now on, as they may read it. */
async function everythingAsked(
  attempt: AnyAttempt,
  supervisor: string,
  person: string,
  reader: PersonRecord | undefined,
): Promise<Waiting[]> {
  const { claimed, store } = attempt;
  const found: Waiting[] = [];
  for await (const order of ordersOf(store, claimed.team, supervisor)) {
    const about = askedOf(order);
    if (!about || (await askSubstitute(attempt, order))?.person.id !== person) continue;
    const seen = await asSeenBy({ ...attempt, ...asEverybodyReads(order) }, reader);
    const channel = (await store.channel(order.team, order.id))?.channel;
    const overdue = overdueSince(order, about, clocksOf(attempt.settings), Math.floor(attempt.now() / 1000));
    found.push({ order: seen.order, about, since: sinceOf(order, about), overdue, channel });
  }
  return found;
}

/** The orders that wait for this supervisor, the oldest first, page by page. */
async function* ordersOf(store: Store, team: string, supervisor: string): AsyncGenerator<Order> {
  const asked = { person: supervisor, role: 'supervisor', limit: PAGE } as const;
  for (const which of [{ states: ['submitted'] }, { stages: ['extra_cost'] }] as const) {
    let after: number | undefined = 0;
    while (after !== undefined) {
      const page = await store.list(team, { ...asked, ...which, after });
      for (const { id } of page.toSorted((a, b) => a.number - b.number)) {
        const order = await store.order(team, id);
        if (order?.supervisor.id === supervisor) yield order;
      }
      after = page.length < PAGE ? undefined : Math.max(...page.map(({ number }) => number));
    }
  }
}
