import type { KnownBlock } from '@slack/types';
import type { Action } from '../../order/action.ts';
import type { Order } from '../../order/order.ts';
import { CREW_MAX, planIn } from '../../order/plan.ts';
import { section } from '../blocks.ts';
import type { FormContext } from '../context.ts';
import { decidesForNote } from '../deciding.ts';
import type { Draft } from '../draft.ts';
import { dateTime, optional, text } from '../fields/fields.ts';
import { people, person } from '../fields/people.ts';
import { type Answers, defineForm, type Question } from '../form.ts';
import { date } from '../mrkdwn.ts';
import { approvedUpTo } from './approved-up-to.ts';
import { party } from './submission.ts';

const crew = people({
  texts: ({ words }) => words.fields.crew,
  eligible: 'members and guests',
  max: CREW_MAX,
});
const coordinator = optional(
  person({ texts: ({ words }) => ({ label: words.fields.coordinator.label }), eligible: 'members' }),
);
const plannedStart = optional(dateTime({ texts: ({ words }) => words.fields.plannedStart }));

/** When the form says that work starts, where nothing is planned yet. */
export const shownStart = ({ plannedStart, content }: Pick<Order, 'plannedStart' | 'content'>): number =>
  plannedStart ?? content.requestedStart;

function startWith({ order, person }: FormContext): Draft {
  if (!order) throw new Error('approving and assigning need an order');
  return {
    values: {
      crew: (order.approval ? order.crew : (order.content.proposedCrew ?? [])).map(({ id }) => id),
      coordinator: order.coordinator?.id ?? null,
      plannedStart: shownStart(order),
      signature: person.name,
    },
    items: [],
    base: order.lastEntry.seq,
    submission: order.submission,
  };
}

const HOUR = 3600;
/** Seconds after which a time is far away. */
export const YEAR = 366 * 86_400;

/** A start that somebody has chosen just now in the past, or far away; what the form opened with was asked about before. */
export function unusualStart(
  { plannedStart }: { plannedStart?: number | null | undefined },
  _draft: Draft,
  context: FormContext,
): Question[] {
  const { order } = context;
  if (typeof plannedStart !== 'number' || (order && plannedStart === shownStart(order))) return [];
  const about = { id: `start ${plannedStart}` };
  if (plannedStart < context.now - HOUR) return passed(plannedStart, context);
  if (plannedStart > context.now + YEAR)
    return [{ ...about, text: context.words.review.question.plannedFar({ date: date(plannedStart, context.words) }) }];
  return onHoldThen(plannedStart, context);
}

/** A start before the end of a hold: the hold stays as it is. */
function onHoldThen(start: number, { now, order, words }: FormContext): Question[] {
  const until = order?.progress.hold?.until ?? null;
  if (until === null || until <= now || start >= until) return [];
  const text = words.review.question.plannedOnHold({ date: date(start, words), until: date(until, words) });
  return [{ id: `start ${start} ${until}`, text }];
}

const passed = (start: number, { words }: Pick<FormContext, 'words'>): Question[] => [
  { id: `start ${start}`, text: words.review.question.plannedPast({ date: date(start, words) }) },
];

/** Of an order whose start has passed while it waited: said where another can be chosen; nobody has to tap for it. */
export const startPassed = (
  order: Pick<Order, 'plannedStart' | 'content'>,
  context: Pick<FormContext, 'now' | 'words'>,
): Question[] => (shownStart(order) < context.now - HOUR ? passed(shownStart(order), context) : []);

const startPassedNote = (_draft: Draft, context: FormContext): KnownBlock[] =>
  context.order ? startPassed(context.order, context).map(({ text }) => section(text)) : [];

/** Approve: who goes, when, and the supervisor's name under it. */
export const approvalForm = defineForm({
  id: 'approve',
  title: ({ forms }) => forms.title.approve,
  submit: ({ forms }) => forms.send.approve,
  drafted: false,
  fields: {
    crew,
    coordinator,
    plannedStart,
    upTo: approvedUpTo,
    comment: text({ texts: ({ words }) => words.fields.comment, max: 500, multiline: true, optional: true }),
    signature: text({ texts: ({ words }) => words.fields.signature, max: 120 }),
  },
  pages: [
    {
      id: 'approve',
      fields: ['crew', 'coordinator', 'plannedStart', 'upTo', 'comment', 'signature'],
      intro: (draft, about) => [...decidesForNote(draft, about), ...startPassedNote(draft, about)],
      without: (_, { seesPrices = true }) => (seesPrices ? [] : ['upTo']),
    },
  ],
  start: startWith,
  ask: unusualStart,
});

/** Assign crew: who goes from now on. */
export const assignmentForm = defineForm({
  id: 'assign',
  title: ({ forms }) => forms.title.assign,
  submit: ({ forms }) => forms.send.assign,
  drafted: false,
  fields: { crew, coordinator, plannedStart },
  pages: [{ id: 'assign', fields: ['crew', 'coordinator', 'plannedStart'] }],
  start: startWith,
  ask: unusualStart,
});

/** The approval as an action on the submission that the supervisor had before them. */
export function approvalAction(answers: Answers<typeof approvalForm.fields>, draft: Draft): Action {
  const { comment, signature, upTo = null } = answers;
  const covered = upTo === null ? {} : { upTo };
  return { type: 'approve', submission: draft.submission, ...planOf(answers), ...covered, comment, signature };
}

/** What was changed in the plan that the form showed, as an action: somebody else may have changed it meanwhile. */
export function assignmentAction(
  answers: Answers<typeof assignmentForm.fields>,
  { base }: Draft,
  { order, shownPlan }: FormContext,
): Action {
  const seen = order?.approval && base === order.lastEntry.seq ? planIn(order) : shownPlan;
  if (!order || !seen) return { type: 'assign', ...planOf(answers) };
  const { plannedStart } = answers;
  // A start that nobody planned is shown, and left as it is when nobody touches it.
  const untouched = seen.plannedStart === null && plannedStart === shownStart({ ...order, plannedStart: null });
  return { type: 'assign', ...planOf({ ...answers, plannedStart: untouched ? null : plannedStart }), seen };
}

function planOf(answers: Answers<typeof assignmentForm.fields>) {
  return {
    crew: answers.crew.map(party),
    coordinator: answers.coordinator && party(answers.coordinator),
    plannedStart: answers.plannedStart,
  };
}
