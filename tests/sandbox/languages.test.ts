import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectSandbox } from '../../sandbox/client.ts';
import { LANGUAGES } from '../../sandbox/demo/company.ts';
import type { Sandbox, SandboxOptions } from '../../sandbox/server/server.ts';
import { readSaved, saveWorkspace } from '../../sandbox/server/workspace/saved.ts';
import type { Answer, PageView } from '../../sandbox/ui/contract.ts';
import { testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await testSandbox({ locales: { farid: 'es-LA', sam: 'de-DE' } });
});

afterEach(() => sandbox.stop());

/** What the app is told of changed people from now on. */
function changes(): { id: unknown; locale: unknown }[] {
  const told: { id: unknown; locale: unknown }[] = [];
  sandbox.workspace.on('event', ({ event }: { event: { type: string; user: { id: unknown; locale: unknown } } }) => {
    if (event.type === 'user_change') told.push({ id: event.user.id, locale: event.user.locale });
  });
  return told;
}

const localeOf = async (user: string, include_locale?: boolean) => {
  const asked = include_locale === undefined ? { user } : { user, include_locale };
  return (await webClient(sandbox).users.info(asked)).user?.locale;
};

test('users.info and users.list tell a locale only when they are asked for it', async () => {
  const { farid, sam, ana } = sandbox.people;
  expect([await localeOf(farid.id), await localeOf(farid.id, false)]).toEqual([undefined, undefined]);
  const asked = await Promise.all([farid, sam, ana].map(({ id }) => localeOf(id, true)));
  expect(asked).toEqual(['es-LA', 'de-DE', 'en-US']);
  const { members: silent = [] } = await webClient(sandbox).users.list({});
  expect(silent.filter((member) => 'locale' in member)).toEqual([]);
  const { members = [] } = await webClient(sandbox).users.list({ include_locale: true });
  expect(members.find(({ id }) => id === farid.id)?.locale).toBe('es-LA');
});

test('apps, strangers and people who have left have no locale; an address finds a person without theirs', async () => {
  const { dora, sam } = sandbox.people;
  expect(await localeOf(dora.id, true)).toBeUndefined();
  expect(await localeOf(sandbox.botUserId, true)).toBeUndefined();
  sandbox.grants.grant('users:read.email');
  const { user } = await webClient(sandbox).users.lookupByEmail({ email: 'sam.lee@northwind.example' });
  expect(user?.id).toBe(sam.id);
  expect(user).not.toHaveProperty('locale');
});

test('a channel has the workspace’s locale, when asked; a direct message has none', async () => {
  const client = webClient(sandbox);
  const { channel } = await client.conversations.create({ name: 'depot' });
  const info = (id: string, include_locale: boolean) => client.conversations.info({ channel: id, include_locale });
  expect((await info(channel?.id ?? '', false)).channel?.locale).toBeUndefined();
  expect((await info(channel?.id ?? '', true)).channel?.locale).toBe('en-US');
  sandbox.grants.grant('im:read');
  const direct = await client.conversations.open({ users: sandbox.people.farid.id });
  expect((await info(direct.channel?.id ?? '', true)).channel?.locale).toBeUndefined();
});

test('who changes their language is in it from then on, and the app is told once', async () => {
  const told = changes();
  const { ana } = sandbox.people;
  ana.setLanguage('pt-BR');
  ana.setLanguage('pt-BR');
  expect(told).toEqual([{ id: ana.id, locale: 'pt-BR' }]);
  expect(await localeOf(ana.id, true)).toBe('pt-BR');
  expect(() => ana.setLanguage('pt')).toThrow('Slack has no language "pt"; it has: de-DE, en-GB, en-US');
  expect(told).toHaveLength(1);
});

test('any other change of a person names their locale as well', () => {
  const told = changes();
  sandbox.workspace.admin.changePerson('farid', { title: 'Foreman' });
  sandbox.workspace.admin.changePerson('farid', { locale: 'fr-FR' });
  expect(told.map(({ locale }) => locale)).toEqual(['es-LA', 'fr-FR']);
});

test('on the page a person sees their language, and changes it', async () => {
  const told = changes();
  const view = async () => {
    const answer: Answer<PageView> = JSON.parse(await (await fetch(`${sandbox.url}/page/view?as=farid`)).text());
    if (!answer.ok) throw new Error(answer.error);
    const { me, languages } = answer.result;
    return { mine: me.locale, offered: languages.map(({ locale }) => locale) };
  };
  const choose = async (locale: string) =>
    (
      await fetch(`${sandbox.url}/page/act`, {
        method: 'POST',
        body: JSON.stringify({ as: 'farid', act: 'language', locale }),
      })
    ).status;
  expect(await view()).toMatchObject({ mine: 'es-LA', offered: expect.arrayContaining(['es-LA', 'ja-JP']) });
  expect([await choose('ja-JP'), await choose('xx-XX')]).toEqual([200, 400]);
  expect((await view()).mine).toBe('ja-JP');
  expect(told).toEqual([{ id: sandbox.people.farid.id, locale: 'ja-JP' }]);
});

test('another process reads and changes languages', async () => {
  const remote = await connectSandbox(sandbox.url);
  const locale = async () => (await remote.state()).people.find(({ key }) => key === 'sam')?.locale;
  expect(await locale()).toBe('de-DE');
  await remote.people.sam?.setLanguage('en-GB');
  expect(await locale()).toBe('en-GB');
});

test('a sandbox goes on in the languages it was saved with, whatever it would have begun with', async () => {
  sandbox.people.ana.setLanguage('fr-FR');
  const saved = readSaved(saveWorkspace(sandbox.workspace));
  await sandbox.stop();
  sandbox = await testSandbox({ saved, locales: { ana: 'de-DE' } });
  expect(await localeOf(sandbox.people.ana.id, true)).toBe('fr-FR');
});

test('a language that Slack does not have is refused at the start', async () => {
  const unknown: SandboxOptions = JSON.parse('{ "locales": { "ana": "xx-XX" } }');
  await expect(testSandbox(unknown)).rejects.toThrow('Slack has no language "xx-XX"');
});

test('in the demo, somebody on the crew has Slack in Spanish and a supervisor in German', async () => {
  await sandbox.stop();
  sandbox = await testSandbox({ locales: LANGUAGES });
  const speaking = [...sandbox.workspace.users.values()].filter(({ locale }) => locale !== 'en-US');
  expect(speaking.map(({ title, locale }) => [title, locale])).toEqual([
    ['Supervisor', 'de-DE'],
    ['Field worker', 'es-LA'],
  ]);
});
