import { createHash } from 'node:crypto';
import type { ChannelRef, OwedReminder, PersonRecord } from '../../../../db/ports.ts';
import type { CheckpointOf } from '../../../../db/shapes/checkpoint.ts';
import { withRoles } from '../../../office/authority.ts';
import { clocksOf } from '../../../office/clocks.ts';
import { sinceOf, waitsFor } from '../../../order/clocks/due.ts';
import type { Order } from '../../../order/order.ts';
import { overdueSince, whoseDecision } from '../../../order/progress/inbox.ts';
import type { ReminderKind } from '../../../order/progress/progress.ts';
import { offersAmong } from '../../../slack/views/buttons.ts';
import { ABOUT_VISIT, reminderMessage, remindersMessage, type Waiting } from '../../../slack/views/daily/reminder.ts';
import type { Message } from '../../../slack/views/message.ts';
import { offersUnder, tellMessage } from '../../../slack/views/tell.ts';
import { readersWords } from '../../../slack/words-for.ts';
import { codeOf, failedWith } from '../../../slack-api/classify-error.ts';
import {
  type AnyAttempt,
  type Attempt,
  asEverybodyReads,
  asSeenBy,
  entryOf,
  type OfficeExecutor,
  submittedBefore,
} from '../../executor.ts';
import { postMarked } from '../../in-doubt.ts';
import { UNREACHABLE_BY_ID } from '../../unreachable.ts';
import { aboutExtra } from '../about-extra.ts';
import { whyAsked } from './ask-substitute.ts';
import { awaitChecks } from './await-checks.ts';
import { actByItself } from './by-itself.ts';
import { type ToldBefore, toldBefore } from './told-before.ts';
import { worksAt } from './whereabouts.ts';

/** What comes within this time is told now. Milliseconds. */
const NEARLY = 60_000;
/** Orders that one message tells of at most; more of them come with the next. */
const TOGETHER_MAX = 100;

type Reminding = AnyAttempt<CheckpointOf<'send_reminder'>>;
type Effect = OwedReminder['effect'];

/** An order that still waits, with the marks by which a reminder of it is known again, whatever effect it was. */
interface Still {
  readonly attempt: Attempt;
  readonly waiting: Waiting;
  readonly mark: string;
}

/**
 * Reminds one person of everything that waits for them and is due, in one message, in their working time. What no longer waits is left
 * out; where nothing is left, nothing is sent. Safe to repeat.
 */
export const sendReminder: OfficeExecutor<'send_reminder'> = async (effect, attempt) => {
  const { claimed, checkpoint, now, saveCheckpoint, settings, store } = attempt;
  const { team } = claimed;
  const { person } = effect;
  if (checkpoint.ts === undefined) {
    const reader = await store.person(team, person);
    if (reader && reader.kind !== 'member' && reader.kind !== 'guest') return lapsed(attempt, [effect]);
    const still = await stillWaiting(attempt, effect, reader);
    const before = await toldBefore(attempt, person, still?.waiting.since ?? effect.notBefore);
    const mine = before.find(({ marks }) => marks.effect === claimed.id);
    if (mine) await saveCheckpoint({ channel: mine.channel, ts: mine.ts });
    else {
      const at = Math.floor(now() / 1000);
      const works = worksAt(settings, reader, at);
      if (works !== undefined && works > at) {
        await store.owe(team, null, [{ ...effect, notBefore: works }], now());
        return;
      }
      await awaitChecks(attempt);
      await send(attempt, effect, reader, before);
    }
  }
  const { asks, channel, ts, together = [] } = attempt.checkpoint;
  if (asks && channel !== undefined && ts !== undefined)
    await store.savePost({ team, ...asks, person, channel, ts, entry: effect.entry, settled: false });
  await store.toldTogether(team, together, now());
};

async function send(
  attempt: Reminding,
  effect: Effect,
  reader: PersonRecord | undefined,
  before: readonly ToldBefore[],
): Promise<void> {
  const { claimed, log, now, saveCheckpoint, settings, store } = attempt;
  const { person } = effect;
  const others = (await store.remindersOf(claimed.team, person, now() + NEARLY)).slice(0, TOGETHER_MAX - 1);
  const marked = new Set(before.flatMap(({ marks }) => (Array.isArray(marks.reminders) ? marks.reminders : [])));
  const found: Still[] = [];
  const past: Effect[] = [];
  const due = [effect, ...others.map((other) => other.effect)];
  for (const one of due) {
    const still = await stillWaiting(attempt, one, reader);
    if (!still) past.push(one);
    else if (!marked.has(still.mark) && !found.some(({ mark }) => mark === still.mark)) found.push(still);
  }
  // Where something was told that is not known, this may have been told as well.
  if (before.length === 0) await lapsed(attempt, past);
  const together = others.map(({ id }) => id);
  const [only, ...more] = found;
  if (!only) return saveCheckpoint({ together });
  const words = readersWords(reader, settings);
  const asking = more.length === 0 ? await askedMessage(only, reader, attempt) : undefined;
  const message =
    more.length === 0
      ? reminderMessage(only.waiting, asking?.message, words, reader?.timeZone ?? 'UTC')
      : remindersMessage(
          found.map(({ waiting }) => waiting),
          words,
        );
  const asks = more.length > 0 ? undefined : asking ? asking.asks : visitOf(only);
  await saveCheckpoint({ together, ...(asks ? { asks } : {}) });
  try {
    const reminders = found.map(({ mark }) => mark);
    const { channel, ts } = await postMarked(attempt, { channel: person }, message, { reminders });
    if (!channel || !ts) throw new Error('chat.postMessage answered without a place');
    await saveCheckpoint({ channel, ts });
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE_BY_ID)) throw error;
    log.warn({ event: 'reminder.refused', person, code: codeOf(error) }, 'a person could not be reminded');
    await lapsed(attempt, due);
  }
}

/** How the buttons of a reminder of a visit are settled; undefined where it has none. */
const visitOf = ({ waiting: { order, offers = [] } }: Still) =>
  offers.length > 0 ? { order: order.id, purpose: 'visit' as const } : undefined;

/** Notes in the history of their orders that these reminders did not go out. Safe to repeat. */
async function lapsed(attempt: Reminding, effects: readonly Effect[]): Promise<void> {
  const { claimed, store } = attempt;
  for (const { order: id, entry: seq, person } of effects) {
    const [order, entry] = await Promise.all([store.order(claimed.team, id), store.entry(claimed.team, id, seq)]);
    const people = entry?.action.type === 'remind' ? entry.action.people.filter((one) => one.id === person) : [];
    if (!order || people.length === 0) continue;
    await actByItself(attempt, order, { type: 'lapse', entry: seq, people }, `lapse:${id}:${seq}:${person}`);
  }
}

/** What a reminder is about, if that still waits. */
async function stillWaiting(
  attempt: Reminding,
  { order: id, entry: seq }: Effect,
  reader: PersonRecord | undefined,
): Promise<Still | undefined> {
  const { store, claimed } = attempt;
  const { team } = claimed;
  const [stored, entry] = await Promise.all([store.order(team, id), store.entry(team, id, seq)]);
  if (!stored || entry?.action.type !== 'remind') return undefined;
  const { about, step } = entry.action;
  const isOn = stored.progress.reminded.some((one) => one.about === about && one.step === step && one.at === entry.at);
  if (!isOn || !waitsFor(stored, about)) return undefined;
  const seen = await asSeenBy({ ...attempt, ...asEverybodyReads(stored) }, reader);
  const { groupMembers, settings } = attempt;
  const member = reader && withRoles(reader, settings, await groupMembers(settings));
  const ref: ChannelRef | undefined = await store.channel(team, id);
  const offers = member ? offersAmong(member, seen.order, ABOUT_VISIT[about] ?? []) : [];
  const whose = reader && whoseDecision(stored, reader.id, about);
  const overdue = overdueSince(stored, about, clocksOf(settings), Math.floor(attempt.now() / 1000));
  const said = { since: sinceOf(stored, about), overdue, channel: ref?.channel };
  const waiting = { order: seen.order, about, ...said, whose, offers };
  return { attempt: seen, waiting, mark: markOf(stored, about, step) };
}

/** By what a reminder is known again: it is the same whatever it is owed by. */
const markOf = ({ id, progress, plannedStart }: Order, about: ReminderKind, step: number): string =>
  createHash('sha256')
    .update([id, about, step, progress.waitsSince, plannedStart ?? 0, progress.assignedAt ?? 0].join(' '))
    .digest('hex')
    .slice(0, 16);

/** The message with which people were asked about an order first, and how its buttons are settled; undefined where they were not. */
async function askedMessage(
  { attempt, waiting: { about } }: Still,
  reader: PersonRecord | undefined,
  { settings }: Reminding,
) {
  const { order, store } = attempt;
  const kind = ASKED[about];
  if (!kind) return undefined;
  const question = about === 'extra_cost' ? order.progress.question?.entry : undefined;
  const entry = await entryOf(attempt, question ?? order.lastEntry.seq);
  const before = kind === 'request' ? await submittedBefore(attempt, entry) : undefined;
  const asking = { person: reader?.id ?? order.supervisor.id, about: kind, entry };
  const standIn = await whyAsked({ ...attempt, order }, asking);
  const extra = kind === 'extra_cost' ? await aboutExtra(attempt, reader) : {};
  const recipient = { entry, about: kind, of: undefined, before, standIn, ...extra, timeZone: reader?.timeZone };
  const ref = await store.channel(order.team, order.id);
  const message: Message = tellMessage(order, recipient, readersWords(reader, settings), ref);
  const purpose = kind === 'changes_requested' ? ('task' as const) : ('request' as const);
  const asks = offersUnder(kind, order, recipient).length > 0 ? { order: order.id, purpose } : undefined;
  return { message, asks };
}

/** With what people were asked for what they are reminded of. */
const ASKED = {
  decision: 'request',
  extra_cost: 'extra_cost',
  changes: 'changes_requested',
  start: undefined,
  end: undefined,
} as const satisfies Record<ReminderKind, string | undefined>;
