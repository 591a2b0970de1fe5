import { clockTime, dayOf, hoursBetween, hoursIn, spanOf } from '../../../order/amounts/hours.ts';
import { formatPrice } from '../../../order/amounts/money.ts';
import { ACTIVITIES, type Item } from '../../../order/content.ts';
import { hasStarted } from '../../../order/progress/stage.ts';
import { labourName } from '../../../words/labour.ts';
import type { FormContext } from '../../context.ts';
import { type Draft, emptyDraft } from '../../draft.ts';
import { cleanText, conditional, date, decimal, optional, select, timeOfDay } from '../../fields/fields.ts';
import { written } from '../../fields/numbers.ts';
import { people } from '../../fields/people.ts';
import { type Accepted, type Answers, defineForm, type Errors } from '../../form.ts';
import { clip } from '../../mrkdwn.ts';
import { readQuantity, typedQuantity } from '../item.ts';
import { durationText, saidIn, zoneOf } from './hours-text.ts';
import { likelyWork } from './work-times.ts';

/** People whose hours are entered at once. */
const MAX_WORKERS = 10;
/** Stands for hours that are in no line's place. */
const NO_LINE = 'none';
/** Lines to choose from; Slack takes 100 options. */
const MAX_LINES = 99;
/** Characters of an option, in Slack. */
const OPTION = 75;

/** The line in whose place hours stand, or none, which has no price. */
function countsAs(field: 'of' | 'travelOf') {
  return select({
    texts: ({ words }) => ({ label: words.hours.field[field].label }),
    as: 'menu',
    options: (context: FormContext) => [
      ...(context.labour ?? []).map((line) => ({ value: line.id, text: lineText(line, context) })),
      { value: NO_LINE, text: context.words.hours.field[field].none },
    ],
  });
}

const fields = {
  workers: people({
    texts: ({ words }) => words.hours.field.workers,
    eligible: 'members and guests',
    max: MAX_WORKERS,
  }),
  day: date({ texts: ({ words }) => ({ label: words.hours.field.day }) }),
  activity: select({
    texts: ({ words }) => ({ label: words.hours.field.activity }),
    as: 'radio',
    options: ({ words }) => ACTIVITIES.map((value) => ({ value, text: words.hours.activity[value] })),
  }),
  hours: optional(
    decimal({
      texts: ({ locale, decimals, words: { hours } }) => ({
        label: hours.field.hours.label,
        hint: hours.field.hours.hint({ decimal: written('1.5', { locale, decimals }) }),
      }),
      read: readHours,
    }),
  ),
  from: optional(timeOfDay({ texts: ({ words }) => ({ label: words.hours.field.from }) })),
  to: optional(timeOfDay({ texts: ({ words }) => words.hours.field.to })),
  of: conditional(countsAs('of')),
  travelOf: conditional(countsAs('travelOf')),
};

type HoursAnswers = Answers<typeof fields>;

/** The editor of labour lines that know whose time they are, pushed on top of the form whose list it edits. */
export const hoursForm = defineForm({
  id: 'hours',
  title: ({ hours }) => hours.title,
  submit: ({ hours }) => hours.save,
  drafted: false,
  fields,
  pages: [
    {
      id: 'hours',
      fields: ['workers', 'day', 'activity', 'hours', 'from', 'to', 'of', 'travelOf'],
      without: (_, { labour = [] }) => (labour.length > 0 ? [] : ['of', 'travelOf']),
    },
  ],
  start: (context) => hoursStart(emptyDraft, context),
  check,
});

/**
 * What it starts with: who fills it in, or the whole crew, today; from *Start work* until now, where the list has no hours of
 * theirs of that day yet.
 */
export function hoursStart({ items }: Pick<Draft, 'items'>, context: FormContext): Draft {
  const { order, person, now } = context;
  const crew = order?.crew.map(({ id }) => id) ?? [];
  const workers = crew.includes(person.id) ? [person.id] : crew.slice(0, MAX_WORKERS);
  const zone = zoneOf(context);
  const day = dayOf(zone, now);
  const known = hoursIn(items).some(({ time }) => time.day === day && workers.includes(time.worker.id));
  const times = known ? {} : startedTimes(context, zone, day);
  return {
    ...emptyDraft,
    values: { workers, day, activity: 'work', of: usualLine(context), travelOf: NO_LINE, ...times },
  };
}

/** What work counts as unless somebody says so; travel costs nothing unless somebody says what. */
const usualLine = ({ labour }: FormContext): string => labour?.[0]?.id ?? NO_LINE;

/** The times that an editor begins with; '' for none. */
export const timesBegunWith = ({ values: { from = null, to = null } }: Draft): string =>
  typeof from === 'string' && typeof to === 'string' ? `${from}-${to}` : '';

/** What was entered, without the times that the editor began with where somebody typed how many hours it were: they mean these. */
export function withoutBegunTimes(draft: Draft, begunWith: string): Draft {
  const { hours = null } = draft.values;
  const isTyped = typeof hours === 'string' && hours.trim() !== '';
  if (!isTyped || begunWith === '' || timesBegunWith(draft) !== begunWith) return draft;
  return { ...draft, values: { ...draft.values, from: null, to: null } };
}

function startedTimes(context: FormContext, zone: string, day: string): Draft['values'] {
  const { order } = context;
  const startedAt = order?.progress.startedAt ?? null;
  if (!order || startedAt === null || !hasStarted(order) || startedAt <= (order.lastReport?.endedAt ?? 0)) return {};
  const { startedAt: from, endedAt: to } = likelyWork(context);
  if (dayOf(zone, from) !== day) return {};
  return { from: clockTime(zone, from), to: clockTime(zone, to) };
}

/** The lines of an order that hours can count as: its labour in hours, as it was approved and as it is. */
export function labourLines(items: readonly Item[], { order }: Pick<FormContext, 'order'>): Item[] {
  const known = new Map<string, Item>();
  for (const item of [...(order?.approvedItems ?? []), ...items])
    if (item.kind === 'labour' && item.unit === 'h' && !item.time) known.set(item.id, item);
  for (const line of hoursIn(items)) {
    const { of } = line.time;
    if (of !== undefined && !known.has(of)) known.set(of, { ...line, id: of });
  }
  return [...known.values()].slice(0, MAX_LINES);
}

function lineText(line: Item, context: FormContext): string {
  const name = labourName(line, context.words);
  if (line.unitPrice === null) return clip(name, OPTION);
  const price = context.words.items.each({ price: formatPrice(line.unitPrice, context, context.locale) });
  return clip(`${clip(name, OPTION - price.length - 3)} · ${price}`, OPTION);
}

/** `90 min`, `90m`. */
const MINUTES = /^(\d{1,4}) ?m(?:inu?t?[aeo]?[ns]?)?\.?$/i;
/** `2:30`, `2h30`, `2 h 30 min`, `2 h`, `2 Std.`. */
const CLOCKED = /^(\d{1,3}) ?(?:: ?([0-5]\d)|(?:h|std\.?)(?: ?([0-5]?\d)(?: ?m(?:in)?\.?)?)?)$/i;

/** The same, or `2,5`, `2.5`, `2.5 h`, or minutes: thousandths of hours. */
function readHours(typed: string, context: FormContext): Accepted<number> {
  const text = cleanText(typed, false).replace(/\s+/g, ' ');
  const [, alone] = MINUTES.exec(text) ?? [];
  const [, hours = alone && '0', minutes = alone, others = '0'] = CLOCKED.exec(text) ?? [];
  const read =
    hours === undefined
      ? readNumber(text.replace(/ ?(?:h|std\.?)$/i, '').replace(/^(\d{1,3})[,٫](\d{1,2})$/, '$1.$2'), context)
      : { ok: Math.round((Number(hours) * 60 + Number(minutes ?? others)) / 0.06) };
  return 'ok' in read && read.ok <= 0 ? { error: context.words.hours.error.positive } : read;
}

/** The same of a number; who typed anything else is told what can be typed. */
function readNumber(text: string, context: FormContext): Accepted<number> {
  const { hours, fields: say } = context.words;
  const decimal = written('1.5', context);
  const read = readQuantity(text, context);
  const isUnreadable = 'error' in read && read.error === say.error.number.plain({ decimal });
  return isUnreadable ? { error: hours.error.unreadable({ decimal }) } : read;
}

function check({ day, hours, from, to }: Partial<HoursAnswers>, _draft: Draft, context: FormContext): Errors {
  const { error } = context.words.hours;
  const isTimed = typeof from === 'number' && typeof to === 'number';
  if (typeof from === 'number' && to === null) return { to: error.both };
  if (typeof to === 'number' && from === null) return { from: error.both };
  if (isTimed && from === to) return { to: error.same };
  if (!isTimed && hours === null && from === null) return { hours: error.needed };
  if (!isTimed || day === undefined || typeof hours !== 'number') return {};
  const span = spanOf(zoneOf(context), day, from, to);
  const passed = hoursBetween(span);
  if (hours <= passed) return {};
  const time = (at: number) => clockTime(zoneOf(context), at);
  return {
    hours: error.span({ passed: durationText(passed, context.words), from: time(span.from), to: time(span.to) }),
  };
}

/** The editor's fields filled in with a line that exists. */
export function hoursDraft({ time, ...item }: Item, context: FormContext): Draft {
  if (!time) throw new Error('hours need a worker');
  const zone = zoneOf(context);
  const { from, to } = time;
  const timed = from !== undefined && to !== undefined;
  const all = timed && hoursBetween({ from, to }) === item.quantity;
  return {
    ...emptyDraft,
    values: {
      ...{ workers: [time.worker.id], day: timed ? dayOf(zone, from) : time.day, activity: time.activity },
      of: time.activity === 'work' ? (time.of ?? NO_LINE) : usualLine(context),
      travelOf: time.activity === 'travel' ? (time.of ?? NO_LINE) : NO_LINE,
      ...(all ? {} : { hours: typedQuantity(item, context) }),
      ...(timed ? { from: clockTime(zone, from), to: clockTime(zone, to) } : {}),
    },
  };
}

/**
 * The lines that were entered, one for each worker: the first under the id of the one that it replaces, `ids` for the others. They
 * are called, and cost, what the line does in whose place they stand; travel stands in none unless somebody chose it.
 */
export function hoursItems(answers: HoursAnswers, ids: readonly string[], context: FormContext, before?: Item): Item[] {
  const { workers, day, activity, hours, from, to } = answers;
  const span = from !== null && to !== null ? spanOf(zoneOf(context), day, from, to) : undefined;
  const quantity = hours ?? (span ? hoursBetween(span) : 0);
  const of = (activity === 'travel' ? answers.travelOf : answers.of) ?? NO_LINE;
  const line = (context.labour ?? []).find(({ id }) => id === of);
  const own =
    before?.time && before.time.activity === activity && (before.time.of ?? NO_LINE) === of ? before : undefined;
  const { description = '', unitPrice = null, onFile, code } = own ?? line ?? {};
  return workers.map(({ id, name }, index) => ({
    id: ids[index] ?? '',
    ...{ kind: 'labour', description, quantity, unit: 'h', unitPrice },
    ...(onFile === undefined ? {} : { onFile }),
    ...(code === undefined ? {} : { code }),
    time: { worker: { id, name }, day, activity, ...(span && saidIn(span, context)), ...(line ? { of: line.id } : {}) },
  }));
}
