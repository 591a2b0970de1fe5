import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { SETTINGS_PAGES } from '../../src/office/table.ts';
import { Settings } from '../../src/settings.ts';
import { viewAs } from '../../src/slack/views/desk/as.ts';
import { CAUSES_SHOWN, ROWS_SHOWN } from '../../src/slack/views/desk/failures.ts';
import { healthView } from '../../src/slack/views/desk/health.ts';
import { CHANGES_SHOWN, changeText, settingsHistory, whoIn } from '../../src/slack/views/desk/history.ts';
import { limitsPage, supervisorEditor } from '../../src/slack/views/desk/limits.ts';
import { settingsList } from '../../src/slack/views/desk/list.ts';
import { settingsPage } from '../../src/slack/views/desk/page.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { pseudoWords } from '../support/catalogue.ts';
import { worstOrder } from '../support/extremes.ts';
import { failureOf } from '../support/messages.ts';

const ids = Array.from({ length: 90 }, (_, n) => (n % 2 ? `S${n}` : `U${n}`));

/** Everything set, as long as it may be. */
const full = Settings.parse({
  company: {
    name: '&'.repeat(120),
    taxId: '<'.repeat(60),
    address: '\n😀'.repeat(130),
    phone: '*'.repeat(60),
    email: '&'.repeat(120),
    logo: 'a'.repeat(64),
  },
  document: { timeZone: 'America/Argentina/ComodRivadavia', accentColor: '#112233', locale: 'ja-JP' },
  money: { currency: 'CLF', taxRate: 100_000 },
  roles: { admins: ids, office: ids, supervisors: ids.map((id) => ({ id, limit: '999999999999999.999999' })) },
  prices: { visibleTo: 'office', channel: 'C0123456789' },
  hours: {
    zone: 'America/Argentina/ComodRivadavia',
    // Six spells each, no two days alike.
    week: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
      .map((day, n) => `${day} ${[0, 4, 8, 12, 16, 20].map((hour) => `${hour}:0${n}-${hour + 3}:59`).join(', ')}`)
      .join('; '),
    holidays: Array.from({ length: 32 }, (_, n) => ({
      date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      name: '&'.repeat(80),
    })),
  },
});
const groups = Array.from({ length: 150 }, (_, n) => ({ id: `S${n}`, name: '&'.repeat(100) }));

const newest = Array.from({ length: ROWS_SHOWN }, (_, n) => ({
  ...failureOf(
    worstOrder('approved', (length) => '&'.repeat(length)),
    '&'.repeat(3000),
    n,
  ),
  error: 'channel_not_found',
}));
/** As many failures as are shown, each with all that can stand beside it. */
const worst = {
  total: 5000,
  causes: Array.from({ length: CAUSES_SHOWN }, (_, n) => ({
    ...{ error: '&'.repeat(3000), remedy: '&'.repeat(3000), count: 80, key: `cause${n}`, newest },
  })),
};

/** Every modal of the settings: empty, and as full as it can be. */
function views(words: Words): [string, ModalView][] {
  const saying = { words, named: (id: string) => `<@${id}>`, currency: 'CLF', zone: '' };
  const pages = SETTINGS_PAGES.filter((page) => page !== 'limits');
  return [Settings.parse({}), full].flatMap((settings, n): [string, ModalView][] => {
    const drawing = { settings, groups: n ? groups : [], entered: new Map(), timeZone: 'Europe/Madrid' };
    const changes = pages.map((path) => ({ path: `${path}.x`, before: settings, after: [settings] }));
    const change = { revision: 1, at: 1_700_000_000, by: { id: 'U1', name: '&'.repeat(80) }, changes };
    const home = homeView(
      {
        ...{ mayAct: true, maySubmit: true, maySet: true, failures: { total: 0, causes: [] } },
        mine: { page: { s: '' }, orders: [], newer: false, older: false },
      },
      words,
    );
    const { blocks } = home;
    return [
      ...pages.map((p): [string, ModalView] => [p, settingsPage({ ...drawing, state: { p, r: n, g: n } }, words)]),
      ['list', settingsList(settings, saying, n ? 'x'.repeat(3000) : undefined)],
      ['limits', limitsPage(settings, n, saying)],
      ['supervisor', supervisorEditor({ settings, revision: n, id: n ? 'U0' : undefined, groups }, saying)],
      ['history', settingsHistory(n ? Array(CHANGES_SHOWN).fill(change) : [], n > 0, saying)],
      ['as', viewAs(n ? { role: 'guest', home: Array(20).fill(blocks).flat(), order: blocks } : undefined, words)],
      [
        'health',
        healthView(
          {
            refused: n ? 'no' : undefined,
            missing: n ? [{ scope: 'dnd:read', cost: 'dnd' }] : undefined,
            idleGroups: n ? Array(90).fill('&amp;'.repeat(20)) : [],
            pricesChannel: n ? '<'.repeat(500) : undefined,
            withoutGroups: n ? 'missing_scope' : undefined,
            failures: n ? worst : { total: 0, causes: [] },
          },
          words,
        ),
      ],
    ];
  });
}

describe('the history of the settings', () => {
  const words = wordsFor('en-GB');
  const say = words.settings;
  const saying = { words, named: (id: string) => `<@${id}>`, currency: 'EUR', zone: '' };
  const path = 'roles.supervisors';
  const limited = (id: string, limit: string | null) => ({ id, limit });
  const label = say.label.roles.supervisors;
  const upTo = (amount: string) => say.value.upTo({ amount });

  test('of supervisors it says who was added, who removed, and whose limit changed', () => {
    const before = [limited('U1', '5000'), limited('U2', null), limited('U3', '1')];
    const after = [limited('U4', null), limited('U3', '1'), limited('U1', null)];
    expect(changeText({ path, before, after }, saying).split('\n')).toEqual([
      say.history.added({ label, names: say.value.limited({ name: '<@U4>', limit: say.value.anyAmount }) }),
      say.history.removed({ label, names: say.value.limited({ name: '<@U2>', limit: say.value.anyAmount }) }),
      say.history.limit({ label, name: '<@U1>', before: upTo('€5,000.00'), after: say.value.anyAmount }),
    ]);
  });

  test('a list of nobody means everybody, and is said so', () => {
    const after = [limited('U1', '5000')];
    const said = say.value.limited({ name: '<@U1>', limit: upTo('€5,000.00') });
    expect(changeText({ path, before: [], after }, saying)).toBe(
      say.history.change({ label, before: say.value.supervisors, after: said }),
    );
  });

  test('what the command on the server changed has no person’s name', () => {
    const by = { kind: 'system' as const, id: 'settings', name: 'npm run settings' };
    const changes = [{ path: 'company.name', before: '', after: 'Acme' }];
    const shown = JSON.stringify(settingsHistory([{ revision: 1, at: 1_700_000_000, by, changes }], false, saying));
    expect(shown).toContain(say.history.server);
    expect(shown).not.toContain('npm');
    expect(whoIn(by, words)).toBe(say.history.someone);
  });
});

test.each(LANGUAGES)('the office reads that it keeps records and imports them: %s', (language) => {
  const { settings, records } = wordsFor(language);
  const { office } = settings.hint.roles;
  expect(office.toLowerCase()).toContain(records.title.client.toLowerCase());
  expect(office).toMatch(/import/i);
});

test('removing any supervisor is confirmed; of the last one it says that everybody may be asked then', () => {
  const words = wordsFor('en-GB');
  const saying = { words, named: (id: string) => `<@${id}>`, currency: 'EUR', zone: '' };
  const { last, sure } = words.settings.limits;
  const editor = (...ids: string[]) => {
    const settings = Settings.parse({ roles: { supervisors: ids.map((id) => ({ id, limit: null })) } });
    return JSON.stringify(supervisorEditor({ settings, revision: 1, id: 'U1', groups: [] }, saying));
  };
  expect(editor('U1', 'U2')).toContain(
    `"confirm":{"title":{"type":"plain_text","text":"${words.settings.limits.remove}"`,
  );
  expect(editor('U1', 'U2')).toContain(sure);
  expect(editor('U1', 'U2')).not.toContain(last);
  expect(editor('U1')).toContain(last);
});

const all: [string, Words][] = [
  ...LANGUAGES.map((one): [string, Words] => [one, wordsFor(one)]),
  ['pseudo', pseudoWords],
];

describe.each(all)('in %s', (language, words) => {
  test('Slack takes every page of the settings, empty and full', () => {
    for (const [name, view] of views(words)) expect(validateView(JSON.parse(JSON.stringify(view))), name).toEqual([]);
  });

  test.skipIf(language === 'pseudo')('every title is whole', () => {
    for (const [name, { title }] of views(words)) expect(title.text, name).not.toContain('…');
  });
});
