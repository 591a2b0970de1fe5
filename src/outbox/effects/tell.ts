import type { PostRef } from '../../../db/ports.ts';
import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import { abilityOf, adminsOf, oweForAbsenceFrom } from '../../absence.ts';
import type { Ability } from '../../order/absence.ts';
import type { Effect, TellKind } from '../../order/effect.ts';
import { type Order, peopleOf } from '../../order/order.ts';
import { tellMessage } from '../../slack/views/tell.ts';
import { readersWords } from '../../slack/words-for.ts';
import { codeOf, failedWith, Later } from '../../slack-api/classify-error.ts';
import { type Attempt, asSeenBy, type Executor, entryOf, submittedBefore } from '../executor.ts';
import { directChannel, doubtOf, postedBefore, postMarked } from '../in-doubt.ts';
import { UNREACHABLE_BY_ID } from '../unreachable.ts';
import { aboutExtra } from './about-extra.ts';
import { askSubstituteToo, whyAsked } from './clock/ask-substitute.ts';

/** Tells one person of one entry by direct message, once; not of what is past, unless that was sent before. Safe to repeat. */
export const tell: Executor<'tell'> = async (effect, attempt) => {
  const { about, entry, person } = effect;
  const { log, order, store } = attempt;
  if (about === 'extra_cost' && !isPast(effect, order)) await askSubstituteToo(effect, attempt);
  const known = await store.person(order.team, person);
  // A guest gets the message, but may not decide: it would wait indefinitely.
  if (about === 'request' && known && abilityOf(known) !== 'full') return passOn(effect, attempt, abilityOf(known));
  let sent: { channel: string; ts: string } | undefined;
  try {
    sent = await send(attempt, effect);
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE_BY_ID)) throw error;
    log.warn({ event: 'tell.refused', person, code: codeOf(error) }, 'a person could not be notified');
    await passOn(effect, attempt, 'none');
    // So that nobody is told a second time when Slack says so by itself.
    if (known && failedWith(error, 'user_disabled')) await store.savePeople([{ ...known, kind: 'deactivated' }]);
  }
  const purpose = purposeOf(about);
  if (!sent || !purpose) return;
  await store.savePost({ team: order.team, order: order.id, purpose, person, ...sent, entry, settled: false });
};

type Tell = Extract<Effect, { type: 'tell' }>;

/** Of messages that are changed later: what for. */
function purposeOf(about: TellKind): PostRef['purpose'] | undefined {
  if (about === 'crew_joined') return 'crew';
  if (about === 'resumed' || about === 'extra_disputed') return 'visit';
  if (isAsked(about) || about === 'extra_cost') return 'request';
  const isTask = about === 'changes_requested' || about.endsWith('_gone');
  return isTask ? 'task' : undefined;
}

/**
 * A message about somebody who has gone, when the order has moved on without them meanwhile; or about extra cost that nobody is asked
 * about any more, or in a newer message.
 */
function isPast({ about, entry }: Tell, { lastEntry, progress: { question } }: Order): boolean {
  if (about === 'extra_cost') return !question || question.disputed !== null || question.entry > entry;
  const isOfGone = about === 'request_instead' || about === 'supervisor_gone' || about === 'requester_gone';
  return isOfGone && lastEntry.seq !== entry;
}

/** Somebody has gone: the person who can go on with the order is told, or an admin. Nobody passes on twice. */
async function passOn({ person, about, entry, of }: Tell, attempt: Attempt, ability: Ability): Promise<void> {
  const { claimed, now, order, store } = attempt;
  // An attempt that was not recorded passes it on once more.
  const cause = `passed-on:${claimed.id}`;
  if (!of && about !== 'channel_lost' && about !== 'channel_shared') {
    await oweForAbsenceFrom(attempt, order, person, ability, now(), { cause, ...doubtOf(attempt) });
    return;
  }
  if (!peopleOf(order).some(([, { id }]) => id === person)) return;
  const admins = (await adminsOf(attempt, order.team)).filter((id) => id !== person);
  const tells = admins.map((id): Tell => ({ type: 'tell', person: id, about, entry, ...(of ? { of } : {}) }));
  await store.owe(order.team, order.id, tells, now(), { cause, ...doubtOf(attempt) });
}

/** Messages that ask for a decision: the reader wants to see what is said about the order. */
const isAsked = (about: TellKind): boolean => about === 'request' || about === 'request_instead';

/** How long a request waits for the order's channel, whose link stands in it; then it comes without. Milliseconds. */
const CHANNEL_TIMEOUT_MS = 10_000;
const FIRST_WAIT_MS = 200;

/**
 * Throws `Later` while the order's channel is about to be opened. It mostly is within a second; where many are opened at
 * once it may take minutes, and looking again and again would cost others: each wait is three times those before it.
 */
async function awaitChannel({ claimed, now, order, store }: Attempt): Promise<void> {
  const waited = now() - claimed.firstAttemptAt;
  const left = CHANNEL_TIMEOUT_MS - waited;
  if (left > 0 && (await store.owes(order.team, order.id, 'channel')))
    throw new Later(Math.min(Math.max(FIRST_WAIT_MS, 3 * waited), left), 'waiting for the channel of the order');
}

async function send(attempt: Attempt<CheckpointOf<'tell'>>, effect: Tell) {
  const { person, about, entry, of } = effect;
  const { claimed, saveCheckpoint, settings, store, checkpoint } = attempt;
  const { team, id } = attempt.order;
  const past = isPast(effect, attempt.order);
  if (checkpoint.channel !== undefined && checkpoint.ts !== undefined)
    return { channel: checkpoint.channel, ts: checkpoint.ts };
  const channel = await store.channel(team, id);
  if (!past && !channel && isAsked(about)) await awaitChannel(attempt);
  const direct = claimed.inDoubt ? await directChannel(attempt, person) : undefined;
  const posted = direct ? await postedBefore(attempt, direct) : undefined;
  if (direct && posted) {
    await saveCheckpoint({ channel: direct, ts: posted });
    return { channel: direct, ts: posted };
  }
  if (past) return undefined;
  const reader = await store.person(team, person);
  const seen = await asSeenBy(attempt, reader);
  const told = await entryOf(seen, entry);
  const before = about === 'request' ? await submittedBefore(seen, told) : undefined;
  const standIn = await whyAsked(seen, { person, about, entry: told });
  const extra = about === 'extra_cost' ? await aboutExtra(seen, reader) : {};
  const recipient = { entry: told, about, of, before, standIn, ...extra, timeZone: reader?.timeZone };
  const message = tellMessage(seen.order, recipient, readersWords(reader, settings), channel);
  const answer = await postMarked(attempt, { channel: person }, message);
  if (!answer.channel || !answer.ts) throw new Error('chat.postMessage answered without a place');
  const sent = { channel: answer.channel, ts: answer.ts };
  await saveCheckpoint(sent);
  return sent;
}
