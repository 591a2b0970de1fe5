import {
  dayOf,
  type HoursLine,
  hourSums,
  hoursBetween,
  hoursByWorker,
  hoursIn,
  type UnusualHours,
  unusualHours,
} from '../../../order/amounts/hours.ts';
import { formatQuantity } from '../../../order/amounts/money.ts';
import type { Item } from '../../../order/content.ts';
import { dayText } from '../../../words/own-value.ts';
import { type FormContext, versionIn } from '../../context.ts';
import type { Draft } from '../../draft.ts';
import type { Question } from '../../form.ts';
import { date, escaped } from '../../mrkdwn.ts';
import { timesText, zoneOf } from './hours-text.ts';

/** Seconds that hours may end after now, since people round. */
const ROUNDED = 900;

/** When the work was that is reported, as far as it is said. */
interface Reported {
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
}

/** Hours that can be, and hardly ever are: of those that are new, or that new ones meet; or beside the times of the work `reported`. */
export function unusualHoursIn(draft: Draft, context: FormContext, reported: Reported = {}): Question[] {
  const base: readonly Item[] = versionIn(context, draft.base)?.content.items ?? [];
  const isNew = (line: HoursLine) => !base.some(({ id, quantity }) => id === line.id && quantity === line.quantity);
  const lines = hoursIn(draft.items);
  const crew = new Set([...(context.order?.crew ?? []), context.order?.coordinator].map((party) => party?.id));
  const today = dayOf(zoneOf(context), context.now);
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const say = context.words.hours.question;
  const added = lines.filter(isNew);
  const strangers = new Map(
    added.flatMap(({ time: { worker } }) => (crew.has(worker.id) ? [] : [[worker.id, worker]])),
  );
  return [
    ...unusualHours(lines)
      .filter((unusual) => meets(unusual, added))
      .map((unusual) => questionOf(unusual, context)),
    ...[...strangers.values()].map(({ id, name }) => ({
      id: `stranger ${id}`,
      text: say.notCrew({ worker: escaped(name) }),
    })),
    ...added.flatMap(({ id, time }): Question[] => {
      const { worker, day, to = 0 } = time;
      const said = { worker: escaped(worker.name), day: dayText(day, context.words.locale) };
      if (day > today) return [{ id: `ahead ${id} ${day}`, text: say.future(said) }];
      if (day < yearAgo) return [{ id: `ago ${id} ${day}`, text: say.longAgo(said) }];
      const times = timesText(time, context);
      return to > context.now + ROUNDED ? [{ id: `later ${id} ${to}`, text: say.later({ ...said, times }) }] : [];
    }),
    ...hoursBeyond(added, reported, context),
  ];
}

function meets(unusual: UnusualHours, added: readonly HoursLine[]): boolean {
  if (unusual.kind === 'overlap') return added.some(({ id }) => id === unusual.one.id || id === unusual.other.id);
  return added.some(({ time }) => time.worker.id === unusual.worker.id && time.day === unusual.day);
}

function questionOf(unusual: UnusualHours, context: FormContext): Question {
  const { locale, words } = context;
  const say = words.hours.question;
  if (unusual.kind === 'long_day') {
    const { worker, day, quantity } = unusual;
    const said = { worker: escaped(worker.name), day: dayText(day, words.locale) };
    return {
      id: `long ${worker.id} ${day} ${quantity}`,
      text: say.longDay({ ...said, hours: formatQuantity(quantity, locale) }),
    };
  }
  const { one, other } = unusual;
  const [first, second] = [one, other].map((line) => dayAndTimes(line, context));
  return {
    id: `overlap ${JSON.stringify([one, other].map(({ id, time }) => [id, time.from, time.to]))}`,
    text: say.overlap({ worker: escaped(one.time.worker.name), one: first ?? '', other: second ?? '' }),
  };
}

/** `28 Nov 2026, 08:00 – 10:30`. */
function dayAndTimes({ time }: HoursLine, context: FormContext): string {
  const day = time.from === undefined ? time.day : dayOf(zoneOf(context), time.from);
  return `${dayText(day, context.words.locale)}, ${timesText(time, context)}`;
}

/** Workers who have more hours of work, added at once, than the work took that is reported with them. */
function hoursBeyond(
  added: readonly HoursLine[],
  { startedAt, endedAt }: Reported,
  { locale, words }: FormContext,
): Question[] {
  if (startedAt === undefined || endedAt === undefined || endedAt <= startedAt) return [];
  const passed = hoursBetween({ from: startedAt, to: endedAt });
  return hoursByWorker(added).flatMap(({ worker, lines }): Question[] => {
    const { work } = hourSums(lines);
    if (work <= passed) return [];
    const said = { worker: escaped(worker.name), hours: formatQuantity(work, locale) };
    const times = { start: date(startedAt, words), end: date(endedAt, words) };
    return [
      {
        id: `beyond ${worker.id} ${work} ${startedAt} ${endedAt}`,
        text: words.hours.question.beyond({ ...said, ...times }),
      },
    ];
  });
}
