import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { STATUSES } from '../../src/order/progress/status.ts';
import { eitherOf } from '../../src/words/list.ts';
import { statusText } from '../../src/words/state.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approve, asked, next, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, like, part, words } from '../support/words.ts';

const said = words.command;
const { state } = words.order;

/** What Home says is waiting for somebody. */
function waiting(person: Person): string {
  const [above = '', below = ''] = (person.home()?.shown ?? '').split(words.home.waiting);
  expect(above).not.toContain(words.home.mine);
  return below.split(words.home.mine)[0] ?? '';
}

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
    await submitOrder(stage, ana, sam, { job: { title: 'Check valves <!channel>' } });
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  test('help, and an unknown word, say what can be typed', async () => {
    const { ana } = stage.people;
    const help = await asked(ana, '/so help');
    expect(help).toContain(said.help.heading);
    expect(help).toContain(said.help.show({ command: '/so', name: said.name.show }));
    // Only the sentence about the short form names the other one.
    const rest = [said.help.short, said.help.short.replaceAll('`', '')].reduce(
      (text, one) => text.replaceAll(one, ''),
      help,
    );
    expect(rest).not.toContain('/service-order');
    const unknown = await asked(ana, '/service-order frobnicate <!here>');
    expect(unknown).toContain(said.unknown({ typed: 'frobnicate' }));
    expect(unknown).toContain(said.help.history({ command: '/service-order', name: said.name.history }));
  });

  test('everybody is helped in their own language, and types in it or in English', async () => {
    const { ana, sam, farid } = stage.people;
    sam.setLanguage('de-DE');
    farid.setLanguage('es-LA');
    const { sandbox, store } = stage;
    const known = (id: string, locale: string) =>
      vi.waitFor(async () => expect(await store.person(sandbox.teamId, id)).toMatchObject({ locale }));
    await Promise.all([known(sam.id, 'de-DE'), known(farid.id, 'es-LA')]);
    for (const [person, locale] of [
      [ana, 'en'],
      [sam, 'de-DE'],
      [farid, 'es-419'],
    ] as const) {
      const { command, order } = wordsFor(locale);
      for (const word of ['help', command.name.help])
        expect(await asked(person, `/so ${word}`)).toContain(command.help.heading);
      for (const line of [`list ${order.state.approved}`, `${command.name.list} ${state.approved}`])
        expect(await asked(person, `/so ${line}`), line).toContain(number);
      expect(await asked(person, '/so frobnicate')).toContain(command.unknown({ typed: 'frobnicate' }));
      expect(await asked(person, `/so ${command.name.show} 999`)).toContain(
        command.noOrder({ command: '/so', order: 'SO-000999', list: command.name.list }),
      );
    }
    await farid.press('assign', { channel: name });
    const spanish = wordsFor('es-419');
    const people = eitherOf([sam.name, spanish.refusal.admin], spanish);
    expect((await farid.modal()).shown).toContain(spanish.refusal.only.assign({ people }));
    await farid.closeModal(true);
    for (const person of [sam, farid]) person.setLanguage('en-US');
    await Promise.all([known(sam.id, 'en-US'), known(farid.id, 'en-US')]);
  });

  test('list shows only one’s own, by state; an unknown state is explained', async () => {
    const { ana, ben, farid, adam } = stage.people;
    expect(await asked(ana, '/so list')).toMatch(/SO-000002[\s\S]*SO-000001/);
    for (const all of ['all', 'All']) expect(await asked(ana, `/so list ${all}`)).toMatch(/SO-000002[\s\S]*SO-000001/);
    expect(await asked(farid, '/so list')).not.toContain('SO-000002');
    expect(await asked(ana, `/so list ${state.approved.toLowerCase()}`)).not.toContain('SO-000002');
    expect(await asked(ana, `/so list ${words.order.stage.in_progress}`)).not.toContain('SO-00000');
    expect(await asked(ana, `/so list ${state.submitted.toLowerCase().split(' ')[0]}`)).not.toContain('SO-000001');
    const american = wordsFor('en-US');
    const statuses = eitherOf(
      STATUSES.map((one) => statusText(one, american)),
      american,
    );
    expect(await asked(ana, '/so list sideways')).toContain(said.unknownStatus({ typed: 'sideways', statuses }));
    expect(await asked(ben, '/so list')).toContain(words.lists.none);
    expect(await asked(adam, '/so list')).toContain('SO-000001');
  });

  test('show and history are for those who may see the order', async () => {
    const { ana, ben, farid, sam } = stage.people;
    expect(await asked(farid, `/so show ${number}`)).toContain('Replace pump');
    expect(await asked(ana, '/so show 1')).toContain(words.order.state.approved);
    expect(await asked(ben, `/so show ${number}`)).toContain(
      said.noOrder({ command: '/so', order: number, list: said.name.list }),
    );
    expect(await asked(ana, '/so show SO-999')).toContain(
      said.noOrder({ command: '/so', order: 'SO-000999', list: said.name.list }),
    );
    expect(await asked(ana, '/so show')).toContain(said.noNumber);
    expect(await asked(ana, '/so show twelve')).toContain(said.notNumber({ typed: 'twelve' }));
    // A document is asked for by more than a number: how is said.
    const ofDocument = await asked(ana, '/so document SO-10 v2 foo');
    expect(ofDocument).toContain(said.notNumber({ typed: 'SO-10 v2 foo' }));
    expect(ofDocument).toContain(said.help.document({ command: '/so', name: said.name.document }));
    expect(ofDocument).toContain(said.help.asText({ command: '/so', name: said.name.document, text: said.asText }));
    const history = await asked(ana, `/so history ${number}`);
    const [approval, submission] = history.split('\n').slice(-2);
    const { entry, lists } = words;
    const covered = { what: entry.did.approve({ name: sam.name }), amount: '€120.00', covers: '€144.00' };
    const approved = { date: ANY, what: entry.covered(covered), pdf: ANY, file: ANY };
    expect(approval).toMatch(like(lists.entryPdf(approved)));
    expect(approval).toMatch(/ · \d+\skB · SHA-256 `[0-9a-f]{12}…`$/);
    expect(JSON.stringify(ana.ephemerals().at(-1)?.blocks)).toContain(part(lists.pdf({ link: ANY, version: 1 })));
    expect(submission).toMatch(like(lists.entry({ date: ANY, what: entry.did.submit({ name: ana.name }) })));
    expect(await asked(ben, `/so history ${number}`)).toContain(
      said.noOrder({ command: '/so', order: number, list: said.name.list }),
    );
  });

  test('the global shortcut opens the form; the message shortcut takes the text and links back', async () => {
    const { ana, sam } = stage.people;
    await ana.shortcut('new_service_order');
    await ana.modal('submit');
    await ana.closeModal(true);
    const message = await sam.say('general', 'The boiler at *Acme* leaks & hisses');
    await ana.messageShortcut('create_service_order', message);
    const form = await ana.modal('submit');
    expect(form.fields.find(({ blockId }) => blockId === 'description')?.value).toMatchObject({
      value: 'The boiler at *Acme* leaks & hisses',
    });
    const { title, client, location } = typicalOrder.job;
    await ana.fill({ title, client, location });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: sam });
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
    await sam.openHome();
    expect(waiting(sam)).toContain('SO-000002');
    await farid.openHome();
    expect(waiting(farid)).toContain('SO-000001');
    const home = await ben.openHome();
    expect(home?.shown).toContain(words.home.nothingWaiting);
    expect(home?.actions).toContain('home_new');
    expect((await gus.openHome())?.actions).not.toContain('home_new');
    // Who sees every order and has none of their own begins with all of them, turns to their own, and back.
    const { adam } = stage.people;
    expect(home?.actions).not.toContain('home_whose');
    const noneYet = words.home.noneYet({ button: words.forms.button.submit });
    expect((await adam.openHome())?.shown).toContain('SO-000002');
    await adam.press('home_whose', { home: true });
    await vi.waitFor(() => expect(adam.home()?.shown).toContain(noneYet));
    expect(adam.home()?.shown).not.toContain('SO-000002');
    await adam.press('home_whose', { home: true });
    await vi.waitFor(() => expect(adam.home()?.shown).toContain('SO-000002'));
    await ana.openHome();
    await ana.press('order_show', { home: true, nth: 1 });
    const shown = await ana.modal('notice');
    expect(shown.shown).toContain('SO-00000');
    await ana.closeModal(true);
    await ben.press('home_new', { home: true });
    await ben.modal('submit');
    await ben.closeModal(true);
  });

  test('from the order shown in Home a decision is taken in a form on top; all closes, and Home shows what is then', async () => {
    const { sam, farid } = stage.people;
    await sam.openHome();
    expect(waiting(sam)).toContain('SO-000002');
    await sam.press('order_show', { home: true, nth: 0 });
    await sam.modal('notice');
    await sam.press('approve', { modal: true });
    await sam.modal('approve');
    await sam.fill({ crew: [farid] });
    await sent(sam);
    expect(sam.topModal()).toBeUndefined();
    await vi.waitFor(() => expect(waiting(sam)).not.toContain('SO-000002'));
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
