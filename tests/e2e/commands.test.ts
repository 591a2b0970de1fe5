import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { approve, next, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';

describe('commands, shortcuts and Home', () => {
  let stage: Stage;
  let name: string;
  let number: string;
  beforeAll(async () => {
    stage = await startStage();
    const { ana, sam, farid } = stage.people;
    name = await submitOrder(stage, ana, sam);
    number = `SO-${name.slice(3, 9)}`;
    await approve(stage, sam, name, [farid]);
    await submitOrder(stage, ana, sam, { job: { Title: 'Check valves <!channel>' } });
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const asked = async (person: Person, line: string): Promise<string> => {
    const before = person.ephemerals().length;
    await person.command(line);
    const answers = person.ephemerals().slice(before);
    expect(answers).toHaveLength(1);
    return `${answers[0]?.text}\n${answers[0]?.shown}`;
  };

  test('help, and an unknown word, say what can be typed', async () => {
    const { ana } = stage.people;
    expect(await asked(ana, '/so help')).toContain('/service-order list [state]');
    expect(await asked(ana, '/service-order frobnicate <!here>')).toMatch(
      /There is no “frobnicate”[\s\S]*history SO-12/,
    );
  });

  test('list shows only one’s own, by state; an unknown state is explained', async () => {
    const { ana, ben, farid, adam } = stage.people;
    expect(await asked(ana, '/so list')).toMatch(/SO-000002[\s\S]*SO-000001/);
    expect(await asked(farid, '/so list')).not.toContain('SO-000002');
    expect(await asked(ana, '/so list in the field')).not.toContain('SO-000002');
    expect(await asked(ana, '/so list waiting')).not.toContain('SO-000001');
    expect(await asked(ana, '/so list sideways')).toContain('There is no state “sideways”');
    expect(await asked(ben, '/so list')).toContain('You have no service orders yet');
    expect(await asked(adam, '/so list')).toContain('SO-000001');
  });

  test('show and history are for those who may see the order', async () => {
    const { ana, ben, farid } = stage.people;
    expect(await asked(farid, `/so show ${number}`)).toContain('Replace pump');
    expect(await asked(ana, '/so show 1')).toContain('In the field');
    expect(await asked(ben, `/so show ${number}`)).toContain(`There is no service order ${number} that you can see`);
    expect(await asked(ana, '/so show SO-999')).toContain('There is no service order SO-000999 that you can see');
    expect(await asked(ana, '/so show')).toContain('for example SO-12');
    expect(await asked(ana, '/so show twelve')).toContain('is not an order number');
    const history = await asked(ana, `/so history ${number}`);
    expect(history).toMatch(/approved the order[\s\S]*PDF v1[\s\S]*SHA-256[\s\S]*submitted the order/);
    expect(await asked(ben, `/so history ${number}`)).toContain('There is no service order');
  });

  test('the global shortcut opens the form; the message shortcut takes the text and links back', async () => {
    const { ana, sam } = stage.people;
    await ana.shortcut('New service order');
    await ana.modal('New service order');
    await ana.closeModal(true);
    const message = await sam.say('general', 'The boiler at *Acme* leaks & hisses');
    await ana.messageShortcut('Create service order', message);
    const form = await ana.modal('New service order');
    expect(form.fields.find(({ label }) => label === 'Description of the work')?.value).toMatchObject({
      value: 'The boiler at *Acme* leaks & hisses',
    });
    const { Title, Client, 'Service location': location } = typicalOrder.job;
    await ana.fill({ Title, Client, 'Service location': location });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), Supervisor: sam });
    await next(ana);
    await sent(ana);
    await stage.idle();
    const channel = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    expect(JSON.stringify(stage.sandbox.workspace.channel(channel).messages)).toContain(
      `p${message.ts.replace('.', '')}`,
    );
  });

  test('Home shows what waits for me and my orders, and opens them', async () => {
    const { ana, sam, farid, ben, gus } = stage.people;
    expect((await sam.openHome())?.shown).toMatch(/Waiting for you[\s\S]*SO-000002/);
    expect((await farid.openHome())?.shown).toMatch(/Waiting for you[\s\S]*SO-000001/);
    const home = await ben.openHome();
    expect(home?.shown).toContain('Nothing waits for you.');
    expect(home?.buttons).toContain('New service order');
    expect((await gus.openHome())?.buttons).not.toContain('New service order');
    await ana.openHome();
    await ana.press('Show', { home: true, nth: 1 });
    const shown = await ana.modal('Service order');
    expect(shown.shown).toContain('SO-00000');
    await ana.closeModal(true);
    await ben.press('New service order', { home: true });
    await ben.modal('New service order');
    await ben.closeModal(true);
  });

  test('from the order shown in Home a decision is taken in a form on top, and all closes', async () => {
    const { sam, farid } = stage.people;
    await sam.openHome();
    await sam.press('Show', { home: true, nth: 1 });
    await sam.modal('Service order');
    await sam.press('Approve', { modal: true });
    await sam.modal('Approve service order');
    await sam.fill({ 'Field workers': [farid] });
    await sent(sam);
    expect(sam.topModal()).toBeUndefined();
    await stage.idle();
  });

  test('user text never pings anybody', () => {
    const channels = stage.sandbox.workspace.channels().map(({ name }) => stage.sandbox.workspace.channel(name));
    // What is plain text for Slack cannot ping; what is mrkdwn must be escaped.
    const everything = JSON.stringify(channels)
      .replaceAll(/\{"type":"plain_text".*?\}/g, '')
      .replaceAll(/"shown":".*?"/g, '');
    expect(everything.includes('<!channel>')).toBe(false);
    expect(everything.includes('&lt;!channel&gt;')).toBe(true);
  });
});
