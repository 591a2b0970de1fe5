import { type Attachment, type Content, filesBesides, type Item, type Plan } from './content.ts';
import type { OwnAnswer } from './own-fields.ts';
import type { Asked, Author, Party } from './people.ts';
import type { HoldReason, ReminderKind } from './progress/progress.ts';
import type { Closure, WorkReport } from './version.ts';

/** The message an order was made from. */
export interface Source {
  readonly channel: string;
  readonly ts: string;
}

/** What the requester asks for, and of whom. */
export interface Submitted {
  readonly content: Content;
  readonly supervisor: Party;
  readonly coordinator: Party | null;
  /** Who is asked as well, since the supervisor is away. */
  readonly standIn?: Party;
}

/** The same of a submission before, as it is told to somebody. */
export interface SubmittedBefore extends Submitted {
  /** Prices that they do not see were others. */
  readonly pricesDiffered?: true;
}

interface Submit extends Submitted {
  readonly type: 'submit';
  readonly source: Source | null;
  /** The number of the order that it was copied from. */
  readonly copyOf?: number;
}

interface Resubmit extends Submitted {
  readonly type: 'resubmit';
}

/** The requester changes what waits for a decision. */
interface Edit extends Submitted {
  readonly type: 'edit';
  readonly submission: number;
}

/** Somebody else is to decide from now on. */
interface HandOver {
  readonly type: 'hand_over';
  readonly submission: number;
  readonly to: Party;
  readonly note: string;
  /** Who is asked as well, since the new supervisor is away. */
  readonly standIn?: Party;
}

interface Approve extends Plan {
  readonly type: 'approve';
  readonly submission: number;
  /** The net total up to which it may come, minor units; missing: what it costs, with the tolerance. */
  readonly upTo?: number;
  readonly comment: string;
  readonly signature: string;
}

interface Assign extends Plan {
  readonly type: 'assign';
  /** The plan that the form showed, so that only what was changed in it counts. Not part of the history. */
  readonly seen?: Plan;
}

/** Work on site begins. */
interface StartWork {
  readonly type: 'start_work';
}

/** The order stands still, until then, or until somebody resumes it. */
interface PutOnHold {
  readonly type: 'hold';
  /** The entry of the hold that its author knew of; missing: of none. */
  readonly seen?: number;
  readonly reasonCode: HoldReason;
  readonly note: string;
  readonly until: number | null;
}

interface Resume {
  readonly type: 'resume';
  /** The entry of the hold that its author knew of. */
  readonly seen: number;
}

/** The work is to be done at another time. */
interface Reschedule {
  readonly type: 'reschedule';
  readonly plannedStart: number;
  /** When it was to begin as the form showed it. */
  readonly seen: number | null;
}

/** Extra cost is approved; `accept_final` ends the order as its final confirmation said. `question`: see `Question.entry`. */
interface AcceptExtra {
  readonly type: 'accept_extra' | 'accept_final';
  readonly question: number;
}

/** Extra cost is not approved: the crew is to confirm again. */
interface DisputeExtra {
  readonly type: 'dispute_extra';
  readonly question: number;
  readonly reason: string;
}

/** Photos become part of the order; the next version that reports work, or ends it, has them. */
interface AddPhotos {
  readonly type: 'add_photos';
  readonly photos: readonly Attachment[];
}

/** The client signs the version that they were shown, outside Slack. */
interface Sign {
  readonly type: 'sign';
  readonly base: number;
  readonly name: string;
  readonly position?: string;
  readonly reservations?: string;
  /** The hand as it was drawn (`isDrawing`); missing: they sign with their typed name. The version keeps it, not the history. */
  readonly drawing?: string;
  /** The id of who gave them the link; missing: not known. */
  readonly askedBy?: string;
}

/** People are reminded of what waits for them; `asked` may decide from now on as well. `step` 0: nobody is reminded, a substitute is asked. */
interface Remind {
  readonly type: 'remind';
  readonly about: ReminderKind;
  readonly step: number;
  readonly people: readonly Party[];
  readonly asked?: readonly Asked[];
}

/** A reminder did not go out to these people: what it was about was done before that, or they could not be reached. */
interface Lapse {
  readonly type: 'lapse';
  /** The number of the reminder's entry. */
  readonly entry: number;
  readonly people: readonly Party[];
}

/**
 * Everything that happens to an order. The accepted action is its history entry. `submission`, `base`: the submission and the
 * version that its author had before them; an action on any other is stale.
 */
export type Action =
  | Submit
  | Resubmit
  | Edit
  | HandOver
  | Approve
  | Assign
  | { readonly type: 'request_changes' | 'reject'; readonly submission: number; readonly reason: string }
  | { readonly type: 'withdraw'; readonly submission: number; readonly reason: string }
  | {
      readonly type: 'confirm_partial' | 'confirm_final';
      readonly base: number;
      readonly items: readonly Item[];
      readonly report: WorkReport;
      /**
       * How a final one ends the order; the first ones did not say. Its photos are the report's. A partial one has it where it
       * was meant to be final, and costs more than was approved.
       */
      readonly closure?: Closure;
      /** It brings what was disputed back within what is approved. Said by the workflow. */
      readonly settles?: true;
      /** Answers to own fields; missing: nothing was asked. */
      readonly own?: readonly OwnAnswer[];
    }
  | {
      readonly type: 'close' | 'close_not_performed';
      readonly base: number;
      readonly closure: Closure;
      readonly own?: readonly OwnAnswer[];
    }
  | { readonly type: 'reopen'; readonly reason: string }
  | StartWork
  | PutOnHold
  | Resume
  | Reschedule
  | AcceptExtra
  | DisputeExtra
  | AddPhotos
  | Sign
  | Remind
  | Lapse;

export type ActionType = Action['type'];

/** What the app notes for itself: it is no news about the order. */
export const NOTES = ['remind', 'lapse'] as const satisfies readonly ActionType[];
export const isNote = (type: ActionType): type is (typeof NOTES)[number] => NOTES.some((note) => note === type);

/** One line of the append-only history. `version` is the one this entry made, if any. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly by: Author;
  readonly action: Action;
  readonly version: number | null;
  /** The idempotency key: the same form sent twice carries the same key and is accepted once. */
  readonly key: string;
}

/** What was asked for, and of whom, before the entry with this number; undefined before the first. */
export function askedBefore(entries: readonly Entry[], seq: number): Submitted | undefined {
  const earlier = entries.filter((entry) => entry.seq < seq).map(({ action }) => action);
  const submitted = earlier.findLastIndex((action) => 'content' in action);
  const action = earlier[submitted];
  if (!action || !('content' in action)) return undefined;
  const passed = earlier.slice(submitted).findLast((one) => one.type === 'hand_over');
  return passed ? { ...action, supervisor: passed.to } : action;
}

/** The files that came with an entry and with none before it. */
export const newAttachments = (entries: readonly Entry[], entry: Entry): Attachment[] =>
  filesBesides(
    entries.filter(({ seq }) => seq < entry.seq).flatMap((one) => attachmentsOf(one)),
    attachmentsOf(entry),
  );

/** The files that an entry brings. */
export function attachmentsOf({ action }: Entry): readonly Attachment[] {
  if ('content' in action) return action.content.attachments;
  if ('photos' in action) return action.photos;
  if ('report' in action) return action.report.photos;
  return 'closure' in action ? action.closure.photos : [];
}

/** Everybody whom an action puts on the order. */
export function partiesIn(action: Action): Party[] {
  return [
    ...('supervisor' in action ? [action.supervisor] : []),
    ...('standIn' in action && action.standIn ? [action.standIn] : []),
    ...('asked' in action ? (action.asked ?? []) : []),
    ...(action.type === 'hand_over' ? [action.to] : []),
    ...('coordinator' in action && action.coordinator ? [action.coordinator] : []),
    ...('crew' in action ? action.crew : []),
  ];
}
