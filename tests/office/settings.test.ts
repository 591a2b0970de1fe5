import { describe, expect, test } from 'vitest';
import { supervisorsOf, withRoles } from '../../src/office/authority.ts';
import { type Entered, readLimit, readSetting, settingErrorText } from '../../src/office/read.ts';
import { labelOf, limitText, saidSetting } from '../../src/office/say.ts';
import { SETTINGS_PAGES, settingAt, settingsOn, settingsTable } from '../../src/office/table.ts';
import { changesBetween, valueAt, withSetting } from '../../src/office/value.ts';
import { currencyDecimals } from '../../src/order/amounts/currencies.ts';
import { defaultSettings, Settings } from '../../src/settings.ts';
import { enteredOf } from '../../src/slack/views/desk/page.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';

const saying = (language: string) => ({
  words: wordsFor(language),
  named: (id: string) => `@${id}`,
  currency: 'EUR',
  zone: '',
});

describe('the table of settings', () => {
  test('has every setting once, and at most six on a page', () => {
    const { unreadable: _, ...groups } = Settings.parse({});
    const all = Object.entries(groups).flatMap(([group, values]) =>
      Object.keys(values).map((one) => `${group}.${one}`),
    );
    expect(settingsTable.map(({ path }) => path).toSorted()).toEqual(all.toSorted());
    for (const page of SETTINGS_PAGES) {
      // People and groups are two inputs.
      const inputs = settingsOn(page).reduce((sum, { kind }) => sum + (kind === 'people' ? 2 : 1), 0);
      expect(inputs, page).toBeGreaterThan(0);
      expect(inputs, page).toBeLessThanOrEqual(6);
    }
  });

  test.each(LANGUAGES)('%s: every setting has a name, and its default is said', (language) => {
    for (const { path } of settingsTable) {
      expect(labelOf(path, wordsFor(language)), path).not.toBe(path);
      expect(saidSetting(path, valueAt(defaultSettings, path), saying(language)), path).not.toMatch(/undefined|: $/);
    }
  });

  test('the time zone of the office says which one counts where none is set', () => {
    const { documentsZone } = wordsFor('en-GB').settings.value;
    const said = (zone: string) => saidSetting('hours.zone', '', { ...saying('en-GB'), zone });
    expect(said('')).toContain(documentsZone({ zone: 'UTC' }));
    expect(said('Europe/Madrid')).toContain(documentsZone({ zone: 'Europe/Madrid' }));
  });

  test.each(LANGUAGES)('%s: what is set comes back as it is when a page is saved untouched', (language) => {
    const words = wordsFor(language);
    const set = Settings.parse({
      money: { taxRate: 8875 },
      channel: { archiveAfterDays: 30 },
      changes: { tolerance: 12_500, toleranceAmount: '1500.5' },
      roles: { office: ['U1'] },
      hours: {
        week: 'mon-thu 8-12, 13-17; fri 8-12; Sun 20-24',
        holidays: [
          { date: '2026-12-25', name: 'Christmas & Co.' },
          { date: '2026-12-26', name: '' },
        ],
      },
    });
    for (const setting of settingsTable) {
      if (setting.kind === 'supervisors') continue;
      const read = readSetting(setting, enteredOf(setting, set, words), words.locale);
      expect(read, setting.path).toEqual({ ok: valueAt(set, setting.path) });
    }
  });
});

const entered = (path: string, text: Entered, language = 'en-GB') => {
  const setting = settingAt(path);
  if (!setting) throw new Error(path);
  const read = readSetting(setting, text, language);
  return 'error' in read ? settingErrorText(read.error, wordsFor(language)) : read.ok;
};

const christmas = { date: '2026-12-25', name: 'Christmas Day' };

describe('what an admin enters', () => {
  const { error, tax } = wordsFor('en-GB').settings;
  test.each([
    ['money.taxRate', '19 %', 19_000],
    ['money.taxRate', '8,875', 8875],
    ['money.taxRate', '2100', tax.tooMuch],
    ['money.taxRate', '-1', tax.negative],
    ['money.currency', ' mxn ', 'MXN'],
    ['changes.tolerance', '20', 20_000],
    ['changes.tolerance', '12,5 %', 12_500],
    ['changes.tolerance', '0', 0],
    ['changes.tolerance', ' ', null],
    ['changes.tolerance', '1001', error.tolerance({ max: 1000 })],
    ['changes.tolerance', '-1', error.tolerance({ max: 1000 })],
    ['changes.toleranceAmount', '1,500.50', '1500.5'],
    ['changes.toleranceAmount', '', null],
    ['changes.toleranceAmount', '-5', error.toleranceAmount],
    ['reminders.decision', '0', 0],
    ['reminders.decision', '1001', error.count({ min: 0, max: 1000 })],
    ['channel.archiveAfterDays', '14', 14],
    ['channel.archiveAfterDays', '1.5', error.count({ min: 0, max: 365 })],
    ['channel.archiveAfterDays', '', error.count({ min: 0, max: 365 })],
    ['document.accentColor', '#ffcc00', error.contrast({ ratio: '1.5', least: '4.5' })],
    ['company.name', '  Acme\u202e ', 'Acme'],
    ['company.address', 'a\r\nb', 'a\nb'],
    ['company.email', 'office', error.email],
    ['company.email', 'office@acme.example', 'office@acme.example'],
    ['company.phone', '9'.repeat(61), error.tooLong({ max: 60 })],
    ['channel.private', 'no', false],
    ['hours.week', 'Mon–Fri 8–17', 'Mon-Fri 08:00-17:00'],
    ['hours.week', ' ', ''],
    ['hours.week', 'Foo 8-17', error.week.day({ text: 'Foo' })],
    ['hours.week', 'Mon 8', error.week.time({ text: '8' })],
    ['hours.week', 'Mon 17-8', error.week.backwards({ text: '17-8' })],
    ['hours.week', 'Mon 1-2, 3-4, 5-6, 7-8, 9-10, 11-12, 13-14', expect.stringContaining('01:00')],
    ['hours.holidays', '2026-12-26\n25.12.2026, Christmas Day', [christmas, { date: '2026-12-26', name: '' }]],
    ['hours.holidays', '2026-12-25 Christmas Day\nEaster', error.date({ text: 'Easter' })],
    ['hours.holidays', `2026-12-25 ${'x'.repeat(81)}`, error.tooLong({ max: 80 })],
    ['roles.admins', ['U1', 'S2', 'U1'], ['U1', 'S2']],
  ])('%s: %s', (path, text, result) => expect(entered(path, text)).toEqual(result));

  test.each([
    ['de-DE', '0,19\u00a0%', '19\u00a0%', '8,875\u00a0%', '1,5', '4,5'],
    ['fr-FR', '0,19\u00a0%', '19\u00a0%', '8,875\u00a0%', '1,5', '4,5'],
    ['es-419', '0.19%', '19%', '8.875%', '1.5', '4.5'],
    ['es-ES', '0,19\u00a0%', '19\u00a0%', '8,875\u00a0%', '1,5', '4,5'],
    ['pt-BR', '0,19%', '19%', '8,875%', '1,5', '4,5'],
  ])(
    '%s: what is wrong with a number is said in numbers of the reader’s',
    (language, one, other, exact, ratio, least) => {
      const say = wordsFor(language).settings;
      expect(entered('money.taxRate', '0.19', language)).toBe(say.tax.either({ one, other }));
      expect(entered('money.taxRate', '0.08875', language)).toBe(say.tax.percentage({ one: exact }));
      expect(entered('document.accentColor', '#ffcc00', language)).toBe(say.error.contrast({ ratio, least }));
    },
  );

  describe('a limit is a decimal or none', () => {
    const { number } = wordsFor('en-GB').fields.error;
    const said = (text: string, currency = 'EUR', locale = 'en-GB') => {
      const read = readLimit(text, { currency, decimals: currencyDecimals(currency) ?? 2 }, locale);
      return 'error' in read ? settingErrorText(read.error, wordsFor('en-GB')) : read.ok;
    };
    const euros = (text: string) => said(text);
    test.each([
      ['', null],
      ['5000', '5000'],
      ['1,234.50', '1234.5'],
      // Nothing is rounded: with three decimals it would be no amount, so that it is a thousand.
      ['1.234', '1234'],
      ['1,234', '1234'],
      ['1.230', '1230'],
      ['1,23', number.sign({ typed: '1,23', meant: '1.23' })],
      ['0.005', number.decimals({ max: 2 })],
      ['-5', error.amount],
      ['a lot', number.plain({ decimal: '1.5' })],
      // With the currency beside it, and no other.
      ['€5,000.00', '5000'],
      ['5000 €', '5000'],
      ['EUR 5000', '5000'],
      ['5000eur', '5000'],
      ['$5000', number.plain({ decimal: '1.5' })],
      ['EUR', number.plain({ decimal: '1.5' })],
      ['€5€', number.plain({ decimal: '1.5' })],
      ['10000000000000', '10000000000000'],
      ['10000000000000.01', number.most({ limit: '€10,000,000,000,000.00' })],
      ['9'.repeat(30), number.most({ limit: '€10,000,000,000,000.00' })],
    ])('%j in euros: %j', (text, result) => expect(euros(text)).toBe(result));

    test.each([
      ['5000,50', 'EUR', 'de-DE', '5000.5'],
      ['5.000,50 €', 'EUR', 'de-DE', '5000.5'],
      ['1.234', 'JPY', 'en-GB', '1234'],
      ['1.000', 'JPY', 'en-GB', '1000'],
      ['¥5,000', 'JPY', 'en-GB', '5000'],
      ['￥5000', 'JPY', 'ja-JP', '5000'],
      ['1.234', 'KWD', 'en-GB', '1.234'],
      ['5000.5', 'JPY', 'en-GB', number.decimals({ max: 0 })],
      ['$5,000', 'MXN', 'es-MX', '5000'],
      ['R$ 5.000,50', 'BRL', 'pt-BR', '5000.5'],
      ['5000 kr.', 'DKK', 'da-DK', '5000'],
    ])('%j in %s for %s: %j', (text, currency, locale, result) => expect(said(text, currency, locale)).toBe(result));

    test('where there are no decimals, a whole amount is asked for', () => {
      expect(number.decimals({ max: 0 })).toBe('Enter a whole amount.');
      expect(number.decimals({ max: 2 })).toBe('Use up to 2 decimal places.');
    });
  });

  test('a limit is said exactly, also in a currency that has fewer decimals', () => {
    const yen = { ...saying('en-GB'), currency: 'JPY' };
    expect(limitText('5000.5', yen).replaceAll('JP', '')).toBe('up to ¥5,000.5');
    expect(limitText('5000', saying('en-GB'))).toBe('up to €5,000.00');
  });

  test('empty lines of an address are not said', () => {
    expect(saidSetting('company.address', '12 Main Street\n\n \nSpringfield', saying('en-GB'))).toBe(
      'Address: 12 Main Street, Springfield',
    );
  });

  test.each([
    ['europe/madrid', 'Europe/Madrid'],
    ['AMERICA/PORT_OF_SPAIN', 'America/Port_of_Spain'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['utc', 'UTC'],
    ['gmt', 'GMT'],
    ['', ''],
  ])('a time zone is kept as it is spelled: %s', (zone, kept) => {
    expect(withSetting(defaultSettings, 'document.timeZone', zone)).toMatchObject({
      ok: { document: { timeZone: kept } },
    });
  });

  test('a change keeps everything else, also what this program cannot read', () => {
    const before: Settings = { ...defaultSettings, unreadable: { 'money.currency': 'QQQ', 'company.x': 1 } };
    const changed = withSetting(before, 'money.currency', 'EUR');
    expect(changed).toMatchObject({ ok: { unreadable: { 'company.x': 1 } } });
    expect(withSetting(before, 'money.currency', 'euro')).toHaveProperty('error');
    const named = withSetting(before, 'company.name', 'Acme');
    if ('error' in named) throw expect.unreachable(named.error);
    expect(changesBetween(before, named.ok)).toEqual([{ path: 'company.name', before: '', after: 'Acme' }]);
  });
});

describe('what roles give', () => {
  const groups = new Map([
    ['S1', ['U2', 'U3', 'U4']],
    ['S2', ['U4']],
  ]);
  const set = Settings.parse({
    roles: {
      admins: ['U1', 'S1'],
      office: ['U5'],
      supervisors: [
        { id: 'S1', limit: '500' },
        { id: 'S2', limit: '1000.5' },
        { id: 'U2', limit: '100' },
        { id: 'U9', limit: null },
      ],
    },
  });
  test.each([
    ['U1', 'member', false, { admin: true, office: false }],
    ['U3', 'member', false, { admin: true, office: false }],
    ['U5', 'member', false, { admin: false, office: true }],
    ['U6', 'member', true, { admin: true, office: false }],
    ['U7', 'member', false, { admin: false, office: false }],
    ['U1', 'guest', false, { admin: false, office: false }],
    ['U3', 'external', true, { admin: false, office: false }],
    ['U5', 'deactivated', false, { admin: false, office: false }],
    ['U5', 'bot', false, { admin: false, office: false }],
  ] as const)('%s, a %s (admin of the workspace: %s)', (id, kind, admin, given) => {
    expect(withRoles({ id, kind, admin }, set, groups)).toEqual({ id, kind, ...given });
  });

  test('supervisors have their own limit, or the highest of their groups', () => {
    expect(supervisorsOf(set, groups)?.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'U2', limit: '100' },
      { id: 'U3', limit: '500' },
      { id: 'U4', limit: '1000.5' },
      { id: 'U9', limit: null },
    ]);
    expect(supervisorsOf(defaultSettings, groups)).toBeNull();
    expect(supervisorsOf(Settings.parse({ roles: { supervisors: [{ id: 'S9', limit: null }] } }), groups)).toEqual([]);
  });
});
