import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import { approve, confirm, decide } from '../support/acting.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { digestsOf, remindersOf, submitIn } from '../support/office-orders.ts';
import { words } from '../support/words.ts';

let office: Office;
const close = async () => {
  await office.stop();
  expect(office.sandbox.complaints).toEqual([]);
};

const submit = (given?: Parameters<typeof submitIn>[1]) => submitIn(office, given);
const reminders = remindersOf;

async function remindEntries(number = 1): Promise<Extract<Action, { type: 'remind' }>[]> {
  const { store, sandbox } = office;
  const order = await store.orderByNumber(sandbox.teamId, number);
  const entries = await store.entries(sandbox.teamId, order?.id ?? '');
  return entries.flatMap(({ action }) => (action.type === 'remind' ? [action] : []));
}
const namesIn = (parties: readonly { readonly name: string }[] = []) => parties.map(({ name }) => name);

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  beforeEach(async () => {
    office = await openOffice(mode);
  });
  afterEach(close);

  test('a decision that waits is told of after four office hours, with the request and its buttons, and settled with it', async () => {
    const { sam, farid } = office.people;
    const name = await submit();
    await office.until(12);
    expect(reminders(sam)).toEqual([]);
    await office.until(13.1);
    const [told, ...more] = reminders(sam);
    expect(more).toEqual([]);
    expect(told?.shown).toContain('Replace pump');
    expect(told?.actions).toEqual(expect.arrayContaining(['approve', 'request_changes', 'reject']));
    expect(await remindEntries()).toMatchObject([{ about: 'decision', step: 1, people: [{ name: 'Sam Lee' }] }]);
    expect(JSON.stringify(office.sandbox.workspace.channel(name).messages)).not.toContain('reminded');
    await office.until(16);
    expect(reminders(sam)).toHaveLength(1);
    const messages = sam.directMessages().length;
    await approve(office, sam, name, [farid]);
    expect(sam.directMessages().filter(({ actions }) => actions.includes('approve'))).toEqual([]);
    await office.until(10, 2);
    expect(sam.directMessages()).toHaveLength(messages);
  });

  test('what is due to somebody at once is told in one message, longest waiting first, what is done left out', async () => {
    const { sam } = office.people;
    const gone = await submit({ title: 'Withdrawn' });
    await submit({ title: 'Second' });
    await submit({ title: 'Third' });
    await decide(office, office.people.ana, 'withdraw', gone, 'Not needed');
    await office.until(13.5);
    const [told, ...more] = reminders(sam);
    expect(more).toEqual([]);
    expect(told?.text).toMatch(/^Reminder: 2 orders are waiting for you\.\nSO-000002 Second\nSO-000003 Third$/);
    expect(told?.shown).not.toContain('Withdrawn');
  });
});

describe('who is reminded', () => {
  afterEach(close);

  test('again after a working day; then the people of the settings are asked as well, with both names in the history', async () => {
    office = await openOffice();
    const { sam, sofia, gus, adam } = office.people;
    const escalation = [sofia.id, gus.id];
    await office.set({ hours: { zone: 'Europe/Madrid' }, reminders: { escalation } });
    const name = await submit();
    await office.until(14);
    await office.until(12, 1);
    expect(reminders(sam)).toHaveLength(1);
    expect(sofia.directMessages()).toEqual([]);
    await office.until(14, 1);
    const [, second] = await remindEntries();
    expect({ people: namesIn(second?.people), asked: namesIn(second?.asked) }).toEqual({
      people: ['Sam Lee'],
      asked: ['Sofia Marin'],
    });
    expect(gus.directMessages()).toEqual([]);
    expect(sofia.directMessages().at(-1)?.actions).toContain('approve');
    await adam.command('/so history SO-1');
    expect(adam.ephemerals().at(-1)?.shown).toContain('Service Orders reminded Sam Lee and also asked Sofia Marin');
    await approve(office, sofia, name, [office.people.farid]);
    expect((await office.store.orderByNumber(office.sandbox.teamId, 1))?.approval?.by.name).toBe('Sofia Marin');
  });

  test('nobody outside their own working time', async () => {
    office = await openOffice();
    const { felix } = office.people;
    await submit({ supervisor: felix });
    // Nine in the morning in Madrid is three in New York: their four hours end before they begin.
    await office.until(13.5);
    expect(reminders(felix)).toEqual([]);
    await office.until(14.1);
    expect(reminders(felix)).toHaveLength(1);
  });

  test.each([
    ['do not disturb', { dnd: { from: 0, until: Number.MAX_SAFE_INTEGER } }],
    ['the status of a vacation', { status: { emoji: ':palm_tree:', text: 'Vacationing', expiration: 0 } }],
  ])('nobody whose Slack says %s: an admin is asked where nobody else is named', async (_, change) => {
    office = await openOffice();
    const { sam, adam, olga } = office.people;
    await submit();
    office.sandbox.workspace.admin.changePerson('sam', change);
    await office.until(14);
    expect(reminders(sam)).toEqual([]);
    const [only, ...more] = await remindEntries();
    expect(more).toEqual([]);
    expect([namesIn(only?.people), namesIn(only?.asked)]).toEqual([[], ['Adam Novotny']]);
    expect(adam.directMessages().at(-1)?.actions).toContain('approve');
    expect(olga.directMessages()).toEqual([]);
  });

  test('without the scope dnd:read people are reminded all the same', async () => {
    office = await openOffice();
    office.sandbox.grants.withdraw('dnd:read');
    await submit();
    office.sandbox.workspace.admin.changePerson('sam', { dnd: { from: 0, until: Number.MAX_SAFE_INTEGER } });
    await office.until(14);
    expect(reminders(office.people.sam)).toHaveLength(1);
    expect(office.sandbox.complaints.splice(0).map(({ kind }) => kind)).toEqual(['missing_scope']);
  });

  test('who said that they are away: their substitute is asked with the submission, and decides', async () => {
    office = await openOffice();
    const { store, sandbox } = office;
    const { sam, sofia, ana, gus } = office.people;
    const away = (substitute: { id: string; name: string }) => ({
      ...{ digest: true, awayUntil: office.at(9, 7) / 1000, substitute: { id: substitute.id, name: substitute.name } },
    });
    await store.savePreferences(sandbox.teamId, sam.id, 0, away(sofia));
    const name = await submit();
    expect(sofia.directMessages().at(-1)?.actions).toContain('approve');
    await approve(office, sofia, name, [office.people.farid]);
    // Neither a guest nor the requester is asked about it.
    for (const [revision, one] of [gus, ana].entries()) {
      await store.savePreferences(sandbox.teamId, sam.id, revision + 1, away(one));
      const before = one.directMessages().length;
      await submit({ title: `Again ${revision}` });
      expect(one.directMessages()).toHaveLength(before);
    }
  });

  test('somebody goes away while it waits: the next reminder asks their substitute', async () => {
    office = await openOffice();
    const { store, sandbox } = office;
    const { sam, sofia } = office.people;
    await submit();
    const substitute = { id: sofia.id, name: sofia.name };
    const awayUntil = office.at(9, 7) / 1000;
    await store.savePreferences(sandbox.teamId, sam.id, 0, { digest: true, awayUntil, substitute });
    await office.until(14);
    expect(reminders(sam)).toEqual([]);
    expect(sofia.directMessages().at(-1)?.actions).toContain('approve');
    expect((await remindEntries()).map(({ asked }) => namesIn(asked))).toEqual([['Sofia Marin']]);
  });

  test('who works later, and finds it done by then, is not said to have been reminded', async () => {
    office = await openOffice();
    const { adam, felix, farid, sam } = office.people;
    // Somebody whom the app has not met for a day is answered a little later.
    const history = async () => {
      const before = adam.ephemerals().length;
      await adam.command('/so history SO-1');
      await office.sandbox.workspace.waitFor(() => adam.ephemerals().length > before, 15_000);
      return adam.ephemerals().at(-1)?.shown ?? '';
    };
    const name = await submit({ days: 1 });
    await approve(office, sam, name, [farid, felix]);
    await office.until(10.2, 1);
    expect([farid, felix].map((one) => reminders(one).length)).toEqual([1, 0]);
    const both = { name: 'Service Orders', people: 'Farid Haddad and Felix Brandt' };
    expect(await history()).toContain(words.entry.did.remind(both));
    await farid.press('start_work', { channel: name });
    const started = async () => (await office.store.orderByNumber(office.sandbox.teamId, 1))?.progress.startedAt;
    await vi.waitFor(async () => expect(await started()).toEqual(expect.any(Number)), 15_000);
    await office.until(14.5, 1);
    expect(reminders(felix)).toEqual([]);
    const told = await history();
    expect(told).not.toContain(words.entry.did.remind(both));
    expect(told).toContain(words.entry.did.remind({ name: 'Service Orders', people: farid.name }));
  });

  test('nobody is there: it is looked again until somebody is', async () => {
    office = await openOffice();
    const { sam } = office.people;
    const dnd = { from: 0, until: office.at(15) / 1000 };
    for (const key of ['sam', 'adam', 'olga']) office.sandbox.workspace.admin.changePerson(key, { dnd });
    await submit();
    await office.until(14.4);
    expect(await remindEntries()).toEqual([]);
    await office.until(15.6);
    expect(await remindEntries()).toHaveLength(1);
    expect(reminders(sam)).toHaveLength(1);
  });

  test('requested changes remind the requester, a start without work the crew and the coordinator', async () => {
    office = await openOffice();
    const { ana, sam, farid, fiona } = office.people;
    const name = await submit();
    await decide(office, sam, 'request_changes', name, 'Which pump?');
    const other = await submit({ title: 'Seal', days: 1 });
    await approve(office, sam, other, [farid, fiona]);
    await office.until(8.5, 1);
    expect(reminders(ana)).toHaveLength(1);
    expect(reminders(ana)[0]?.actions).toContain('resubmit');
    expect(reminders(farid)).toEqual([]);
    await office.until(10.2, 1);
    expect(reminders(farid)).toHaveLength(1);
    expect(reminders(fiona)[0]?.text).toContain('Seal should have started on');
    expect(reminders(fiona)[0]?.actions).toEqual(['start_work', 'hold', 'order_show']);
    expect(reminders(sam)).toEqual([]);
    // What was done gives way to the buttons.
    const told = reminders(fiona)[0]?.ts ?? '';
    await fiona.press('start_work', { message: told });
    const started = async () => (await office.store.orderByNumber(office.sandbox.teamId, 2))?.progress.startedAt;
    await vi.waitFor(async () => expect(await started()).toEqual(expect.any(Number)), 15_000);
    await office.idle();
    for (const who of [farid, fiona])
      expect(who.directMessages().flatMap(({ actions }) => actions)).not.toContain('start_work');
    expect(fiona.directMessages().find(({ ts }) => ts === told)?.shown).toContain(
      words.entry.did.start_work({ name: fiona.name }),
    );
  });

  test('extra cost reminds its supervisor with the question and its buttons, until it is accepted', async () => {
    office = await openOffice('socket', { changes: { tolerance: 20_000 } });
    const { sam, farid } = office.people;
    const name = await submit({ days: 0 });
    await approve(office, sam, name, [farid]);
    await confirm(office, farid, name, { items: [{ description: 'Boiler', quantity: '1', unitPrice: '900' }] });
    await office.until(13.2);
    const [told] = reminders(sam);
    expect(told?.text).toMatch(/^Reminder: the extra cost of SO-000001 Replace pump has been awaiting your decision/);
    expect(told?.actions).toEqual(expect.arrayContaining(['extra_accept', 'dispute']));
    await sam.press('extra_accept', { message: told?.ts ?? '' });
    await office.idle();
    expect(sam.directMessages().filter(({ actions }) => actions.includes('extra_accept'))).toEqual([]);
    await office.until(16, 1);
    expect(reminders(sam)).toEqual([]);
  });

  test('what Slack does not take for one person holds up nobody else', async () => {
    office = await openOffice();
    const { sam, sofia } = office.people;
    const trouble = { kind: 'error', error: 'internal_error' } as const;
    await submit();
    await submit({ supervisor: sofia });
    office.sandbox.faults.on('chat.postMessage', trouble, { when: ({ channel }) => channel === sam.id });
    office.clock.advance(office.at(13.01) - office.clock.now());
    await vi.waitFor(async () => expect(await remindEntries(2)).toHaveLength(1), 5000);
    office.clock.advance(10_000);
    await office.sandbox.workspace.waitFor(() => reminders(sofia).length > 0);
    expect(reminders(sam)).toEqual([]);
    office.sandbox.faults.clear();
    await office.until(13.5);
    expect([sam, sofia].map((one) => reminders(one).length)).toEqual([1, 1]);
  });

  test('in their own language', async () => {
    office = await openOffice();
    const { sam, sofia } = office.people;
    sam.setLanguage('de-DE');
    sofia.setLanguage('fr-FR');
    await office.idle();
    await submit();
    await submit({ supervisor: sofia });
    await office.until(14);
    expect(reminders(sam, 'de-DE')[0]?.text).toMatch(
      /^Erinnerung: SO-000001 Replace pump wartet seit .* auf deine Genehmigung/,
    );
    expect(reminders(sofia, 'fr-FR')[0]?.text).toMatch(
      /^Rappel\u00a0: SO-000002 Replace pump attend votre approbation/,
    );
  });

  test('when the settings say another time, what waits is looked at at once', async () => {
    office = await openOffice();
    const { sam } = office.people;
    await submit();
    await office.until(11);
    expect(reminders(sam)).toEqual([]);
    const { settings, revision } = await office.store.settingsAsOf(office.sandbox.teamId);
    const next = { ...settings, reminders: { ...settings.reminders, decision: 1 } };
    const change = { at: 1, by: { id: 'U1', name: 'x' }, changes: [] };
    await office.store.changeSettings(office.sandbox.teamId, revision, next, change);
    await office.store.checkNow(office.sandbox.teamId, office.clock.now());
    await office.idle(60_000, office.clock.advance);
    expect(reminders(sam)).toHaveLength(1);
  });

  test('after a week of standing still everything that is due is told once, together', async () => {
    office = await openOffice();
    const { sam, ana, farid } = office.people;
    const { sofia } = office.people;
    await office.set({ hours: { zone: 'Europe/Madrid' }, reminders: { escalation: [sofia.id] } });
    for (let n = 0; n < 6; n++) await submit({ title: `Job ${n}`, days: 1 });
    const name = await submit({ title: 'Approved', days: 1 });
    await approve(office, sam, name, [farid]);
    const before = [sam, ana, farid].map((one) => one.directMessages().length);
    await office.down();
    office.clock.advance(office.at(10, 8) - office.clock.now());
    await office.up();
    await office.idle(60_000, office.clock.advance);
    const told = [sam, ana, farid].map((one, n) => one.directMessages().length - (before[n] ?? 0));
    // The supervisor is also told of late work, of which only the crew is reminded.
    expect(told).toEqual([2, 0, 1]);
    expect(digestsOf(sam).map(({ text }) => text)).toEqual(['Your service orders today\nLate: SO-000007 Approved']);
    expect(reminders(sam)[0]?.text).toMatch(/^Reminder: 6 orders are waiting/);
    expect(reminders(farid)).toHaveLength(1);
    await office.restart();
    await office.idle(60_000, office.clock.advance);
    expect(reminders(sam)).toHaveLength(1);
  });
});
