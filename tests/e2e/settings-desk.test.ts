import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { pricesChannelNote } from '../../src/settings-command.ts';
import type { LookedAt } from '../../src/slack-api/office-channel.ts';
import { objectsOf, wordsOf } from '../pdf/tools.ts';
import { approve, asked, submitOrder } from '../support/acting.ts';
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
    // Nobody has a limit that would count in another currency now.
    expect(adam.topModal()?.shown).not.toContain(say.limits.currency({ currency: 'USD', page: say.page.limits }));
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

  const samples = (person: Person) =>
    person.directMessages().flatMap(({ files }) => files.filter(({ name }) => name === say.preview.file));
  /** The sample document that this person asks for from the list of the settings. */
  const preview = async (person: Person): Promise<Uint8Array> => {
    const before = samples(person).length;
    await person.press('settings_preview');
    expect((await person.modal('notice')).shown).toContain(say.preview.coming({ button: say.preview.open }));
    await vi.waitFor(() => expect(samples(person)).toHaveLength(before + 1), 15_000);
    await person.back();
    const file = [...stage.sandbox.workspace.files.values()].findLast(({ name }) => name === say.preview.file);
    return file?.bytes ?? expect.unreachable();
  };
  const hasPicture = (bytes: Uint8Array) => objectsOf(bytes).includes('/Subtype /Image');
  const green = sharp({ create: { width: 400, height: 160, channels: 3, background: '#0a5c36' } });

  test('a logo is taken once it has been looked at, printed until it is removed, and both stand in the history', async () => {
    const { ana, sam, farid, olga } = stage.people;
    await openPage(olga, 'company');
    await olga.fill({ 'company.logo': [{ name: 'logo.png', bytes: await green.png().toBuffer() }] });
    await olga.submit();
    await vi.waitFor(async () => expect((await settings()).company.logo).toMatch(/^[0-9a-f]{64}$/), 15_000);
    const sample = await preview(olga);
    expect(hasPicture(sample)).toBe(true);
    expect(wordsOf(sample)).toContain(words.document.code({ code: 'SO-000000-1-0000-0000-0000' }));
    const set = (await settings()).company;

    await olga.press('company');
    await olga.modal('settings_page');
    await olga.fill({ 'company.email': 'hello@acme.example' });
    await olga.press('settings_logo_remove');
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(say.saved({ page: say.page.company })));
    expect(olga.topModal()?.actions).not.toContain('settings_logo_remove');
    // Nothing else of the page was saved; it is still there to be saved.
    expect((await settings()).company).toEqual({ ...set, logo: '' });
    await olga.submit();
    await vi.waitFor(async () => expect((await settings()).company.email).toBe('hello@acme.example'));
    expect(hasPicture(await preview(olga))).toBe(false);
    await olga.press('settings_history');
    const { shown } = await olga.modal('settings_history');
    const said = (before: string, after: string) =>
      say.history.change({ label: say.label.company.logo, before, after });
    expect(shown).toContain(said(say.unset, say.value.logo));
    expect(shown).toContain(said(say.value.logo, say.unset));
    await olga.closeModal(true);
    await approve(stage, sam, await submitOrder(stage, ana, sam), [farid]);
    expect((await stage.store.orderByNumber(stage.sandbox.teamId, 1))?.latest?.issuer.logo).toBe('');
  });

  test('a file that can be no logo: what is wrong with it is said, and what to do', async () => {
    const { adam } = stage.people;
    const { why, unusable } = say.logo;
    const before = await settings();
    await openPage(adam, 'company');
    const choose = (name: string, bytes: Uint8Array) => adam.fill({ 'company.logo': [{ name, bytes }] });
    await choose('huge.png', new Uint8Array(1_200_001));
    await adam.submit();
    expect(adam.errors()).toEqual({ 'company.logo': why.too_large({ size: 1.21 }) });
    const files: [name: string, bytes: Uint8Array, why: string][] = [
      ['logo.png', new TextEncoder().encode('hello'), why.not_a_picture],
      ['logo.gif', await green.gif().toBuffer(), why.format({ format: 'GIF' })],
      ['nothing.png', new Uint8Array(), why.empty],
    ];
    for (const [file, bytes, text] of files) {
      await choose(file, bytes);
      expect(await adam.submit()).toHaveProperty('closed');
      const told = `${unusable({ file })}\n${text}`;
      await vi.waitFor(() => expect(adam.directMessages().map((one) => one.text)).toContain(told), 15_000);
      await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(text));
      expect(adam.topModal()?.shown).not.toContain(say.saved({ page: say.page.company }));
      await adam.press('company');
      await adam.modal('settings_page');
    }
    // A page that was saved as it was says so.
    await adam.submit();
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(words.refusal.unchanged));
    expect(await settings()).toEqual(before);
  });

  test('roles given to people and groups count at once; a guest gains nothing', async () => {
    const { adam, ben, gus, carla, olga } = stage.people;
    const group = stage.sandbox.workspace.admin.setUserGroup('Dispatch', ['carla', 'gus']);
    await openPage(adam, 'roles');
    await adam.fill({ 'roles.admins': [ben, gus], 'roles.admins:groups': ['Dispatch'] });
    await adam.submit();
    expect(adam.errors()).toEqual({ 'roles.admins': say.error.members({ names: gus.name }) });
    await adam.fill({ 'roles.admins': [ben] });
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
    // Between a press and its sending the group loses somebody.
    await openPage(carla, 'approval');
    await carla.fill({ 'approval.allowOwn': 'yes' });
    const before = await settings();
    stage.sandbox.workspace.admin.setUserGroup('Dispatch', []);
    await vi.waitFor(async () =>
      expect((await stage.store.userGroups(stage.sandbox.teamId, [group]))[0]?.members).toEqual([]),
    );
    await olga.command('/so settings');
    const empty = say.value.emptyGroup({ name: '@Dispatch' });
    expect((await olga.modal('settings_list')).shown).toContain(empty);
    await olga.press('settings_health');
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(say.health.groups.idle({ names: empty })));
    await olga.closeModal(true);
    await carla.submit();
    const refused = await carla.modal('notice');
    expect(refused.shown).toContain(say.adminsOnly);
    expect(refused.shown).toContain(say.label.approval.allowOwn);
    await carla.closeModal(true);
    expect(await settings()).toEqual(before);
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
    // Whoever is added again gets the new limit, and the page says so.
    await olga.press('settings_supervisor_add');
    await olga.modal('settings_supervisor');
    await olga.fill({ people: [ben], limit: '900' });
    await olga.submit();
    const upTo = (amount: string) => say.value.upTo({ amount });
    const from = { before: upTo('$5,000.00'), after: upTo('$900.00') };
    const replaced = say.limits.replaced({ name: `@${ben.name}`, ...from });
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(replaced));
    expect(olga.topModal()?.shown).toContain(say.limits.noneOpen({ limit: '$900.00' }));
    // A limit of nothing is taken, and what it means is said.
    expect(olga.topModal()?.shown).not.toContain(say.limits.zero);
    await olga.press('settings_supervisor_add');
    await olga.modal('settings_supervisor');
    await olga.fill({ people: [ben], limit: '0' });
    await olga.submit();
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(say.limits.zero));
    // The last one is removed after a word about what follows; what stands there then opens nothing above the third view.
    await olga.press(ben.id);
    const editor = await olga.modal('settings_supervisor');
    expect(editor.shown).toContain(say.limits.last);
    await olga.press('settings_supervisor_remove');
    await vi.waitFor(async () => expect((await settings()).roles.supervisors).toEqual([]));
    const removed = await olga.modal('notice');
    expect(removed.shown).toContain(say.limits.everyone);
    expect(removed.actions).toEqual([]);
    await olga.back();
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(say.limits.everyone));
    await olga.press('settings_supervisor_add');
    await olga.modal('settings_supervisor');
    await olga.fill({ people: [ben, carla], limit: '' });
    await olga.submit();
    await vi.waitFor(() => expect(olga.topModal()?.actions).toContain(carla.id));
    // The list below has it, too.
    await olga.back();
    const listed = say.value.limited({ name: `@${carla.name}`, limit: say.value.anyAmount });
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(listed));
    await stage.set({ ...(await settings()), roles: {} });
  });

  test('two admins change the limit of one supervisor: the later one sees what happened; the history has both', async () => {
    const { adam, olga, ben } = stage.people;
    await stage.set({
      ...(await settings()),
      money: { currency: 'EUR' },
      roles: { supervisors: [{ id: ben.id, limit: '5000' }] },
    });
    const limitOf = async () => (await settings()).roles.supervisors.find(({ id }) => id === ben.id)?.limit;
    const openLimit = async (admin: Person) => {
      await openPage(admin, 'limits');
      await admin.press(ben.id);
      await admin.modal('settings_supervisor');
    };
    const upTo = (amount: string) => say.value.upTo({ amount });
    await openLimit(adam);
    await openLimit(olga);
    await adam.fill({ limit: '7000' });
    await adam.submit();
    await vi.waitFor(async () => expect(await limitOf()).toBe('7000'));
    await olga.fill({ limit: '9000' });
    await olga.submit();
    expect(await limitOf()).toBe('7000');
    const shown = olga.topModal()?.shown;
    expect(shown).toContain(adam.name);
    expect(shown).toContain(`${upTo('€5,000.00')} → ${upTo('€7,000.00')}`);
    await olga.submit();
    await vi.waitFor(async () => expect(await limitOf()).toBe('9000'));

    // Whoever removes a supervisor has their limit before them.
    await openLimit(adam);
    await openLimit(olga);
    await olga.fill({ limit: '100' });
    await olga.submit();
    await vi.waitFor(async () => expect(await limitOf()).toBe('100'));
    await adam.press('settings_supervisor_remove');
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(`${upTo('€9,000.00')} → ${upTo('€100.00')}`));
    expect(await limitOf()).toBe('100');
    await adam.press('settings_supervisor_remove');
    await vi.waitFor(async () => expect(await limitOf()).toBeUndefined());
    await adam.closeModal(true);
    await adam.command('/so settings');
    await adam.modal('settings_list');
    await adam.press('settings_history');
    const history = (await adam.modal('settings_history')).shown;
    for (const said of [adam.name, olga.name, '€5,000.00', '€7,000.00', '€9,000.00', '€100.00'])
      expect(history).toContain(said);
    await adam.closeModal(true);

    // What is said at a third view takes its place, since there is no room above it.
    await stage.set({ ...(await settings()), roles: { supervisors: [{ id: ben.id, limit: null }] } });
    await openLimit(adam);
    const makeAdmin = async (isAdmin: boolean) => {
      stage.sandbox.workspace.admin.changePerson('adam', { isAdmin });
      await vi.waitFor(async () =>
        expect((await stage.store.person(stage.sandbox.teamId, adam.id))?.admin).toBe(isAdmin),
      );
    };
    await makeAdmin(false);
    await adam.press('settings_supervisor_remove');
    expect((await adam.modal('notice')).shown).toContain(say.adminsOnly);
    expect(await limitOf()).toBeNull();
    await makeAdmin(true);
  });

  test('limits count in a new currency: that is said, and one that is left as it is stays', async () => {
    const { adam, ben } = stage.people;
    const supervisors = [{ id: ben.id, limit: '5000.5' }];
    await stage.set({ ...(await settings()), money: { currency: 'EUR' }, roles: { supervisors } });
    await openPage(adam, 'money');
    await adam.fill({ 'money.currency': 'JPY' });
    await adam.submit();
    const counted = say.limits.currency({ currency: 'JPY', page: say.page.limits });
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(counted));
    // Once something else is opened, it is no news any more.
    await adam.press('limits');
    await adam.modal('settings_limits');
    await adam.press(ben.id);
    await adam.modal('settings_supervisor');
    expect(await adam.submit()).toHaveProperty('closed');
    expect((await settings()).roles.supervisors).toEqual(supervisors);
    await adam.modal('settings_limits');
    await adam.press(ben.id);
    await adam.modal('settings_supervisor');
    await adam.fill({ limit: '5000.25' });
    await adam.submit();
    expect(adam.errors()).toEqual({ limit: words.fields.error.number.decimals({ max: 0 }) });
    await adam.back();
    await adam.back();
    expect((await adam.modal('settings_list')).shown).not.toContain(counted);
    await stage.set({ ...(await settings()), money: {}, roles: {} });
  });

  test('what has just been done is said until something else is opened', async () => {
    const { adam } = stage.people;
    await openPage(adam, 'approval');
    await adam.submit();
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(words.refusal.unchanged));
    await adam.press('settings_as');
    await adam.modal('settings_as');
    await stage.idle();
    await adam.back();
    await vi.waitFor(() => expect(adam.topModal()?.shown).not.toContain(words.refusal.unchanged));
  });

  test('a logo that somebody else has set meanwhile is not removed unseen', async () => {
    const { adam, olga } = stage.people;
    const logo = async () => (await settings()).company.logo;
    const setLogo = async (admin: Person, color: string) => {
      const before = await logo();
      const square = sharp({ create: { width: 300, height: 300, channels: 3, background: color } });
      await admin.fill({ 'company.logo': [{ name: 'logo.png', bytes: await square.png().toBuffer() }] });
      await admin.submit();
      await vi.waitFor(async () => expect(await logo()).not.toBe(before), 15_000);
    };
    await openPage(adam, 'company');
    await setLogo(adam, '#102030');
    await openPage(adam, 'company');
    await openPage(olga, 'company');
    await setLogo(olga, '#302010');
    const hers = await logo();
    await adam.press('settings_logo_remove');
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(olga.name));
    const replaced = { label: say.label.company.logo, before: say.value.logo, after: say.value.otherLogo };
    expect(adam.topModal()?.shown).toContain(say.history.change(replaced));
    expect(await logo()).toBe(hers);
    await adam.press('settings_logo_remove');
    await vi.waitFor(async () => expect(await logo()).toBe(''));
  });

  test('a channel for documents with prices is private, holds the app, and who else reads there is named', async () => {
    const { adam, ben, gus } = stage.people;
    const { admin } = stage.sandbox.workspace;
    admin.createChannel('prices', { isPrivate: true, members: ['adam', 'ben', 'gus'] });
    const chosen = async () => (await settings()).prices.channel;
    const before = await chosen();
    await openPage(adam, 'prices');
    const choose = async (channel: string) => {
      await adam.fill({ 'prices.channel': channel });
      await adam.submit();
    };
    await choose('general');
    expect(adam.errors()).toEqual({ 'prices.channel': say.pricesChannel.open({ channel: 'general' }) });
    await choose('prices');
    expect(adam.errors()).toEqual({ 'prices.channel': say.pricesChannel.hidden });
    admin.inviteApp('prices');
    admin.shareChannel('prices');
    await choose('prices');
    expect(adam.errors()).toEqual({ 'prices.channel': say.pricesChannel.shared({ channel: 'prices' }) });
    expect(await chosen()).toBe(before);
    admin.unshareChannel('prices');
    await choose('prices');
    await vi.waitFor(async () => expect(await chosen()).toBe(stage.sandbox.workspace.channel('prices').id));
    const names = `${ben.name} and ${gus.name}`;
    const warning = say.pricesChannel.readers({ channel: 'prices', names });
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(warning));
    const { teamId } = stage.sandbox;
    const noted = async (channel: LookedAt) => pricesChannelNote(channel, await settings(), stage.store, teamId);
    expect(await noted({ kind: 'fit', name: 'prices', members: [adam.id, ben.id, gus.id] })).toBe(warning);
    await expect(noted({ kind: 'open', name: 'general' })).rejects.toThrow('#general is public');
    await adam.press('settings_health');
    const health = (await adam.modal('settings_health')).shown;
    expect(health).toContain(warning);
    expect(health).not.toContain(say.health.good);
    // It names the channel itself.
    expect(health).not.toContain(say.label.prices.channel);
    await adam.closeModal(true);
    await stage.set({ ...(await settings()), prices: {} });
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
