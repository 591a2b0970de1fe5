import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirm } from '../support/acting.ts';
import { type KilledApp, startKilledApp } from '../support/killed-app.ts';
import { inTheField } from '../support/order-life.ts';
import { ANY, cardSays, did, part, words } from '../support/words.ts';

/** Calls after which the process is killed while it moves an order into its next channel; whether it heard of the archiving. */
const moments: [string, string, number][] = [
  ['heard', 'conversations.info', 1],
  ['heard', 'conversations.create', 1],
  ['heard', 'conversations.invite', 1],
  ['heard', 'conversations.invite', 3],
  ['heard', 'chat.postMessage', 1],
  ['heard', 'chat.postMessage', 2],
  ['heard', 'chat.postMessage', 3],
  ['heard', 'files.getUploadURLExternal', 1],
  ['heard', 'upload', 1],
  ['heard', 'files.completeUploadExternal', 1],
  ['heard', 'files.completeUploadExternal', 2],
  ['heard', 'pins.add', 1],
  ['heard', 'bookmarks.add', 1],
  ['missed', 'conversations.info', 1],
  ['missed', 'conversations.create', 1],
  ['missed', 'files.completeUploadExternal', 1],
];

describe('killed while an order moves out of a channel that people archived', () => {
  let app: KilledApp;
  beforeAll(async () => {
    app = await startKilledApp();
  });
  afterAll(() => app.stop());

  test.each(moments)(
    'news %s, after %s number %i: one next channel, with everything in it once',
    async (news, method, nth) => {
      const { sandbox, store, settled } = app;
      const { farid } = sandbox.people;
      const order = await inTheField({ sandbox, people: sandbox.people, store, idle: settled });
      const archive = () => sandbox.workspace.admin.archiveChannel(order.name);
      if (news === 'heard') archive();
      else sandbox.workspace.silently(archive);
      await sandbox.idle();
      const struck = app.killAfter(method, nth);
      await confirm({ sandbox, idle: settled }, farid, await order.shownTo(farid));
      await settled();
      expect(struck()).toBe(true);
      const [, next, ...more] = order.channels();
      const said = (part: string) => order.texts().filter((text) => text.includes(part)).length;
      expect({
        more: more.length,
        members: next?.members.length,
        cards: said(cardSays('approved', 1)) + said(cardSays('approved', 2)),
        moved: said(part(words.channel.moved.archivedBy({ channel: ANY, order: ANY, name: ANY }))),
        confirmed: said(did('confirm_partial')),
        files: next?.files,
        pins: next?.pins.length,
        bookmarks: next?.bookmarks.map(({ title }) => title),
      }).toEqual({
        more: 0,
        members: 5,
        cards: 1,
        moved: 1,
        confirmed: 1,
        files: [`${order.number} v1.pdf`, `${order.number} v2.pdf`],
        pins: 1,
        bookmarks: [words.card.bookmark({ version: 2 })],
      });
      expect(sandbox.complaints).toEqual([]);
    },
  );
});
