import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { STATES } from '../../src/order/order.ts';
import { encodeHomePage } from '../../src/slack/views/ids.ts';
import { eitherOf } from '../../src/words/list.ts';
import { wordsFor } from '../../src/words/words.ts';
import { content, firstCommit, newOrder } from '../db/samples.ts';
import { approve, next, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const said = wordsFor().command;

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

  const asked = async (person: Person, line: string): Promise<string> => {
    const before = person.ephemerals().length;
    await person.command(line);
    const answers = person.ephemerals().slice(before);
    expect(answers).toHaveLength(1);
    return `${answers[0]?.text}\n${answers[0]?.shown}`;
  };

  test('help, and an unknown word, say what can be typed', async () => {
    const { ana } = stage.people;
    expect(await asked(ana, '/so help')).toContain(said.help.heading);
    const unknown = await asked(ana, '/service-order frobnicate <!here>');
    expect(unknown).toContain(said.unknown({ typed: 'frobnicate' }));
    expect(unknown).toContain(said.help.history({ name: said.name.history }));
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
      for (const line of [`list ${order.state.approved}`, `${command.name.list} scheduled`])
        expect(await asked(person, `/so ${line}`), line).toContain(number);
      expect(await asked(person, '/so frobnicate')).toContain(command.unknown({ typed: 'frobnicate' }));
      expect(await asked(person, `/so ${command.name.show} 999`)).toContain(
        command.noOrder({ order: 'SO-000999', list: command.name.list }),
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
    expect(await asked(farid, '/so list')).not.toContain('SO-000002');
    expect(await asked(ana, '/so list scheduled')).not.toContain('SO-000002');
    expect(await asked(ana, '/so list awaiting')).not.toContain('SO-000001');
    const american = wordsFor('en-US');
    const statuses = eitherOf(
      STATES.map((state) => american.order.state[state]),
      american,
    );
    expect(await asked(ana, '/so list sideways')).toContain(said.unknownStatus({ typed: 'sideways', statuses }));
    expect(await asked(ben, '/so list')).toContain('You have no service orders yet');
    expect(await asked(adam, '/so list')).toContain('SO-000001');
  });

  test('find answers with what one may see, newest first, and says how to go on', async () => {
    const { ana, ben, farid, adam } = stage.people;
    expect(await asked(ana, '/so find REPLACE acm')).toMatch(/with “REPLACE acm” \(1\)[\s\S]*SO-000001 Replace pump/);
    expect(await asked(ana, '/so find acme')).toMatch(/\(2\)[\s\S]*SO-000002[\s\S]*SO-000001/);
    expect(await asked(farid, '/so find acme')).toMatch(/\(1\)[\s\S]*SO-000001/);
    expect(await asked(adam, '/so find valves')).toContain('SO-000002');
    expect(await asked(ben, '/so find acme')).toContain('No service order that you can see has all of “acme”');
    expect(await asked(ana, '/so find')).toContain('Write what to look for');
    expect(await asked(ana, '/so find "* <!channel>')).toMatch(/No service order .* “"\* &lt;!channel&gt;”|\(1\)/);
    expect(await asked(ana, '/so find ***')).toContain('signs alone are not found');
  });

  test('show and history are for those who may see the order', async () => {
    const { ana, ben, farid } = stage.people;
    expect(await asked(farid, `/so show ${number}`)).toContain('Replace pump');
    expect(await asked(ana, '/so show 1')).toContain(words.order.state.approved);
    expect(await asked(ben, `/so show ${number}`)).toContain(said.noOrder({ order: number, list: said.name.list }));
    expect(await asked(ana, '/so show SO-999')).toContain(said.noOrder({ order: 'SO-000999', list: said.name.list }));
    expect(await asked(ana, '/so show')).toContain(said.noNumber);
    expect(await asked(ana, '/so show twelve')).toContain(said.notNumber({ typed: 'twelve' }));
    const history = await asked(ana, `/so history ${number}`);
    expect(history).toMatch(
      /approved the order[\s\S]*PDF v1.* · \d+ kB · SHA-256 `[0-9a-f]{12}…`[\s\S]*submitted the order/,
    );
    expect(await asked(ben, `/so history ${number}`)).toContain(said.noOrder({ order: number, list: said.name.list }));
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
    expect((await sam.openHome())?.shown).toMatch(/Waiting for you[\s\S]*SO-000002/);
    expect((await farid.openHome())?.shown).toMatch(/Waiting for you[\s\S]*SO-000001/);
    const home = await ben.openHome();
    expect(home?.shown).toContain(words.home.nothingWaiting);
    expect(home?.actions).toContain('home_new');
    expect((await gus.openHome())?.actions).not.toContain('home_new');
    await ana.openHome();
    await ana.press('order_show', { home: true, nth: 1 });
    const shown = await ana.modal('notice');
    expect(shown.shown).toContain('SO-00000');
    await ana.closeModal(true);
    await ben.press('home_new', { home: true });
    await ben.modal('submit');
    await ben.closeModal(true);
  });

  test('Search in Home: found orders are opened from the modal, other people’s are not found', async () => {
    const { ana, ben } = stage.people;
    await ana.openHome();
    await ana.press('search', { home: true });
    await ana.modal('search_orders');
    await ana.fill({ search_words: '?!' });
    await ana.submit();
    expect(Object.values(ana.errors())).toEqual(['Write a word or a number to look for; signs alone are not found.']);
    await ana.fill({ search_words: 'valv' });
    await ana.submit();
    expect(ana.topModal()?.shown).toMatch(/All with “valv”[\s\S]*SO-000002/);
    expect(ana.topModal()?.actions).not.toContain('search_older');
    await ana.press('order_show');
    expect((await ana.modal('notice')).shown).toContain('Check valves');
    await ana.closeModal(true);
    await ben.openHome();
    await ben.press('search', { home: true });
    await ben.modal('search_orders');
    await ben.fill({ search_words: 'valves' });
    await ben.submit();
    expect(ben.topModal()?.shown).toContain('No service order that you can see has all of “valves”');
    await ben.closeModal(true);
  });

  test('from the order shown in Home a decision is taken in a form on top; all closes, and Home shows what is then', async () => {
    const { sam, farid } = stage.people;
    expect((await sam.openHome())?.shown).toMatch(/Waiting for you[\s\S]*SO-000002/);
    await sam.press('order_show', { home: true, nth: 1 });
    await sam.modal('notice');
    await sam.press('approve', { modal: true });
    await sam.modal('approve');
    await sam.fill({ crew: [farid] });
    await sent(sam);
    expect(sam.topModal()).toBeUndefined();
    await vi.waitFor(() => expect(sam.home()?.shown?.split('Your orders')[0]).not.toContain('SO-000002'));
    await stage.idle();
  });

  test('Home turns over page by page and by state; so does the search', async () => {
    const { sofia, fiona } = stage.people;
    for (let n = 1; n <= 45; n++) await seed(sofia, fiona, n);
    const numbers = (shown = '') => [...shown.matchAll(/\*SO-0*(\d+)\* Seeded/g)].map(([, number]) => Number(number));
    const mine = (shown = '') => numbers(shown.slice(shown.indexOf('Your orders')));
    await sofia.openHome();
    const first = mine(sofia.home()?.shown);
    expect(first).toHaveLength(20);
    expect(sofia.home()?.actions).not.toContain('home_newer');
    const turn = async (button: string) => {
      const before = sofia.home()?.shown;
      await sofia.press(button, { home: true });
      await vi.waitFor(() => expect(sofia.home()?.shown).not.toBe(before));
      return mine(sofia.home()?.shown);
    };
    const second = await turn('home_older');
    expect(second[0]).toBe((first.at(-1) ?? 0) - 1);
    expect(await turn('home_older')).toHaveLength(5);
    expect(sofia.home()?.actions).not.toContain('home_older');
    expect(await turn('home_newer')).toEqual(second);
    expect(await turn('home_newer')).toEqual(first);
    await sofia.choose('home_state', encodeHomePage({ s: 'rejected' }), { home: true });
    await vi.waitFor(() =>
      expect(sofia.home()?.shown).toContain(words.lists.noneIn({ state: words.order.state.rejected })),
    );

    await sofia.press('search', { home: true });
    await sofia.modal('search_orders');
    await sofia.fill({ search_words: 'seeded' });
    await sofia.submit();
    expect(numbers(sofia.topModal()?.shown)).toEqual(first);
    await sofia.press('search_older');
    await vi.waitFor(() => expect(numbers(sofia.topModal()?.shown)).toEqual(second));
    await sofia.press('search_older');
    await vi.waitFor(() => expect(numbers(sofia.topModal()?.shown)).toHaveLength(5));
    expect(sofia.topModal()?.actions).not.toContain('search_older');
    await sofia.closeModal(true);
    expect(await asked(sofia, '/so find seeded')).toMatch(/The newest service orders with[\s\S]*There are older ones/);
  });

  /** An order of the past, straight into the store: nothing is owed for it. */
  async function seed(requester: Person, supervisor: Person, n: number): Promise<void> {
    const order = newOrder(`seeded-${n}`, {
      team: stage.sandbox.teamId,
      requester: { id: requester.id, name: requester.name },
      supervisor: { id: supervisor.id, name: supervisor.name },
      content: content(`Seeded ${n}`),
    });
    await stage.store.commit(firstCommit(order));
  }

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
