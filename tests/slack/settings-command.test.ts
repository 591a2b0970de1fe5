import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/settings.ts';
import { changedSettings, localeNote, saidBack } from '../../src/settings-command.ts';

test('a setting is changed by its path; what cannot be is explained', () => {
  expect(changedSettings(defaultSettings, 'company.name', 'Acme "Ltd"')).toMatchObject({
    company: { name: 'Acme "Ltd"' },
  });
  expect(changedSettings(defaultSettings, 'money.taxRate', '21')).toMatchObject({ money: { taxRate: 21_000 } });
  expect(changedSettings(defaultSettings, 'channel.private', 'false')).toMatchObject({ channel: { private: false } });
  expect(changedSettings(defaultSettings, 'channel.archiveAfterDays', 'soon')).toContain(
    'channel.archiveAfterDays cannot be soon',
  );
  expect(changedSettings(defaultSettings, 'money.currency', 'euro')).toContain('money.currency cannot be euro');
  expect(changedSettings(defaultSettings, 'approval.allowOwn', 'yes')).toBe(
    'approval.allowOwn cannot be yes: enter true or false.',
  );
  expect(changedSettings(defaultSettings, 'company.colour', 'red')).toContain('Unknown setting company.colour');
  expect(changedSettings(defaultSettings, 'company.logo', 'logo.svg')).toContain(
    'company.logo cannot be logo.svg: not the path of',
  );
  expect(changedSettings(defaultSettings, 'company.logo', '')).toMatchObject({ company: { logo: '' } });
});

test('office hours are typed in English, holidays one on a line', () => {
  expect(changedSettings(defaultSettings, 'hours.week', 'mon-fri 8-12, 13-17')).toMatchObject({
    hours: { week: 'Mon-Fri 08:00-12:00, 13:00-17:00' },
  });
  expect(changedSettings(defaultSettings, 'hours.week', 'Montag 8-12')).toBe(
    'hours.week cannot be Montag 8-12: not office hours such as Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00.',
  );
  expect(changedSettings(defaultSettings, 'hours.zone', 'Madrid')).toContain('hours.zone cannot be Madrid');
  const set = changedSettings(defaultSettings, 'hours.holidays', '2026-12-26\\n2026-12-25 Christmas Day');
  expect(set).toMatchObject({
    hours: { holidays: [{ date: '2026-12-25', name: 'Christmas Day' }, { date: '2026-12-26' }] },
  });
  expect(typeof set === 'string' ? set : saidBack(set, 'hours.holidays')).toBe(
    'hours.holidays is ["2026-12-25 Christmas Day","2026-12-26"]',
  );
  expect(changedSettings(defaultSettings, 'hours.holidays', '')).toMatchObject({ hours: { holidays: [] } });
  expect(changedSettings(defaultSettings, 'hours.holidays', 'Christmas')).toBe(
    'hours.holidays cannot be Christmas: “Christmas” does not begin with a date such as 2026-12-25.',
  );
});

test.each([
  ['backslash and n', '12 Main Street\\nSpringfield'],
  ['a line break', '12 Main Street\nSpringfield'],
  ['a line break of Windows', '12 Main Street\r\nSpringfield'],
])('C12 %s in the address begins a new line', (_, text) => {
  expect(changedSettings(defaultSettings, 'company.address', text)).toMatchObject({
    company: { address: '12 Main Street\nSpringfield' },
  });
});

test('C5 a locale whose dates no font can print is set, and what it means is said', () => {
  for (const locale of ['bn', 'ta', 'ka', 'hy-AM', 'km'])
    expect(localeNote(locale)).toBe(
      ` PDFs print dates in English: the fonts that come with the app do not have the letters of ${locale}.`,
    );
  for (const locale of ['en-GB', 'ar-SA', 'he-IL', 'hi', 'th', 'ja-JP', 'fa']) expect(localeNote(locale)).toBe('');
});

test('the colour of headings must be one, and readable on white paper', () => {
  const set = (color: string) => changedSettings(defaultSettings, 'document.accentColor', color);
  expect(set('#7A1F3D')).toMatchObject({ document: { accentColor: '#7A1F3D' } });
  expect(set('')).toMatchObject({ document: { accentColor: '' } });
  expect(set('blue')).toBe('document.accentColor cannot be blue: not a colour such as #1f4e79.');
  expect(set('#ffcc00')).toBe(
    'document.accentColor cannot be #ffcc00: its contrast with white paper is 1.5:1 and must be 4.5:1; take a darker colour.',
  );
  expect(set('#777777')).toContain('4.4:1');
  expect(set('#767676')).toMatchObject({ document: { accentColor: '#767676' } });
});

test('the workspace’s language is one that the app speaks', () => {
  const set = (locale: string) => changedSettings(defaultSettings, 'workspace.locale', locale);
  for (const locale of ['de-DE', 'es-419', 'es-LA', 'pt-BR', 'fr'])
    expect(set(locale)).toMatchObject({ workspace: { locale } });
  for (const locale of ['ja-JP', 'German', '', '../de'])
    expect(set(locale)).toBe(
      `workspace.locale cannot be ${locale || '""'}: not a language of the app: use a language tag that begins with en, es, pt, de, fr, such as en-GB or es-419.`,
    );
});

test('the tolerance is a percentage or nothing, and an amount or nothing', () => {
  const set = changedSettings(defaultSettings, 'changes.tolerance', '12.5 %');
  expect(set).toMatchObject({ changes: { tolerance: 12_500, toleranceAmount: null } });
  expect(typeof set === 'string' ? set : saidBack(set, 'changes.tolerance')).toBe('changes.tolerance is "12.5 %"');
  expect(changedSettings(defaultSettings, 'changes.tolerance', '')).toMatchObject({ changes: { tolerance: null } });
  expect(changedSettings(defaultSettings, 'changes.toleranceAmount', '50')).toMatchObject({
    changes: { tolerance: 20_000, toleranceAmount: '50' },
  });
  expect(changedSettings(defaultSettings, 'changes.tolerance', 'much')).toMatch(/^changes\.tolerance cannot be much: /);
});
