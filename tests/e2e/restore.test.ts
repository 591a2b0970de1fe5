import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../db/sqlite/connection.ts';
import { approve, close, confirm, decide, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe('a backup is restored, and an order had gone on since', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage('socket', {}, sketches);
  });
  afterEach(() => stage.stop());

  test('its channel shows what is known of it, so that people can go on; what was issued since is not called forged', async () => {
    const { sandbox, idle } = stage;
    const { ana, ben, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    const shown = () => {
      const { topic, bookmarks, pins, messages } = sandbox.workspace.channel(name);
      const cards = messages.filter(({ buttons }) => buttons.length > 0);
      return {
        topic,
        pins: pins.map((pin) => pin.shown),
        cards: cards.map(({ shown: text }) => text),
        bookmarks: bookmarks.map(({ title, link }) => [title, link]),
      };
    };
    const before = shown();
    const copy = `${stage.file}.copy`;
    await stage.store.backup(copy);
    await confirm(stage, farid, name, { items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }] });
    await close(stage, farid, name, 'with_changes', { acceptance: 'unavailable' });
    const order = await stage.store.orderByNumber(sandbox.teamId, 1);
    const lost = order?.latest;
    if (!order || !lost) throw new Error('the order was not closed');
    const code = await codeOn(stage.store, order, lost.n);
    expect(shown().topic).toContain(words.order.state.completed);

    await stage.restore(copy);
    await idle();
    expect(shown()).toEqual(before);
    const verified = async () => {
      await ben.command(`/so verify ${code}`);
      return ben.ephemerals().at(-1)?.text;
    };
    expect(await verified()).toMatch(
      /^Not genuine, unless it was issued between .* and .*: records from that time were lost/,
    );
    // Once is enough: a later start is an ordinary one.
    const calls = sandbox.inspector.calls('chat.update').length;
    await stage.restart();
    await idle();
    expect(sandbox.inspector.calls('chat.update')).toHaveLength(calls);

    await confirm(stage, farid, name, { items: [{ description: 'Valve', quantity: '1' }] });
    expect(shown().topic).toContain('v2');
    expect(sandbox.complaints).toEqual([]);
  });

  test.each([false, true])(
    'its channel was archived since (and Slack hides it: %s): nobody is bothered, and the next step opens another',
    async (hides) => {
      const { sandbox, idle } = stage;
      const { ana, sam, farid } = stage.people;
      sandbox.workspace.hidesArchived = hides;
      const name = await submitOrder(stage, ana, sam);
      const copy = `${stage.file}.copy`;
      await stage.store.backup(copy);
      await decide(stage, sam, 'reject', name, 'No budget');
      expect(sandbox.workspace.channel(name).isArchived).toBe(true);
      const told = sam.directMessages().length;
      await stage.restore(copy);
      await idle();
      expect(await stage.store.backlog(stage.sandbox.teamId, Date.now())).toMatchObject({ pending: 0, parked: 0 });
      expect(sandbox.workspace.channels().filter((one) => one.name.startsWith('so-'))).toHaveLength(1);
      expect(sam.directMessages()).toHaveLength(told);
      expect(sam.directMessages().find(({ text }) => text.includes('SO-000001'))?.actions).toContain('approve');
      await sam.command('/so show SO-1');
      await approve(stage, sam, 'app', [farid]);
      const next = sandbox.workspace.channel(`${name}-2`);
      expect(next.files).toEqual(['SO-000001 v1.pdf']);
      expect(next.members).toContain(farid.name);
      expect(await stage.store.backlog(stage.sandbox.teamId)).toMatchObject({ parked: 0 });
      expect(sandbox.complaints).toEqual([]);
    },
  );

  test('a PDF that is unknown now has no bookmark any more', async () => {
    const { sandbox, idle } = stage;
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    const copy = `${stage.file}.copy`;
    await stage.store.backup(copy);
    await approve(stage, sam, name, [farid]);
    const bookmarks = () => sandbox.workspace.channel(name).bookmarks.map(({ title }) => title);
    expect(bookmarks()).toEqual([words.card.bookmark({ version: 1 })]);
    await stage.restore(copy);
    await idle();
    expect(bookmarks()).toEqual([]);
    await approve(stage, sam, name, [farid]);
    expect(bookmarks()).toEqual([words.card.bookmark({ version: 1 })]);
    expect(sandbox.complaints).toEqual([]);
  });

  test('the substitute was asked after it was made: they are not asked a second time', async () => {
    const { sandbox, idle, store } = stage;
    const { ana, sam, sofia, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    const { revision, ...known } = await store.preferences(sandbox.teamId, sam.id);
    const awayUntil = Math.floor(Date.now() / 1000) + 86_400;
    const away = { ...known, awayUntil, substitute: { id: sofia.id, name: sofia.name } };
    await store.savePreferences(sandbox.teamId, sam.id, revision, away);
    await confirm(stage, farid, name, { items: [{ description: 'Boiler', quantity: '1', unitPrice: '900' }] });
    const asked = () =>
      [sam, sofia].map((one) => {
        const asking = one.directMessages().filter(({ actions }) => actions.includes('extra_accept'));
        return asking.map(({ ts }) => ts);
      });
    const before = asked();
    expect(before.map((messages) => messages.length)).toEqual([1, 1]);

    const copy = `${stage.file}.copy`;
    await store.backup(copy);
    // As it was between the confirmation and the first message about it.
    const file = connect(copy);
    const told = "from effects where type = 'tell' and body like '%extra_cost%'";
    file.exec(`delete ${told} and body like '%${sofia.id}%'`);
    file.exec(`update effects set done_at = null, in_doubt = 1, checkpoint = '{}' where id in (select id ${told})`);
    file.close();
    await stage.restore(copy);
    await idle();
    expect(asked()).toEqual(before);
    expect(sandbox.complaints).toEqual([]);
  });
});
