import { describe, expect, test } from 'vitest';
import { supervisorsOf, withRoles } from '../../src/office/authority.ts';
import { type Entered, readLimit, readSetting, settingErrorText } from '../../src/office/read.ts';
import { labelOf, saidSetting } from '../../src/office/say.ts';
import { SETTINGS_PAGES, settingAt, settingsOn, settingsTable } from '../../src/office/table.ts';
import { changesBetween, valueAt, withSetting } from '../../src/office/value.ts';
import { defaultSettings, Settings } from '../../src/settings.ts';
import { enteredOf } from '../../src/slack/views/desk/page.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';

const saying = (language: string) => ({ words: wordsFor(language), named: (id: string) => `@${id}`, currency: 'EUR' });

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

  test.each(LANGUAGES)('%s: what is set comes back as it is when a page is saved untouched', (language) => {
    const words = wordsFor(language);
    const set = Settings.parse({
      money: { taxRate: 8875 },
      channel: { archiveAfterDays: 30 },
      roles: { office: ['U1'] },
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

describe('what an admin enters', () => {
  const { error, tax } = wordsFor('en-GB').settings;
  test.each([
    ['money.taxRate', '19 %', 19_000],
    ['money.taxRate', '8,875', 8875],
    ['money.taxRate', '2100', tax.tooMuch],
    ['money.taxRate', '-1', tax.negative],
    ['money.currency', ' mxn ', 'MXN'],
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

  test('a limit is a decimal or none', () => {
    expect(readLimit('', 2, 'en-GB')).toEqual({ ok: null });
    expect(readLimit('5000,50', 2, 'de-DE')).toEqual({ ok: '5000.5' });
    const { number } = wordsFor('en-GB').fields.error;
    const said = (text: string, decimals: number, locale = 'en-GB') => {
      const read = readLimit(text, decimals, locale);
      return 'error' in read ? settingErrorText(read.error, wordsFor('en-GB')) : read.ok;
    };
    // What may be a thousand is asked, and nothing is rounded.
    expect(said('1.234', 2)).toBe(number.ambiguous({ typed: '1.234', one: '1234', other: '1.2340' }));
    expect(said('1.234', 0)).toBe(number.ambiguous({ typed: '1.234', one: '1234', other: '1.2340' }));
    expect(said('1.234', 3)).toBe('1.234');
    expect(said('0.005', 2)).toBe(number.decimals({ max: 2 }));
    expect(said('1,234.50', 2)).toBe('1234.5');
    expect(said('5000.5', 0)).toBe(number.decimals({ max: 0 }));
    expect(readLimit('-5', 2, 'en-GB')).toHaveProperty('error');
    expect(readLimit('a lot', 2, 'en-GB')).toHaveProperty('error');
  });

  test('empty lines of an address are not said', () => {
    expect(saidSetting('company.address', '12 Main Street\n\n \nSpringfield', saying('en-GB'))).toBe(
      'Address: 12 Main Street, Springfield',
    );
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
