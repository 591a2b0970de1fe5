import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { defaultSettings, readSettings, Settings } from '../../src/settings.ts';
import { changedSettings } from '../../src/settings-command.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { startAppProcess } from '../support/app-process.ts';
import { startStage } from '../support/stage.ts';

/** Set by a Node to come: every setting of a kind whose values Node or this program knows. */
const FROM_LATER = {
  ...defaultSettings,
  company: { ...defaultSettings.company, name: 'Acme', phone: '9'.repeat(200) },
  document: { ...defaultSettings.document, timeZone: 'Antarctica/Later', locale: 'not a tag', accentColor: 'ultra' },
  money: { currency: 'QQQ', taxRate: 1900 },
};

describe('D15 settings that this Node or program cannot use', () => {
  test('are left at their defaults, each by itself, and found again by who can use them', () => {
    const read = readSettings(FROM_LATER);
    expect(read).toMatchObject({
      company: { name: 'Acme', phone: '' },
      document: { timeZone: '', locale: 'en-GB', accentColor: '', pageSize: 'A4' },
      money: { currency: 'EUR', taxRate: 1900 },
      unreadable: {
        'company.phone': '9'.repeat(200),
        'document.timeZone': 'Antarctica/Later',
        'document.locale': 'not a tag',
        'document.accentColor': 'ultra',
        'money.currency': 'QQQ',
      },
    });
    expect(readSettings(JSON.parse(JSON.stringify(read)))).toEqual(read);
    const known = { ...read, unreadable: { 'document.timeZone': 'Europe/Madrid', 'money.currency': 'QQQ' } };
    expect(readSettings(known)).toMatchObject({ document: { timeZone: 'Europe/Madrid' } });
    expect(readSettings(known).unreadable).toEqual({ 'money.currency': 'QQQ' });
  });

  test.each([
    [null],
    [[]],
    ['text'],
    [7],
    [{}],
    [{ document: null, money: 3, channel: [] }],
    [{ unreadable: 'x' }],
    [{ unreadable: { a: 1, 'b.c': 2 } }],
  ])('%j is read', (kept) => {
    const { unreadable: _, ...settings } = readSettings(kept);
    expect(settings).toEqual(defaultSettings);
    expect(Settings.safeParse(readSettings(kept)).success).toBe(true);
  });

  test('can be changed, one by one, and the others stay', () => {
    const changed = changedSettings(readSettings(FROM_LATER), 'document.timeZone', 'Europe/Madrid');
    expect(changed).toMatchObject({ document: { timeZone: 'Europe/Madrid' } });
    expect(changed).toHaveProperty(['unreadable', 'money.currency'], 'QQQ');
    expect(changed).not.toHaveProperty(['unreadable', 'document.timeZone']);
    const cleared = changedSettings(
      readSettings({ document: { timeZone: 'Antarctica/Later' } }),
      'document.timeZone',
      '',
    );
    expect(cleared).toEqual(defaultSettings);
    expect(changedSettings(readSettings(FROM_LATER), 'unreadable.money', 'x')).toContain('Unknown setting');
  });

  test('nor people in a time zone to come keep an order from its way and its documents', async () => {
    const stage = await startStage();
    try {
      await stage.store.saveSettings(stage.sandbox.teamId, FROM_LATER);
      await stage.restart();
      const { ana, sam, farid } = stage.people;
      for (const { id } of [ana, sam, farid]) {
        const name = id;
        await stage.store.savePeople([
          {
            team: stage.sandbox.teamId,
            id,
            name,
            timeZone: 'Antarctica/Later',
            kind: 'member',
            admin: false,
            fetchedAt: Date.now(),
          },
        ]);
      }
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await confirm(stage, farid, name);
      expect(stage.sandbox.workspace.channel(name).files).toEqual(['SO-000001 v1.pdf', 'SO-000001 v2.pdf']);
      expect(await stage.store.backlog(stage.sandbox.teamId)).toMatchObject({ parked: 0 });
      expect(stage.sandbox.complaints).toEqual([]);
    } finally {
      await stage.stop();
    }
  });
});

describe('D15 at start', () => {
  let sandbox: Sandbox;
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const url = `file:${join(folder, 'orders.db')}`;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('each of them is named once, with what is used instead', async () => {
    const store = await openStore(url);
    await store.saveSettings(sandbox.teamId, FROM_LATER);
    await store.close();
    const app = startAppProcess({ ...sandbox.env, DATABASE_URL: url, LOG_LEVEL: 'info' });
    await app.ready();
    await sandbox.people.ana.command('/so new');
    await sandbox.people.ana.modal('submit');
    expect(await app.stop()).toBe(0);
    const said = app.log().filter(({ event }) => event === 'settings.unreadable');
    expect(said.map(({ setting }) => setting).toSorted()).toEqual([
      'company.phone',
      'document.accentColor',
      'document.locale',
      'document.timeZone',
      'money.currency',
    ]);
  });
});
