import type { Action, ActionType } from '../action.ts';
import { extraCostOf } from '../amounts/covered.ts';
import type { Order } from '../order.ts';
import type { Asked, Party } from '../people.ts';
import type { Closure, WorkReport } from '../version.ts';
import { HELD_MAX, type Progress } from './progress.ts';

/** An accepted action: who took it, when, and the number of its entry. */
interface Done {
  readonly action: Action;
  readonly by: Party;
  readonly at: number;
  readonly entry: number;
}

/** What makes a version that has the photos which were added before. */
const REPORTING: ReadonlySet<ActionType> = new Set([
  ...(['confirm_partial', 'confirm_final', 'close', 'close_not_performed', 'accept_final'] as const),
]);

/** The order as it was before the action. */
type Before = Pick<Order, 'progress' | 'lastReport' | 'latest'>;

/**
 * What an order is in the middle of after an action. `order`: with everything else that the action makes of it, its newest
 * version included.
 */
export function progressAfter(order: Order, before: Before, done: Done): Progress {
  const { photos, ...rest } = before.progress;
  if (done.action.type === 'add_photos')
    return { ...before.progress, photos: [...(photos ?? []), ...done.action.photos] };
  const isTaken = REPORTING.has(done.action.type);
  return stepAfter(order, photos && !isTaken ? before : { ...before, progress: rest }, done);
}

function stepAfter(order: Order, before: Before, { action, by, at, entry }: Done): Progress {
  const same = before.progress;
  switch (action.type) {
    case 'submit':
    case 'edit':
    case 'resubmit':
    case 'hand_over':
      return { ...waiting(same, at), asked: action.standIn ? [{ ...action.standIn, standIn: true }] : [] };
    case 'request_changes':
      return waiting(same, at);
    case 'approve':
      return { ...waiting(same, at), reminded: [], assignedAt: at };
    case 'assign':
      return { ...untoldOfWork(same), assignedAt: at };
    case 'reschedule': {
      const { assignedAt: _, ...planned } = untoldOfWork(same);
      return planned;
    }
    case 'start_work':
      return { ...resumed(same, at), startedAt: at };
    case 'hold': {
      const { reasonCode, note, until } = action;
      return { ...resumed(same, at), hold: { entry, reasonCode, note, until, by: partyOf(by), at } };
    }
    case 'resume':
      return resumed(same, at);
    case 'confirm_partial':
    case 'confirm_final':
      return asking(
        order,
        { ...waiting(same, at), startedAt: whenStarted(before, action.report) },
        { at, entry },
        action.type === 'confirm_partial' ? action.closure : undefined,
      );
    case 'accept_extra':
    case 'accept_final':
      return { ...waiting(resumedIf(same, at, action.type === 'accept_final'), at), question: null };
    case 'dispute_extra': {
      const { question } = same;
      if (!question) return same;
      const disputed = { by: partyOf(by), at, reason: action.reason };
      return { ...waiting(same, at), question: { ...question, entry, disputed } };
    }
    case 'close':
    case 'close_not_performed':
      return resumed(same, at);
    case 'reopen':
      return asking(order, { ...waiting(same, at), reminded: [], assignedAt: at }, { at, entry }, undefined);
    case 'remind': {
      const { about, step, people, asked = [] } = action;
      const others = same.asked.filter(({ id }) => !asked.some((one) => one.id === id));
      const told = { about, step, at, people: [...people, ...asked].map(({ id }) => id) };
      return {
        ...same,
        reminded: [...same.reminded, told],
        asked: [...others, ...asked.map((one) => askedAs(one, same))],
      };
    }
    default:
      return same;
  }
}

/** Nobody was reminded of the start or the end that is planned now. */
const untoldOfWork = (progress: Progress): Progress => ({
  ...progress,
  reminded: progress.reminded.filter(({ about }) => about !== 'start' && about !== 'end'),
});

/** When work began, once it is reported: what the first report says of it counts, not when *Start work* was pressed. */
function whenStarted({ progress, lastReport, latest }: Before, { startedAt }: WorkReport): number {
  if (!lastReport) return startedAt;
  return Math.min(progress.startedAt ?? latest?.report?.startedAt ?? startedAt, startedAt);
}

/** Somebody who is asked now; who is no mere substitute stays that. */
function askedAs(one: Asked, { asked }: Progress): Asked {
  const before = asked.find(({ id }) => id === one.id);
  return before && !before.standIn ? before : one;
}

const partyOf = ({ id, name }: Party): Party => ({ id, name });

/** Something new is waited for: what people were reminded of before counts no more. */
const waiting = (progress: Progress, at: number): Progress => ({
  ...progress,
  waitsSince: at,
  reminded: progress.reminded.filter(({ about }) => about === 'start' || about === 'end'),
});

/** The hold, if there is one, is over. */
function resumed(progress: Progress, at: number): Progress {
  const { hold, held } = progress;
  if (!hold) return progress;
  return { ...progress, hold: null, held: [...held, { from: hold.at, until: at }].slice(-HELD_MAX) };
}

const resumedIf = (progress: Progress, at: number, ends: boolean): Progress =>
  ends ? resumed(progress, at) : progress;

/** The supervisor is asked about what the order costs above what was approved; a cheaper confirmation withdraws that. */
function asking(
  order: Order,
  progress: Progress,
  { at, entry }: { at: number; entry: number },
  closing: Closure | undefined,
): Progress {
  const question = extraCostOf(order) ? { entry, since: at, disputed: null, closing: closing ?? null } : null;
  return { ...progress, question };
}
