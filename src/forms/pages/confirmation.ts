import type { Action } from '../../order/action.ts';
import { differsFromApproved, itemsDiffer } from '../../order/amounts/items.ts';
import type { Item } from '../../order/content.ts';
import type { OwnAnswer, OwnForm } from '../../order/own-fields.ts';
import { MAX_VERSIONS } from '../../order/refusal.ts';
import { basisOf } from '../../order/signing/signature.ts';
import { type FormContext, versionIn } from '../context.ts';
import { type Draft, listIn, textIn } from '../draft.ts';
import { checkbox, conditional, dateTime, files, text } from '../fields/fields.ts';
import { type Answers, defineForm, type Errors } from '../form.ts';
import { givenAnswers, ownAnswers, ownParts, ownValues } from '../own/fields.ts';
import {
  acceptanceFields,
  acceptanceFrom,
  acceptanceNames,
  acceptanceSummary,
  clientErrors,
  refusalQuestions,
} from './acceptance.ts';
import { lackingErrors, lacksPhoto } from './closing-demands.ts';
import { unusualHoursIn } from './on-site/hours-questions.ts';
import { quantitiesTooMuch, quantityFields, quantityNames, takenQuantities } from './on-site/quantities.ts';
import { unusualQuantities } from './on-site/unusual-quantities.ts';
import { likelyWork, unusualWork, workTimes } from './on-site/work-times.ts';
import { offeredCount, photoFields, photosIn, photosPage } from './photos.ts';
import { reviewBlocks } from './review.ts';

const fields = {
  workDone: text({ texts: ({ words }) => words.fields.workDone, max: 3000, multiline: true }),
  startedAt: dateTime({ texts: ({ words }) => words.fields.startedAt }),
  endedAt: dateTime({ texts: ({ words }) => words.fields.endedAt }),
  reason: conditional(text({ texts: ({ words }) => words.fields.changeReason, max: 1000, multiline: true })),
  photos: files({ texts: ({ words }) => words.fields.photos, max: 20 }),
  final: checkbox({
    texts: ({ words: { fields } }) => ({ label: fields.final.label, hint: fields.final.hint }),
    option: ({ fields }) => fields.final.option,
  }),
  note: conditional(text({ texts: ({ words }) => words.fields.note, max: 2000, multiline: true, optional: true })),
  ...acceptanceFields,
  /** Where the type of the order lets nobody close it without one, and none has come yet. */
  closingPhotos: conditional({
    ...files({ texts: ({ words }) => words.fields.photos, max: 10 }),
    needed: (draft: Draft, context: FormContext) => lacksPhoto(draft, context, ['photos', 'closingPhotos']),
  }),
};

/** The items of the version that the confirmation was started from. */
export const baseItems = (draft: Draft, context: FormContext): readonly Item[] =>
  versionIn(context, draft.base)?.content.items ?? [];

/** Create confirmation: the work as it really was, filled in with the latest version. */
export const confirmationForm = defineForm({
  id: 'confirm',
  title: ({ forms }) => forms.title.confirm,
  submit: ({ forms }) => forms.send.confirm,
  drafted: true,
  fields,
  pages: [
    { id: 'items', fields: [], items: 'against-version', more: quantityNames },
    {
      id: 'report',
      fields: ['workDone', 'startedAt', 'endedAt', 'reason', 'photos', 'final'],
      without: (draft, context) => (itemsDiffer(baseItems(draft, context), draft.items) ? [] : ['reason']),
      findsPhotos: true,
    },
    photosPage,
    { id: 'own', fields: [], own: 'confirm' },
    { id: 'own-close', fields: [], own: 'close', when: isFinal },
    {
      id: 'closing',
      fields: ['note', ...acceptanceNames, 'closingPhotos'],
      without: (draft, context) => (lacksPhoto(draft, context, ['photos']) ? [] : ['closingPhotos']),
      when: isFinal,
      intro: (draft, context) => acceptanceSummary(draft, textIn(draft.values.workDone), context),
    },
    { id: 'review', fields: [], intro: reviewBlocks, review: true },
  ],
  start: (context): Draft => {
    const latest = context.order?.latest;
    if (!context.order || !latest) throw new Error('a confirmation needs an approved order');
    return {
      // Most jobs are done as they were asked for; who did something else says so.
      values: {
        workDone: context.order.content.title,
        ...likelyWork(context),
        ...ownValues(latest.content.type, latest.content.own, context),
      },
      items: latest.content.items,
      ...(context.seesPrices === false ? { unpriced: true } : {}),
      base: basisOf(latest),
      submission: context.order.submission,
    };
  },
  own: ownParts,
  listed: (draft) => ({ ...quantityFields(draft), ...photoFields(draft) }),
  taken: takenQuantities,
  check: (answers, draft, context) => {
    const lacking = isFinal(draft) ? lackingToEnd(answers, draft, context) : {};
    return {
      ...lacking,
      ...quantitiesTooMuch(draft, context),
      ...workTimes(answers.startedAt, answers.endedAt, context),
      ...clientErrors(answers, lacking, context),
      ...finishing(answers.final, context),
    };
  },
  ask: ({ startedAt, endedAt, acceptance }, draft, context) => [
    ...unusualWork(startedAt, endedAt, context),
    ...unusualHoursIn(draft, context, { startedAt, endedAt }),
    ...unusualQuantities(draft.items, context, baseItems(draft, context)),
    ...refusalQuestions({ acceptance }, context),
  ],
});

/** What is lacking to end the order. A photo is missed on the last page that takes one. */
function lackingToEnd(answers: Partial<Answers<typeof fields>>, draft: Draft, context: FormContext): Errors {
  const { photos = [], closingPhotos, ...others } = answers;
  const { photos: noPhoto, ...errors } = lackingErrors(
    { ...others, ...(closingPhotos ? { photos: [...photos, ...closingPhotos] } : {}) },
    { asked: ['confirm', 'close'], offered: offeredCount(draft, answers) },
    context,
  );
  return { ...errors, ...(noPhoto === undefined ? {} : { closingPhotos: noPhoto }) };
}

/** Whether the order is to be closed with the confirmation. */
function isFinal({ values: { final } }: Draft): boolean {
  return listIn(final).includes('yes');
}

/** An order with very many versions takes only what ends it. */
const finishing = (final: boolean | undefined, { order, words: { fields } }: FormContext): Errors =>
  final === false && (order?.latest?.n ?? 0) >= MAX_VERSIONS
    ? { final: fields.error.notFinal({ count: MAX_VERSIONS, option: fields.final.option }) }
    : {};

/** Whether the confirmation ends the order, and how the order then ends. */
export const endsAs = (draft: Draft, context: FormContext): 'open' | 'as_ordered' | 'with_changes' => {
  if (!isFinal(draft)) return 'open';
  const order = context.order;
  return order && differsFromApproved({ ...order, content: { ...order.content, items: draft.items } })
    ? 'with_changes'
    : 'as_ordered';
};

/** The confirmation as an action on the version it was started from; how it ends the order follows from its items. */
export function confirmationAction(answers: Answers<typeof fields>, draft: Draft, context: FormContext): Action {
  const { workDone, startedAt, endedAt, reason, closingPhotos = [], note } = answers;
  const photos = photosIn([...answers.photos, ...closingPhotos], draft, answers);
  const report = { workDone, startedAt, endedAt, reason: reason ?? '', photos };
  const outcome = endsAs(draft, context);
  const said = { base: draft.base, items: draft.items, report };
  const own = ownIn(answers, outcome === 'open' ? ['confirm'] : ['confirm', 'close'], draft, context);
  if (outcome === 'open') return { type: 'confirm_partial', ...said, ...own };
  const closure = {
    outcome,
    reasonCode: null,
    explanation: '',
    endedAt,
    note: note ?? '',
    acceptance: acceptanceFrom(answers),
    photos: [],
  };
  return { type: 'confirm_final', ...said, closure, ...own };
}

/** What somebody answered to own fields, beyond what the version says that their form builds on. */
export function ownIn(
  answers: Readonly<Record<string, unknown>>,
  places: readonly OwnForm[],
  draft: Draft,
  context: FormContext,
): { readonly own?: readonly OwnAnswer[] } {
  const before = versionIn(context, draft.base)?.content.own;
  const own = givenAnswers(ownAnswers(context.order?.content.type, places, answers), before);
  return own.length > 0 ? { own } : {};
}
