import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { escaped } from '../../src/forms/mrkdwn.ts';
import { encodeHomePage } from '../../src/slack/views/ids.ts';
import { content, firstCommit, newOrder } from '../db/samples.ts';
import { approve, asked, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const say = words.search;

/** The numbers of the orders in a list, from the top. */
const numbers = (shown = '') => [...shown.matchAll(/^\*SO-0*(\d+)\* /gm)].map(([, number]) => Number(number));

describe('search, and lists that go on', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    await submitOrder(stage, ana, sam, { job: { title: 'Check valves <!channel>' } });
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  test('find answers with what one may see, newest first, and says how to go on', async () => {
    const { ana, ben, farid, adam } = stage.people;
    const both = await asked(ana, '/so find REPLACE acm');
    const head = say.found.all({ words: 'REPLACE acm' });
    expect(both).toContain(say.text({ head, orders: 'SO-000001 Replace pump' }));
    expect(numbers(both)).toEqual([1]);
    expect(numbers(await asked(ana, '/so find acme'))).toEqual([2, 1]);
    expect(numbers(await asked(farid, '/so find acme'))).toEqual([1]);
    expect(numbers(await asked(adam, '/so find valves'))).toEqual([2]);
    expect(await asked(ben, '/so find acme')).toContain(say.none({ words: 'acme' }));
    expect(await asked(ana, '/so find')).toContain(say.usage);
    const odd = await asked(ana, '/so find "* <!channel>');
    expect(odd).toContain(say.found.all({ words: escaped('"* <!channel>') }));
    expect(numbers(odd)).toEqual([2]);
    expect(await asked(ana, '/so find ***')).toContain(say.noWords);
  });

  test('Search in Home: found orders are opened from the modal, other people’s are not found', async () => {
    const { ana, ben } = stage.people;
    await ana.openHome();
    await ana.press('search', { home: true });
    await ana.modal('search_orders');
    await ana.fill({ search_words: '?!' });
    await ana.submit();
    expect(Object.values(ana.errors())).toEqual([say.noWords]);
    await ana.fill({ search_words: 'valv' });
    await ana.submit();
    expect(ana.topModal()?.shown).toContain(say.found.all({ words: 'valv' }));
    expect(numbers(ana.topModal()?.shown)).toEqual([2]);
    expect(ana.topModal()?.actions).not.toContain('search_older');
    await ana.press('order_show');
    expect((await ana.modal('notice')).shown).toContain('Check valves');
    await ana.closeModal(true);
    await ben.openHome();
    await ben.press('search', { home: true });
    await ben.modal('search_orders');
    await ben.fill({ search_words: 'valves' });
    await ben.submit();
    expect(ben.topModal()?.shown).toContain(say.none({ words: 'valves' }));
    await ben.closeModal(true);
  });

  test('Home turns over page by page and by state; so does the search', async () => {
    const { sofia, fiona } = stage.people;
    for (let n = 1; n <= 45; n++) await seed(sofia, fiona, n);
    const mine = (shown = '') => numbers(shown.slice(shown.indexOf(words.home.mine)));
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
    await sofia.choose('home_state', encodeHomePage({ s: 'on_hold' }), { home: true });
    await vi.waitFor(() =>
      expect(sofia.home()?.shown).toContain(words.lists.noneIn({ state: words.order.stage.on_hold })),
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
    const answer = await asked(sofia, '/so find seeded');
    expect(answer).toContain(say.found.newest({ words: 'seeded' }));
    expect(numbers(answer)).toEqual(first);
    expect(answer.endsWith(say.thereIsMore)).toBe(true);
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
});
