import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { Settings } from '../../src/settings.ts';
import { createPeople } from '../../src/slack/people/people.ts';
import { readersWords } from '../../src/slack/words-for.ts';
import { quietDeps } from '../support/deps.ts';
import { folderInMemory } from '../support/folder.ts';

const folder = folderInMemory();
let store: Store;
beforeAll(async () => {
  store = await openStore(`file:${join(folder, 'words-of.db')}`);
  await store.saveSettings('T1', Settings.parse({ workspace: { locale: 'es-AR' } }));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['es-LA', 'es-AR'],
  ['es-ES', 'es-ES'],
  ['de', 'de'],
  ['ja-JP', 'es-AR'],
  ['', 'es-AR'],
])(
  'whose Slack speaks %j reads %s in a workspace of es-AR, while the database can be read and after',
  async (locale, read) => {
    const { installation, ...deps } = quietDeps(store);
    const people = createPeople({ ...deps, client: new WebClient(), watch: installation.watch });
    const who = { name: 'Ana', timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: Date.now() } as const;
    const person = { ...who, team: 'T1', id: 'UANA', locale };
    await store.savePeople([person]);
    expect((await people.wordsOf('UANA')).locale).toBe(read);
    expect(readersWords(person, await store.settings('T1')).locale).toBe(read);
    const broken = vi.spyOn(store, 'person').mockRejectedValue(new Error('no database'));
    expect((await people.wordsOf('UANA')).locale).toBe(read);
    broken.mockRestore();
  },
);

test('somebody who did something is answered in their words when the database fails right after', async () => {
  const { installation, ...deps } = quietDeps(store);
  const people = createPeople({ ...deps, client: new WebClient(), watch: installation.watch });
  const who = { name: 'Sam', timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: Date.now() } as const;
  await store.savePeople([{ ...who, team: 'T1', id: 'USAM', locale: 'de-DE' }]);
  await people.known('USAM');
  const broken = vi.spyOn(store, 'person').mockRejectedValue(new Error('no database'));
  expect((await people.wordsOf('USAM')).locale).toBe('de-DE');
  broken.mockRestore();
});
