import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEEK, inOrder } from '../../../src/order/clocks/calendar.ts';
import { readWeek, type WeekdayNames, weekText } from '../../../src/order/clocks/week-text.ts';

const GERMAN: WeekdayNames = [
  ['Mo', 'Montag'],
  ['Di', 'Dienstag'],
  ['Mi', 'Mittwoch'],
  ['Do', 'Donnerstag'],
  ['Fr', 'Freitag'],
  ['Sa', 'Samstag'],
  ['So', 'Sonntag'],
];
const PORTUGUESE: WeekdayNames = [
  ['seg.', 'segunda-feira'],
  ['ter.', 'terça-feira'],
  ['qua.', 'quarta-feira'],
  ['qui.', 'quinta-feira'],
  ['sex.', 'sexta-feira'],
  ['sáb.', 'sábado'],
  ['dom.', 'domingo'],
];

describe('a week as it is typed', () => {
  test.each([
    ['Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00', undefined],
    ['mon - fri: 8-12, 13-17\nsat 9-13', undefined],
    ['Monday–Friday 8:00–12:00 & 13:00–17:00; Saturday 9.00–13.00', undefined],
    ['Mon, Tue, Wed, Thu, Fri 8am-12pm, 1 pm-5 p.m.; sat 9 am - 1 pm', undefined],
    ['Sat 09-13; Mon-Wed 08:00-12:00; Mon-Fri 13-17; Thu,Fri 8-12', undefined],
    ['Mo–Fr 8–12 Uhr, 13–17 Uhr; Sa 9–13 Uhr', GERMAN],
    ['Montag-Freitag 8-12, 13-17; Samstag 9-13', GERMAN],
    ['segunda-feira–sexta-feira 8h-12h, 13h00-17h00; sábado 9h-13h', PORTUGUESE],
    ['seg-sex 8-12, 13-17; sab 9-13', PORTUGUESE],
    ['Mon-Fri 8-12, 13-17; Sat 9-13', PORTUGUESE],
  ])('%s', (text, names) => {
    const read = readWeek(text, names);
    expect('ok' in read ? weekText(read.ok) : read.error).toBe('Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00');
  });

  test.each([
    ['Fri-Mon 00:00-24:00', 'Mon, Fri-Sun 00:00-24:00'],
    ['Sun 18:00-00:00', 'Sun 18:00-24:00'],
    ['Mon 08:00-12:00, 11:00-15:00', 'Mon 08:00-15:00'],
    ['Mon 08-12; Mon 12-14', 'Mon 08:00-14:00'],
    ['Mon 08-15, 09-10', 'Mon 08:00-15:00'],
    ['Mon, Wed 8-12; Tue, Thu 13-17', 'Mon, Wed 08:00-12:00; Tue, Thu 13:00-17:00'],
    ['Mon 12am-12pm', 'Mon 00:00-12:00'],
    [' ; \n', ''],
  ])('“%s” is “%s”', (text, canonical) => {
    const read = readWeek(text);
    expect('ok' in read ? weekText(read.ok) : read.error).toBe(canonical);
  });

  test.each([
    ['Foo 08:00-12:00', 'day', 'Foo'],
    // Tuesday or Thursday, Saturday or Sunday.
    ['T 08:00-12:00', 'day', 'T'],
    ['Mon-Wed-Fri 08:00-12:00', 'day', 'Mon-Wed-Fri'],
    ['08:00-12:00', 'day', '08:00-12:00'],
    ['Mon', 'time', 'Mon'],
    ['Mon 08:00', 'time', '08:00'],
    ['Mon 08:00-25:00', 'time', '08:00-25:00'],
    ['Mon 08:61-12:00', 'time', '08:61-12:00'],
    ['Mon 08:00-12:00,', 'time', 'Mon 08:00-12:00,'],
    ['Mon 13pm-14pm', 'time', '13pm-14pm'],
    ['Mon 22:00-06:00', 'backwards', '22:00-06:00'],
    [
      'Mon 1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14',
      'many',
      '01:00-02:00, 03:00-04:00, 05:00-06:00, 07:00-08:00, 09:00-10:00, 11:00-12:00, 13:00-14:00',
    ],
    ['Mon 08:00-08:00', 'backwards', '08:00-08:00'],
  ])('“%s” is no week: %s “%s”', (text, kind, quoted) => {
    expect(readWeek(text)).toEqual({ error: { kind, text: quoted } });
  });

  test('the usual week', () => expect(weekText(DEFAULT_WEEK)).toBe('Mon-Fri 08:00-17:00'));
});

test('every week is read as it was written, in every language and with every dash', () => {
  const spell = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, until]) => ({ from: Math.min(from, until - 1), until: Math.max(from + 1, until) }));
  const week = fc.array(fc.array(spell, { maxLength: 3 }).map(inOrder), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(
      week,
      fc.constantFrom(undefined, GERMAN, PORTUGUESE),
      fc.constantFrom('-', '–'),
      (each, names, dash) => {
        expect(readWeek(weekText(each, names, dash), names)).toEqual({ ok: each });
      },
    ),
  );
});
