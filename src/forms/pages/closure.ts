import type { KnownBlock } from '@slack/types';
import type { Action } from '../../order/action.ts';
import { differsFromApproved } from '../../order/amounts/items.ts';
import { basisOf, type Signature, standingSignature } from '../../order/signing/signature.ts';
import { NOT_PERFORMED_REASONS } from '../../order/version.ts';
import type { FormContext } from '../context.ts';
import type { Draft } from '../draft.ts';
import { conditional, dateTime, files, select, text } from '../fields/fields.ts';
import { type Answers, defineForm, type Errors, type Question } from '../form.ts';
import { date } from '../mrkdwn.ts';
import { ownParts, ownValues } from '../own/fields.ts';
import {
  acceptanceFields,
  acceptanceFrom,
  acceptanceSummary,
  besidesOfAnswer,
  clientErrors,
  refusalQuestions,
} from './acceptance.ts';
import { lackingErrors, lacksPhoto } from './closing-demands.ts';
import { ownIn } from './confirmation.ts';
import { roundedDown, unusualWork, workTimes } from './on-site/work-times.ts';
import { offeredCount, offeredPage, PHOTO_LIST, photoFields, photoSummary, photosIn } from './photos.ts';

const notPerformed = (draft: Draft) => draft.values.outcome === 'not_performed';

/** Whether the client refuses the work, which needs a reason. */
function refuses({ values: { acceptance } }: Draft): boolean {
  return acceptance === 'refused';
}

const OUTCOMES = ['as_ordered', 'with_changes', 'not_performed'] as const;

/** Only outcomes that can be are offered: what was confirmed with changes was not done as ordered, nor is it done while extra cost waits. */
const truthfulOutcomes = (context: FormContext) =>
  context.order?.progress.question
    ? OUTCOMES.filter((outcome) => outcome === 'not_performed')
    : OUTCOMES.filter((outcome) => outcome !== 'as_ordered' || !differs(context));

/** Whether what was confirmed is not what was approved, be it in prices that the person does not see. */
const differs = ({ order, pricesDiffer = false }: FormContext): boolean =>
  pricesDiffer || (order !== undefined && differsFromApproved(order));

const fields = {
  outcome: select({
    texts: ({ words }) => words.fields.outcome,
    as: 'radio',
    options: (context) =>
      truthfulOutcomes(context).map((value) => ({ value, text: context.words.order.outcome[value] })),
  }),
  reasonCode: conditional(
    select({
      texts: ({ words }) => words.fields.reasonCode,
      as: 'menu',
      options: ({ words }) => NOT_PERFORMED_REASONS.map((value) => ({ value, text: words.order.reason[value] })),
    }),
  ),
  explanation: conditional(
    text({
      texts: ({ words: { fields, order } }) => ({
        label: fields.explanation.label,
        hint: fields.explanation.hint({ other: order.reason.other }),
      }),
      max: 2000,
      multiline: true,
      optional: true,
    }),
  ),
  endedAt: conditional(dateTime({ texts: ({ words }) => words.fields.endedAt })),
  note: text({ texts: ({ words }) => words.fields.note, max: 2000, multiline: true, optional: true }),
  ...acceptanceFields,
  // Of a signature the client's acceptance alone: it says nothing of why they would refuse.
  acceptedAs: { ...acceptanceFields.acceptedAs, initially: ifAccepted(({ position }) => position) },
  reservations: {
    ...acceptanceFields.reservations,
    texts: ({ words: { fields } }: FormContext, draft?: Draft) =>
      !draft ? fields.reservations : refuses(draft) ? fields.refusalReason : fields.reservationsAlone,
    needed: refuses,
    initially: ifAccepted(({ reservations }) => reservations),
  },
  photos: {
    ...files({ texts: ({ words }) => words.fields.photos, max: 20 }),
    needed: (draft: Draft, context: FormContext) => !notPerformed(draft) && lacksPhoto(draft, context, ['photos']),
  },
};

type ClosureAnswers = Answers<typeof fields>;

/** Close order: how it ended on site. */
export const closureForm = defineForm({
  id: 'close',
  title: ({ forms }) => forms.title.close,
  submit: ({ forms }) => forms.send.close,
  drafted: true,
  fields,
  pages: [
    { id: 'outcome', fields: ['outcome'], findsPhotos: true },
    offeredPage,
    { id: 'own', fields: [], own: 'close', when: (draft) => !notPerformed(draft) },
    {
      id: 'details',
      decides: true,
      fields: ['reasonCode', 'explanation', 'endedAt', 'note', 'acceptance', 'acceptedBy', 'photos'],
      without: (draft) =>
        notPerformed(draft) ? ['endedAt', 'acceptance', 'acceptedBy'] : ['reasonCode', 'explanation'],
      intro: (draft, context) => [
        ...(notPerformed(draft) ? [] : whatWasDone(draft, context)),
        ...photosOf(draft, context),
      ],
    },
    { id: 'client', fields: ['acceptedAs', 'reservations'], when: saysMore, intro: photosOf },
  ],
  start: (context): Draft => {
    const latest = context.order?.latest;
    if (!context.order || !latest) throw new Error('closing needs an approved order');
    return {
      values: {
        ...{ outcome: truthfulOutcomes(context)[0] ?? null, endedAt: endOfWork(context) },
        ...signedValues(context),
        ...ownValues(latest.content.type, latest.content.own, context),
      },
      items: [],
      base: basisOf(latest),
      submission: context.order.submission,
    };
  },
  own: ownParts,
  listed: photoFields,
  taken: besidesOfAnswer,
  check,
  ask: closingQuestions,
});

/** The photos that the closing brings, as far as they are known. */
function photosOf(draft: Draft, context: FormContext): KnownBlock[] {
  return photoSummary(draft, ['photos'], context, PHOTO_LIST.above);
}

/** Whether there was a client, who may say more of the work than that they accept it. */
function saysMore(draft: Draft): boolean {
  const { acceptance } = draft.values;
  return !notPerformed(draft) && (acceptance === 'accepted' || acceptance === 'refused');
}

/** That the client has signed the order as it stands. */
function signedValues({ order }: FormContext): Draft['values'] {
  const signed = order && standingSignature(order);
  return signed ? { acceptance: 'accepted', acceptedBy: signed.name } : {};
}

/** What the client signed with, where the form says that they, and nobody else, accept the work. */
function ifAccepted(text: (signed: Signature) => string | undefined) {
  return ({ values }: Draft, { order }: FormContext): string | null => {
    const signed = order && standingSignature(order);
    const theirs = values.acceptance === 'accepted' && values.acceptedBy === signed?.name;
    return (theirs && signed && text(signed)) || null;
  };
}

/** What the client accepts: the order as it stands, with the work that was reported last. */
const whatWasDone = (draft: Draft, context: FormContext): KnownBlock[] => {
  const { content, latest } = context.order ?? {};
  const workDone = latest?.report?.workDone ?? context.lastWork ?? '';
  return acceptanceSummary({ ...draft, items: content?.items ?? [] }, workDone, context);
};

/** When the work was last reported to have ended; now when nobody has reported any. */
export function endOfWork({ order, now }: FormContext): number {
  return order?.lastReport?.endedAt ?? Math.max(roundedDown(now), order?.progress.startedAt ?? 0);
}

function check(answers: Partial<ClosureAnswers>, draft: Draft, context: FormContext): Errors {
  const errors: Record<string, string> = {};
  const say = context.words.fields.error;
  const { outcome, reasonCode, explanation, endedAt, note } = answers;
  if (outcome === 'not_performed' && reasonCode === 'other' && !explanation) errors.explanation = say.explanation;
  if (outcome === 'with_changes' && !note && context.order && !differs(context)) errors.note = say.note;
  const lacking =
    outcome === undefined || outcome === 'not_performed'
      ? {}
      : lackingErrors(
          answers,
          { asked: ['close'], otherwise: 'outcome', offered: offeredCount(draft, answers) },
          context,
        );
  return {
    ...lacking,
    ...errors,
    ...workTimes(undefined, endedAt, context),
    ...clientErrors(answers, lacking, context),
  };
}

/** Ends of work that are possible, and hardly ever meant. */
export function closingQuestions(
  { endedAt, acceptance }: Pick<Partial<ClosureAnswers>, 'endedAt' | 'acceptance'>,
  _draft: Draft,
  context: FormContext,
): Question[] {
  const last = context.order?.lastReport;
  const before = last && endedAt !== undefined && endedAt < last.endedAt;
  const questions = [...unusualWork(undefined, endedAt, context), ...refusalQuestions({ acceptance }, context)];
  if (!before) return questions;
  const text = context.words.review.question.endedBeforeReport({
    version: last.version,
    date: date(endedAt, context.words),
    reported: date(last.endedAt, context.words),
  });
  return [...questions, { id: `before_report_${endedAt}`, text }];
}

/** The closing as an action on the version that its author had before them. */
export function closureAction(answers: ClosureAnswers, draft: Draft, context: FormContext): Action {
  const { outcome, reasonCode, explanation, endedAt, note } = answers;
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
      photos: photosIn(answers.photos, draft, answers),
    },
    ...(outcome === 'not_performed' ? {} : ownIn(answers, ['close'], draft, context)),
  };
}
