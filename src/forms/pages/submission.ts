import type { KnownBlock } from '@slack/types';
import type { Action, Source } from '../../order/action.ts';
import { isPriced } from '../../order/amounts/money.ts';
import { type Content, type Item, PRIORITIES } from '../../order/content.ts';
import type { OrderType } from '../../order/own-fields.ts';
import { mergedAnswers } from '../../order/own-fields.ts';
import type { Party } from '../../order/people.ts';
import { CREW_MAX } from '../../order/plan.ts';
import { labourName } from '../../words/labour.ts';
import type { Words } from '../../words/words.ts';
import { section } from '../blocks.ts';
import type { Candidate, Copied, FormContext } from '../context.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import { dateTime, files, optional, select, text } from '../fields/fields.ts';
import { people, person } from '../fields/people.ts';
import { client, site } from '../fields/records.ts';
import { type Answers, defineForm, type Errors, type Page } from '../form.ts';
import { escaped, quoted } from '../mrkdwn.ts';
import { ownAnswers, ownParts, ownValues, typeOf } from '../own/fields.ts';
import { nextFullHour } from './on-site/work-times.ts';
import { orderReview, unusualOrder } from './order-review.ts';
import { asksType, changedType, choseType, orderType, TYPE_FIELD, withType } from './order-type.ts';

import { earlierJobs, follow, whereCopied, whereOf } from './place.ts';

const fields = {
  [TYPE_FIELD]: orderType(),
  title: text({ texts: ({ words }) => words.fields.title, max: 80 }),
  client: client({ texts: ({ words }) => words.fields.client, max: 120 }),
  location: site({ texts: ({ words }) => words.fields.location, max: 255 }),
  description: text({ texts: ({ words }) => words.fields.description, max: 3000, multiline: true }),
  priority: select({
    texts: ({ words }) => words.fields.priority,
    as: 'menu',
    options: ({ words }) => PRIORITIES.map((value) => ({ value, text: words.order.priority[value] })),
  }),
  requestedStart: dateTime({ texts: ({ words }) => words.fields.requestedStart }),
  requestedEnd: dateTime({ texts: ({ words }) => words.fields.requestedEnd }),
  supervisor: person({ texts: ({ words }) => words.fields.supervisor, eligible: 'supervisors' }),
  coordinator: optional(person({ texts: ({ words }) => words.fields.coordinator, eligible: 'members' })),
  proposedCrew: people({
    texts: ({ words }) => words.fields.proposedCrew,
    eligible: 'members and guests',
    max: CREW_MAX,
    optional: true,
  }),
  contact: text({ texts: ({ words }) => words.fields.contact, max: 200, optional: true }),
  clientReference: text({ texts: ({ words }) => words.fields.clientReference, max: 100, optional: true }),
  attachments: files({ texts: ({ words }) => words.fields.attachments, max: 20 }),
};

/** What a new order, or an order that is edited, asks for. */
export type SubmissionAnswers = Answers<typeof fields>;

const pages: readonly Page[] = [
  {
    id: 'job',
    intro: earlierJobs,
    fields: [TYPE_FIELD, 'title', 'client', 'clientReference', 'location', 'description', 'priority'],
    without: (draft, context) => (asksType(context, draft) ? [] : [TYPE_FIELD]),
  },
  { id: 'own', fields: [], own: 'submit' },
  {
    id: 'when',
    fields: ['requestedStart', 'requestedEnd', 'supervisor', 'coordinator', 'proposedCrew', 'contact'],
    copiesBegin: true,
  },
  { id: 'items', fields: ['attachments'], items: 'plain' },
  { id: 'review', fields: [], intro: orderReview, review: true as const },
];

function check(answers: Partial<SubmissionAnswers>, _draft: Draft, context: FormContext): Errors {
  const errors: Record<string, string> = {};
  const say = context.words.fields.error;
  const { requestedStart, requestedEnd, supervisor } = answers;
  if (requestedStart !== undefined && requestedEnd !== undefined && requestedEnd <= requestedStart)
    errors.requestedEnd = say.endBeforeStart;
  if (supervisor?.id === context.person.id && !context.allowOwnApproval) errors.supervisor = say.ownSupervisor;
  const { client, location } = answers;
  if (client && location?.onFile && location.client !== client.onFile?.id) errors.location = say.otherSite;
  return errors;
}

/** A line of a new order is nobody's time yet. */
function withoutWorker({ time, ...item }: Item, words: Words): Item {
  return { ...item, description: time ? labourName({ ...item, time }, words) : item.description };
}

/** How long a job is taken to last until somebody says so. Seconds. */
const USUAL_JOB = 2 * 3600;

/**
 * What another order says, at another time: as long as it was to take, without its files, and without what was answered to its
 * type's own fields after it was submitted. `asked`: where its supervisor cannot be.
 */
function copyFrom(copied: Copied, context: FormContext, requestedStart: number, asked: { supervisor?: string }): Draft {
  const { content, crew, ...people } = copied;
  const { type, own } = content;
  const { title, description, priority, contact, clientReference } = content;
  const { currency, decimals } = content;
  const items = content.items.map((item) => withoutWorker(item, context.words));
  const submitted = own?.filter(({ field }) =>
    type?.fields.some(({ id, asked }) => id === field && asked === 'submit'),
  );
  const kept = type ? { [TYPE_FIELD]: type.id, ...ownValues(type, submitted, context) } : {};
  const job = { ...kept, title, ...whereCopied(copied, context), description, priority, contact, clientReference };
  const requestedEnd = requestedStart + content.requestedEnd - content.requestedStart;
  const named = Object.fromEntries(Object.entries(people).filter(([, id]) => id !== null));
  return {
    ...{ ...emptyDraft, items },
    values: { ...job, requestedStart, requestedEnd, ...asked, ...named, proposedCrew: crew },
    ...(isPriced(items) ? { money: { currency, decimals } } : {}),
    ...(type ? { type } : {}),
  };
}

/** Submit: a new service order. */
export const submissionForm = defineForm({
  id: 'submit',
  title: ({ forms }) => forms.title.submit,
  submit: ({ forms }) => forms.send.submit,
  drafted: true,
  fields,
  pages,
  start(context): Draft {
    const { now, timeZone, lastSupervisor, copied } = context;
    const requestedStart = nextFullHour(now, timeZone);
    const asked = lastSupervisor ? { supervisor: lastSupervisor } : {};
    if (copied) return copyFrom(copied, context, requestedStart, asked);
    const requestedEnd = requestedStart + USUAL_JOB;
    return { ...emptyDraft, values: { priority: 'normal', requestedStart, requestedEnd, ...asked } };
  },
  check,
  own: ownParts,
  follow: (before, after, context) => {
    const placed = follow(before, after, context);
    return choseType(before, placed) ? withType(before, placed, context) : placed;
  },
  ask: (answers, draft, context) => [...changedType(draft, context), ...unusualOrder(answers, draft, context)],
});

/** Who requested changes, and which, where the order waits for them. */
function askedFor(_draft: Draft, { order, words }: FormContext): KnownBlock[] {
  const { action, by } = order?.lastEntry ?? {};
  if (action?.type !== 'request_changes' || !by) return [];
  return [section(`${words.entry.did.request_changes({ name: escaped(by.name) })}\n${quoted(action.reason, 1000)}`)];
}

/** What an order says, as far as a form asks for it as it is kept. */
function askedIn(content: Content): Draft['values'] {
  const { title, description, priority, requestedStart, requestedEnd, contact, clientReference, attachments } = content;
  return { title, description, priority, requestedStart, requestedEnd, contact, clientReference, attachments };
}

/** Edit and resubmit: the same form, filled in with what was submitted, below what was asked for. */
export const resubmissionForm = defineForm({
  ...submissionForm,
  pages: pages.map((page) =>
    page.id === 'job'
      ? { ...page, intro: (draft, context) => [...askedFor(draft, context), ...earlierJobs(draft, context)] }
      : page,
  ),
  id: 'resubmit',
  title: ({ forms }) => forms.title.resubmit,
  submit: ({ forms }) => forms.send.resubmit,
  start(context): Draft {
    const { order } = context;
    if (!order) throw new Error('resubmit needs an order');
    const { items, proposedCrew = [] } = order.content;
    return {
      values: {
        ...askedIn(order.content),
        ...ownValues(order.content.type, order.content.own, context),
        ...whereOf(order, context),
        supervisor: order.supervisor.id,
        coordinator: order.coordinator?.id ?? null,
        proposedCrew: proposedCrew.map(({ id }) => id),
      },
      items,
      base: 0,
      submission: order.submission,
    };
  },
});

/** Edit: the same while it waits for a decision. */
export const editForm = defineForm({
  ...resubmissionForm,
  pages,
  id: 'edit',
  title: ({ forms }) => forms.title.edit,
  submit: ({ forms }) => forms.send.edit,
  start(context): Draft {
    const draft = resubmissionForm.start(context);
    return { ...draft, values: { ...draft.values, [SHOWN_SUPERVISOR]: draft.values.supervisor ?? null } };
  },
});

/** Whom the form showed as the supervisor: where nobody chose another one, an order that was handed over meanwhile stays so. */
const SHOWN_SUPERVISOR = 'shownSupervisor';

/** The typed order as an action; currency, its decimals and tax rate are fixed at the first submission. */
export function submissionAction(
  type: 'submit' | 'resubmit' | 'edit',
  answers: SubmissionAnswers,
  draft: Draft,
  context: FormContext,
  source: Source | null,
): Action {
  const { supervisor, coordinator, proposedCrew, client, location } = answers;
  const { title, description, priority, requestedStart, requestedEnd, contact, clientReference, attachments } = answers;
  const rest = { title, description, priority, requestedStart, requestedEnd, contact, clientReference, attachments };
  const { currency, decimals, taxRate, pricesFor } = context.order?.content ?? context;
  const proposed = proposedCrew.length > 0 ? { proposedCrew: proposedCrew.map(party) } : {};
  const onFile = {
    ...(client.onFile ? { clientOnFile: client.onFile } : {}),
    ...(location.onFile ? { siteOnFile: location.onFile } : {}),
  };
  const where = { client: client.name, location: location.location, ...onFile };
  const typed = { ...rest, ...where, ...proposed, ...ownOf(typeOf(draft, context), answers) };
  const content = { ...typed, items: draft.items, currency, decimals, taxRate, pricesFor };
  const untouched = context.order && supervisor.id === draft.values[SHOWN_SUPERVISOR];
  const people = {
    supervisor: untouched ? context.order.supervisor : party(supervisor),
    coordinator: coordinator && party(coordinator),
  };
  switch (type) {
    case 'submit':
      return { type, content, ...people, source, ...(context.copyOf === undefined ? {} : { copyOf: context.copyOf }) };
    case 'resubmit':
      return { type, content, ...people };
    case 'edit':
      return { type, content, ...people, submission: draft.submission };
  }
}

/** The type of an order, with the answers that its form has. */
function ownOf(type: OrderType | undefined, answers: SubmissionAnswers): Pick<Content, 'type' | 'own'> {
  if (!type) return {};
  const own = mergedAnswers(type, undefined, ownAnswers(type, ['submit'], answers), ['submit']);
  return { type, ...(own.length > 0 ? { own } : {}) };
}

/** A candidate who was accepted, as the order remembers them. */
export const party = ({ id, name }: Candidate): Party => ({ id, name });
