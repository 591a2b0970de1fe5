import { differsFromApproved } from '../../order/items.ts';
import { type Action, NOT_PERFORMED_REASONS } from '../../order/order.ts';
import { reasonWords } from '../../order/words.ts';
import { conditional, dateTime, files, select, text } from '../fields.ts';
import { type Answers, type Draft, defineForm, type Errors, type FormContext, type Question } from '../form.ts';
import { date } from '../mrkdwn.ts';
import { acceptanceErrors, acceptanceFields, acceptanceFrom } from './acceptance.ts';
import { roundedDown, unusualWork, workTimes } from './work-times.ts';

const notPerformed = (draft: Draft) => draft.values.outcome === 'not_performed';

const outcomes = [
  { value: 'as_ordered', text: 'Done as ordered' },
  { value: 'with_changes', text: 'Done with changes' },
  { value: 'not_performed', text: 'Not performed' },
] as const;

/** Only outcomes that are true are offered: what was confirmed with changes was not done as ordered. */
const truthfulOutcomes = ({ order }: FormContext) =>
  outcomes.filter(({ value }) => value !== 'as_ordered' || !order || !differsFromApproved(order));

const fields = {
  outcome: select({ label: 'Outcome', as: 'radio', options: truthfulOutcomes }),
  reasonCode: conditional(
    select({
      label: 'Reason',
      as: 'menu',
      options: NOT_PERFORMED_REASONS.map((code) => ({ value: code, text: reasonWords[code] })),
    }),
  ),
  explanation: conditional(
    text({ label: 'Explanation', hint: 'Required with "Other"', max: 2000, multiline: true, optional: true }),
  ),
  endedAt: conditional(dateTime({ label: 'Work ended' })),
  note: text({ label: 'Closing note', max: 2000, multiline: true, optional: true }),
  ...acceptanceFields,
  photos: files({ label: 'Photos', max: 20 }),
};

type ClosureAnswers = Answers<typeof fields>;

/** Close order: how it ended on site. */
export const closureForm = defineForm({
  id: 'close',
  title: 'Close order',
  submit: 'Close order',
  drafted: true,
  fields,
  pages: [
    { id: 'outcome', fields: ['outcome'] },
    {
      id: 'details',
      fields: ['reasonCode', 'explanation', 'endedAt', 'note', 'acceptance', 'acceptedBy', 'photos'],
      without: (draft) =>
        notPerformed(draft) ? ['endedAt', 'acceptance', 'acceptedBy'] : ['reasonCode', 'explanation'],
    },
  ],
  start: (context): Draft => {
    const latest = context.order?.latest;
    if (!context.order || !latest) throw new Error('closing needs an approved order');
    return {
      values: { outcome: truthfulOutcomes(context)[0]?.value ?? null, endedAt: endOfWork(context) },
      items: [],
      base: latest.n,
      submission: context.order.submission,
    };
  },
  check,
  ask,
});

/** When the work was last reported to have ended; now when nobody has reported any. */
function endOfWork({ order, now }: FormContext): number {
  return order?.lastReport?.endedAt ?? roundedDown(now);
}

function check(answers: Partial<ClosureAnswers>, _draft: Draft, context: FormContext): Errors {
  const errors: Record<string, string> = {};
  const { outcome, reasonCode, explanation, endedAt, note } = answers;
  if (outcome === 'not_performed' && reasonCode === 'other' && !explanation)
    errors.explanation = 'Say in a few words why the job was not carried out.';
  if (outcome === 'with_changes' && !note && context.order && !differsFromApproved(context.order))
    errors.note = 'Say what was different, or go back and create a confirmation that lists the changes.';
  return { ...errors, ...workTimes(undefined, endedAt, context), ...acceptanceErrors(answers) };
}

function ask({ endedAt }: Partial<ClosureAnswers>, _draft: Draft, context: FormContext): Question[] {
  const last = context.order?.lastReport;
  const before = last && endedAt !== undefined && endedAt < last.endedAt;
  const questions = unusualWork(undefined, endedAt, context);
  if (!before) return questions;
  const text = `The work ended ${date(endedAt)}, but version ${last.version} reports work until ${date(last.endedAt)}.`;
  return [...questions, { id: `before report ${endedAt}`, text }];
}

/** The closing as an action on the version that its author had before them. */
export function closureAction(answers: ClosureAnswers, draft: Draft): Action {
  const { outcome, reasonCode, explanation, endedAt, note, photos } = answers;
  return {
    type: outcome === 'not_performed' ? 'close_not_performed' : 'close',
    base: draft.base,
    closure: {
      outcome,
      reasonCode: reasonCode ?? null,
      explanation: explanation ?? '',
      endedAt: endedAt ?? null,
      note,
      acceptance: acceptanceFrom(answers),
      photos,
    },
  };
}
