import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { asked } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const say = words.settings;

/** Opens a page of the settings, from the command. */
async function openPage(admin: Person, page: string): Promise<void> {
  await admin.command('/so settings');
  await admin.modal('settings_list');
  await admin.press(page);
  await admin.modal(page === 'limits' ? 'settings_limits' : 'settings_page');
}

describe('settings in Slack', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const settings = () => stage.store.settings(stage.sandbox.teamId);

  test('an admin sets the company and its tax; the list says what it means, the history who did it', async () => {
    const { adam } = stage.people;
    await openPage(adam, 'company');
    await adam.fill({
      'company.name': ' Acme Ltd ',
      'company.address': '12 Main Street\nSpringfield',
      'company.taxId': 'GB 123',
    });
    expect(await adam.submit()).toHaveProperty('closed');
    await adam.modal('settings_list');
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.saved({ page: say.page.company })));
    expect((await settings()).company).toMatchObject({ name: 'Acme Ltd', address: '12 Main Street\nSpringfield' });
    await adam.press('money');
    await adam.modal('settings_page');
    await adam.fill({ 'money.taxRate': '0,19', 'money.currency': 'euro' });
    await adam.submit();
    expect(adam.errors()).toEqual({
      'money.taxRate': say.tax.either({ one: '0.19%', other: '19%' }),
      'money.currency': say.error.currency,
    });
    await adam.fill({ 'money.taxRate': '8.875 %', 'money.currency': 'usd' });
    await adam.submit();
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain('8.875%'));
    expect((await settings()).money).toEqual({ currency: 'USD', taxRate: 8875 });
    await adam.press('settings_history');
    const { shown } = await adam.modal('settings_history');
    expect(shown).toContain('0% → 8.875%');
    expect(shown).toContain('Adam Novotny');
  });

  test('of two admins at once the second is shown what changed, and loses nothing', async () => {
    const { adam, olga } = stage.people;
    await openPage(adam, 'company');
    await openPage(olga, 'company');
    await adam.fill({ 'company.phone': '+44 1', 'company.name': 'Acme Group' });
    await adam.submit();
    await olga.fill({ 'company.email': 'office@acme.example', 'company.name': 'Acme & Sons' });
    await olga.submit();
    const shown = olga.topModal()?.shown ?? '';
    expect(shown).toContain(say.label.company.phone);
    expect(shown).toContain('+44 1');
    expect((await settings()).company).toMatchObject({ name: 'Acme Group', email: '' });
    await olga.submit();
    await vi.waitFor(async () =>
      expect((await settings()).company).toMatchObject({
        ...{ name: 'Acme & Sons', phone: '+44 1', email: 'office@acme.example', taxId: 'GB 123' },
      }),
    );
  });

  test('others are told who may, whatever they press or send', async () => {
    const { ana, gus, adam } = stage.people;
    for (const person of [ana, gus]) {
      await person.command('/so settings');
      expect((await person.modal('notice')).shown).toContain(say.adminsOnly);
      await person.closeModal(true);
      await person.openHome();
      expect(person.home()?.actions).not.toContain('settings_open');
    }
    await openPage(adam, 'approval');
    await adam.fill({ 'approval.allowOwn': 'yes' });
    const before = await settings();
    const makeAdmin = async (isAdmin: boolean) => {
      stage.sandbox.workspace.admin.changePerson('adam', { isAdmin });
      const known = async () => (await stage.store.person(stage.sandbox.teamId, adam.id))?.admin;
      await vi.waitFor(async () => expect(await known()).toBe(isAdmin), 5000);
    };
    await makeAdmin(false);
    await adam.submit();
    expect((await adam.modal('notice')).shown).toContain(say.adminsOnly);
    await makeAdmin(true);
    expect(await settings()).toEqual(before);
  });

  test('a logo is taken once it has been looked at; a sample document has it', async () => {
    const { olga } = stage.people;
    await openPage(olga, 'company');
    const bytes = await sharp({ create: { width: 400, height: 160, channels: 3, background: '#0a5c36' } })
      .png()
      .toBuffer();
    await olga.fill({ 'company.logo': [{ name: 'logo.png', bytes }] });
    await olga.submit();
    await vi.waitFor(async () => expect((await settings()).company.logo).toMatch(/^[0-9a-f]{64}$/), 15_000);
    await olga.press('settings_preview');
    await vi.waitFor(
      () =>
        expect(olga.directMessages().flatMap(({ files }) => files.map(({ name }) => name))).toContain(say.preview.file),
      15_000,
    );
  });

  test('roles given to people and groups count at once; a guest gains nothing', async () => {
    const { adam, ben, gus, carla, olga } = stage.people;
    const group = stage.sandbox.workspace.admin.setUserGroup('Dispatch', ['carla', 'gus']);
    await stage.restart();
    await openPage(adam, 'roles');
    await adam.fill({ 'roles.admins': [ben], 'roles.admins:groups': ['Dispatch'] });
    await adam.submit();
    await vi.waitFor(async () => expect((await settings()).roles.admins).toEqual([ben.id, group]));
    for (const person of [ben, carla]) {
      await vi.waitFor(async () => {
        await person.command('/so settings');
        await person.modal('settings_list', 300);
      }, 5000);
      await person.closeModal(true);
    }
    await gus.command('/so settings');
    expect((await gus.modal('notice')).shown).toContain(say.adminsOnly);
    stage.sandbox.workspace.admin.setUserGroup('Dispatch', []);
    await vi.waitFor(async () => {
      await carla.command('/so settings');
      await carla.modal('notice', 300);
    }, 5000);
    await openPage(olga, 'limits');
    await olga.press('settings_supervisor_add');
    await olga.modal('settings_supervisor');
    await olga.fill({ people: [gus, ben], limit: '5000' });
    await olga.submit();
    expect(olga.errors()).toEqual({ people: say.error.guest({ names: 'Gus Novak' }) });
    await olga.fill({ people: [ben], limit: '5000' });
    await olga.submit();
    await vi.waitFor(async () => expect((await settings()).roles.supervisors).toEqual([{ id: ben.id, limit: '5000' }]));
    await vi.waitFor(() => expect(olga.topModal()?.actions).toContain(ben.id));
    await olga.press(ben.id);
    await olga.modal('settings_supervisor');
    await olga.press('settings_supervisor_remove');
    await vi.waitFor(async () => expect((await settings()).roles.supervisors).toEqual([]));
  });

  test('health and “View as” answer; help names the command', async () => {
    const { adam } = stage.people;
    await adam.command('/so settings');
    await adam.modal('settings_list');
    await adam.press('settings_health');
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.health.good));
    await adam.back();
    await adam.press('settings_as');
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.as.intro));
    for (const role of ['crew', 'guest', 'requester', 'office'] as const) {
      await adam.press(role);
      await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.as.home({ role: say.as.role[role] })));
    }
    expect(await asked(adam, '/so help')).toContain('settings');
  });
});
