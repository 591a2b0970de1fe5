import { describe, expect, test } from 'vitest';
import { parse } from '../../src/forms/answers.ts';
import { emptyDraft, type Raw } from '../../src/forms/draft.ts';
import {
  hoursDraft,
  hoursForm,
  hoursItems,
  hoursStart,
  labourLines,
  timesBegunWith,
  withoutBegunTimes,
} from '../../src/forms/pages/on-site/hours.ts';
import { unusualHoursIn } from '../../src/forms/pages/on-site/hours-questions.ts';
import { clockTime } from '../../src/order/amounts/hours.ts';
import type { Item } from '../../src/order/content.ts';
import { dayText } from '../../src/words/own-value.ts';
import { wordsFor } from '../../src/words/words.ts';
import { context, NOW } from '../support/forms.ts';
import { ANY, until, words } from '../support/words.ts';
import { actions, farid, greta, inState, item, lena, taken } from '../support/workflow.ts';

const order = inState.approved;
const planned = item('p', { kind: 'labour', description: 'Fitter', unit: 'h', quantity: 4000, unitPrice: '95' });
const zone = { siteZone: 'Europe/Madrid' };
const about = context(order, { ...zone, labour: [planned], person: farid });
const today = '2026-11-19';
const say = words.hours.error;

type Values = Readonly<Record<string, Raw>>;
const filled: Values = {
  workers: [farid.id],
  day: today,
  activity: 'work',
  hours: null,
  from: null,
  to: null,
  of: 'p',
  travelOf: 'none',
};
const read = (values: Values, at = about) => parse(hoursForm, { ...emptyDraft, values: { ...filled, ...values } }, at);
const linesOf = (values: Values, at = about, before?: Item): Item[] => {
  const said = read(values, at);
  if ('errors' in said) throw new Error(JSON.stringify(said.errors));
  return hoursItems(said.answers, ['1', '2', '3'], at, before);
};

test('the test is about the day it says', () => expect(new Date(NOW * 1000).toISOString().slice(0, 10)).toBe(today));

describe('what is typed', () => {
  test.each([
    ['3', 3000, 'en-GB'],
    ['2.5', 2500, 'en-GB'],
    ['2,5', 2500, 'en-GB'],
    ['2,25', 2250, 'de-DE'],
    ['2.25', 2250, 'de-DE'],
    ['0:20', 333, 'en-GB'],
    ['2:30', 2500, 'fr-FR'],
    ['1h30', 1500, 'fr-FR'],
    ['1 h 30', 1500, 'fr-FR'],
    ['1H05', 1083, 'en-GB'],
    ['1 h 5 min', 1083, 'en-GB'],
    ['1 h 30 min.', 1500, 'de-DE'],
    ['1h30m', 1500, 'en-GB'],
    ['1:30', 1500, 'de-DE'],
    ['1.5', 1500, 'de-DE'],
    ['1,5', 1500, 'en-GB'],
    ['90m', 1500, 'en-GB'],
    ['90 min', 1500, 'fr-FR'],
    ['90 Minuten', 1500, 'de-DE'],
    ['90 minutos', 1500, 'es-ES'],
    ['45 minutes', 750, 'fr-FR'],
    ['20 Min.', 333, 'de-DE'],
    ['1 Std. 30 Min.', 1500, 'de-DE'],
    ['2,5 Std.', 2500, 'de-DE'],
    ['2 h', 2000, 'en-GB'],
    ['2,5 h', 2500, 'de-DE'],
    ['30', 30_000, 'en-GB'],
    ['٢٫٥', 2500, 'ar'],
  ])('%s is %i thousandths of hours (%s)', (hours, quantity, locale) => {
    expect(linesOf({ hours }, { ...about, locale })[0]?.quantity).toBe(quantity);
  });

  test.each<[string, Values, Record<string, string>]>([
    ['nothing', {}, { hours: say.needed }],
    ['only a start', { from: '08:00' }, { to: say.both }],
    ['only an end', { to: '08:00', hours: '2' }, { from: say.both }],
    ['the same time twice', { from: '08:00', to: '08:00' }, { to: say.same }],
    ['no time at all', { hours: '0' }, { hours: say.positive }],
    ['less than none', { hours: '-2' }, { hours: say.positive }],
    [
      'more hours than passed',
      { from: '08:00', to: '10:00', hours: '2,01' },
      { hours: say.span({ passed: '2 h', from: '08:00', to: '10:00' }) },
    ],
    [
      'more than the minute that passed',
      { from: '08:00', to: '08:01', hours: '1h30' },
      { hours: say.span({ passed: '1 min', from: '08:00', to: '08:01' }) },
    ],
    [
      'more than the time that passed',
      { from: '08:00', to: '09:10', hours: '1h30' },
      { hours: say.span({ passed: '1 h 10 min', from: '08:00', to: '09:10' }) },
    ],
    ['no minutes', { hours: '0 min' }, { hours: say.positive }],
    ['more minutes than an hour has', { hours: '1h75' }, { hours: say.unreadable({ decimal: '1.5' }) }],
    ['sixty minutes beside hours', { hours: '1h60' }, { hours: say.unreadable({ decimal: '1.5' }) }],
    ['minutes alone', { hours: ':45' }, { hours: say.unreadable({ decimal: '1.5' }) }],
    ['no number', { hours: 'two' }, { hours: say.unreadable({ decimal: '1.5' }) }],
    ['nobody', { workers: [], hours: '2' }, { workers: words.fields.error.required }],
    ['a bot', { workers: ['UBOT'], hours: '2' }, { workers: words.fields.error.person.bot({ name: 'Botty' }) }],
    [
      'somebody from elsewhere',
      { workers: ['UEXT'], hours: '2' },
      { workers: words.fields.error.person.external({ name: 'Ext Ernal' }) },
    ],
    [
      'somebody who has gone',
      { workers: ['UGONE'], hours: '2' },
      { workers: words.fields.error.person.deactivated({ name: 'Gone Person' }) },
    ],
    ['a line that there is not', { of: 'x', hours: '2' }, { of: words.fields.error.option }],
    ['no day', { day: null, hours: '2' }, { day: words.fields.error.required }],
  ])('%s is refused under its field', (_, values, errors) => expect(read(values)).toEqual({ errors }));

  test('breaks are what is missing between the times and the hours', () => {
    const [line] = linesOf({ from: '08:00', to: '16:30', hours: '8' });
    expect(line).toMatchObject({ quantity: 8000, unit: 'h', unitPrice: '95', description: 'Fitter' });
    expect(hoursDraft(line ?? planned, about).values).toMatchObject({
      from: '08:00',
      to: '16:30',
      hours: '8',
      of: 'p',
    });
  });

  test('several people get a line each, the first in the place of the one that is changed', () => {
    const lines = linesOf({ workers: [farid.id, greta.id], hours: '2' });
    expect(lines.map(({ id, time }) => [id, time?.worker.name])).toEqual([
      ['1', farid.name],
      ['2', greta.name],
    ]);
  });

  test('labour without a line has no price, and is called what is done', () => {
    const [line] = linesOf({ of: 'none', hours: '2' });
    expect(line).toMatchObject({ description: '', unitPrice: null, time: { activity: 'work' } });
    expect(line?.time).not.toHaveProperty('of');
  });

  test('travel has no price unless somebody says what it counts as', () => {
    const [line] = linesOf({ hours: '2', activity: 'travel' });
    expect(line).toMatchObject({ description: '', unitPrice: null, time: { activity: 'travel' } });
    expect(line?.time).not.toHaveProperty('of');
    const [chosen] = linesOf({ hours: '2', activity: 'travel', travelOf: 'p' });
    expect(chosen).toMatchObject({ description: 'Fitter', unitPrice: '95', time: { activity: 'travel', of: 'p' } });
    // Changed again, both keep what was said, and what was work takes no price along when it becomes travel.
    expect(hoursDraft(chosen ?? planned, about).values).toMatchObject({ activity: 'travel', of: 'p', travelOf: 'p' });
    expect(hoursDraft(line ?? planned, about).values).toMatchObject({ activity: 'travel', of: 'p', travelOf: 'none' });
    const [work] = linesOf({ hours: '2' });
    expect(linesOf({ hours: '2', activity: 'travel' }, about, work)[0]).toMatchObject({ unitPrice: null });
  });
});

describe('somebody whose clocks show another time than those of the order', () => {
  const there = { ...about, timeZone: 'America/New_York' };
  const [line] = linesOf({ from: '20:00', to: '22:30' }, there);

  test('types times of their own clocks and day, as they do for those of the work', () => {
    expect(line).toMatchObject({ quantity: 2500, time: { day: today, zone: 'America/New_York' } });
    expect(clockTime('Europe/Madrid', line?.time?.from ?? 0)).toBe('02:00');
    expect(hoursDraft(line ?? planned, there).values).toMatchObject({ day: today, from: '20:00', to: '22:30' });
  });

  test('and who changes them elsewhere is shown them there, the same hours', () => {
    const { values } = hoursDraft(line ?? planned, about);
    expect(values).toMatchObject({ day: '2026-11-20', from: '02:00', to: '04:30' });
    expect(linesOf(values)[0]?.time).toEqual({ ...line?.time, day: '2026-11-20', zone: undefined, of: 'p' });
  });

  test('of the same time, nothing is said of clocks', () => {
    const [same] = linesOf({ from: '08:00', to: '10:30' }, { ...about, timeZone: 'Europe/Berlin' });
    expect(same?.time).not.toHaveProperty('zone');
    expect(linesOf({ hours: '2' }, there)[0]?.time).not.toHaveProperty('zone');
  });
});

describe('what it opens with', () => {
  test('who is on the crew: themselves, today', () => {
    expect(hoursStart(emptyDraft, about).values).toEqual({
      workers: [farid.id],
      day: today,
      activity: 'work',
      of: 'p',
      travelOf: 'none',
    });
  });

  test('the coordinator: everybody on the crew', () => {
    expect(hoursStart(emptyDraft, { ...about, person: lena }).values.workers).toEqual(order.crew.map(({ id }) => id));
  });

  test('where work was started: from then until now, once', () => {
    const begun = taken(order, actions().start_work).order;
    const startedAt = begun.progress.startedAt ?? 0;
    const at = context(begun, { ...zone, now: startedAt + 9000, person: farid, labour: [planned] });
    const start = hoursStart(emptyDraft, at);
    const { day, from, to } = start.values;
    expect(day).not.toBe('');
    const [line] = linesOf({ ...start.values, hours: null }, at);
    expect(line?.time?.from).toBe(startedAt - (startedAt % 60));
    expect([typeof from, typeof to]).toEqual(['string', 'string']);
    expect(hoursStart({ items: line ? [line] : [] }, at).values).not.toHaveProperty('from');
  });

  test('who types how many hours it were means these, whatever it began with', () => {
    const begun = taken(order, actions().start_work).order;
    const startedAt = begun.progress.startedAt ?? 0;
    const at = context(begun, { ...zone, now: startedAt + 60, person: farid, labour: [planned] });
    const start = hoursStart(emptyDraft, at);
    const begunWith = timesBegunWith(start);
    const typed = (values: Values) =>
      withoutBegunTimes({ ...start, values: { ...start.values, ...values } }, begunWith);
    expect(linesOf(typed({ hours: '1h30' }).values, at)[0]?.quantity).toBe(1500);
    expect(typed({ hours: '1h30' }).values).toMatchObject({ from: null, to: null });
    expect(typed({ hours: ' ' }).values).toMatchObject({ from: start.values.from, to: start.values.to });
    // Who changes a time means it.
    expect(typed({ hours: '1h30', from: '00:10' }).values).toMatchObject({ from: '00:10', to: start.values.to });
    expect(withoutBegunTimes(start, '')).toBe(start);
  });

  test('the labour that was approved, also once hours stand in its place', () => {
    const approved = { ...order, approvedItems: [planned, item('a')] };
    const [line] = linesOf({ hours: '2' });
    const other = linesOf({ hours: '1', of: 'q' }, { ...about, labour: [{ ...planned, id: 'q' }] }).map((one) => ({
      ...one,
      time: one.time && { ...one.time, of: 'q' },
    })) as Item[];
    expect(labourLines([...(line ? [line] : []), ...other], { order: approved }).map(({ id }) => id)).toEqual([
      'p',
      'q',
    ]);
    expect(labourLines([item('d', { kind: 'labour', unit: 'day' })], { order })).toEqual([]);
  });
});

describe('what is asked before it is sent', () => {
  const base = { ...emptyDraft, base: 1 };
  const asked = (items: readonly Item[], at = about) => unusualHoursIn({ ...base, items }, at).map(({ text }) => text);
  const line = (id: string, values: Values): Item => ({ ...(linesOf({ hours: '2', ...values })[0] ?? planned), id });

  test('nothing about an ordinary day', () => {
    expect(asked([line('1', { from: '08:00', to: '10:00', hours: null }), line('2', {})])).toEqual([]);
  });

  test('overlaps, long days, strangers and days to come, in the reader’s words', () => {
    const items = [
      line('1', { from: '08:00', to: '10:00', hours: null }),
      line('2', { from: '09:00', to: '11:00', hours: null }),
      line('3', { hours: '23' }),
      line('4', { workers: [greta.id], day: '2026-11-30' }),
    ];
    for (const language of ['en', 'de']) {
      const own = wordsFor(language === 'en' ? 'en-GB' : 'de-DE');
      const said = asked(items, { ...about, words: own, locale: own.locale });
      const q = own.hours.question;
      expect(said).toHaveLength(4);
      expect(said[0]?.slice(0, 20)).toBe(q.overlap({ worker: farid.name, one: 'x', other: 'y' }).slice(0, 20));
      expect(said[1]).toContain('27');
      expect(said).toContain(q.notCrew({ worker: greta.name }));
    }
  });

  test('hours of more than a year ago, which are hardly ever of that year', () => {
    const { longAgo } = words.hours.question;
    const day = (date: string) => asked([line('1', { day: date })]);
    expect(day('2025-11-18')).toEqual([longAgo({ worker: farid.name, day: dayText('2025-11-18', words.locale) })]);
    expect(day('2025-11-19')).toEqual([]);
  });

  test.each([
    ['until now', 0, false],
    ['until the next quarter of an hour', 15, false],
    ['until later today', 16, true],
    ['until an hour later', 60, true],
  ])('hours %s', (_, minutes, isAsked) => {
    const now = NOW - (NOW % 60);
    const clock = (at: number) => clockTime('Europe/Madrid', at);
    const [from, to] = [clock(now - 3600), clock(now + minutes * 60)];
    const later = words.hours.question.later({
      ...{ worker: farid.name, day: dayText(today, words.locale) },
      times: words.hours.times({ from, to }),
    });
    expect(asked([line('1', { from, to, hours: null })], { ...about, now })).toEqual(isAsked ? [later] : []);
  });

  test('more hours of work than passed in the work that is reported, each worker by themselves', () => {
    const startedAt = NOW - 60;
    const reported = (items: readonly Item[], minutes: number) =>
      unusualHoursIn({ ...base, items }, about, { startedAt, endedAt: startedAt + 60 * minutes });
    const long = line('1', { hours: '10,25' });
    const [question, ...others] = reported([long, line('2', { hours: '3', activity: 'travel' })], 1);
    expect(others).toEqual([]);
    const { beyond } = words.hours.question;
    expect(question?.text).toContain(until(beyond({ worker: farid.name, hours: '10.25', start: ANY, end: ANY })));
    expect(reported([long], 615)).toEqual([]);
    expect(reported([long], 614)).toHaveLength(1);
    expect(reported([line('2', { hours: '3', activity: 'travel' })], 1)).toEqual([]);
  });

  test('not again about what an earlier version says', () => {
    const items = [
      line('1', { from: '08:00', to: '10:00', hours: null }),
      line('2', { from: '09:00', to: '11:00', hours: null }),
    ];
    const latest = order.latest && { ...order.latest, content: { ...order.latest.content, items } };
    const at = { ...about, order: { ...order, latest } };
    expect(asked(items, at)).toEqual([]);
  });
});
