import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Settings } from '../../src/settings.ts';
import { addItem, beginOrder, open, sent } from '../support/acting.ts';
import { type KilledApp, startKilledApp } from '../support/killed-app.ts';
import { words } from '../support/words.ts';

/** Calls after which the process is killed while both documents of a version are issued, by where the priced one goes. */
const moments = ['office', 'people'].flatMap((to) =>
  [
    ...(to === 'people' ? [1, 2, 3] : [1, 2, 3, 4]).map((nth) => ['chat.postMessage', nth] as const),
    ...[1, 2].map((nth) => ['files.getUploadURLExternal', nth] as const),
    ...[1, 2].map((nth) => ['upload', nth] as const),
    ...(to === 'people' ? [1, 2] : []).map((nth) => ['conversations.open', nth] as const),
    ...(to === 'people' ? [1, 2, 3] : [1, 2]).map((nth) => ['files.completeUploadExternal', nth] as const),
    ...[1, 3].map((nth) => ['files.info', nth] as const),
  ].map(([method, nth]) => [to, method, nth] as const),
);

describe('killed while documents with and without prices are issued', () => {
  let app: KilledApp;
  let office: string;
  beforeAll(async () => {
    app = await startKilledApp();
    const { admin } = app.sandbox.workspace;
    admin.createChannel('office', { isPrivate: true, members: ['carla'] });
    admin.inviteApp('office');
    office = app.sandbox.workspace.channel('office').id;
  });
  afterAll(() => app.stop());

  test.each(moments)(
    'for the %s, after %s number %i: each document once, where it belongs',
    async (to, method, nth) => {
      const { sandbox, store, settled } = app;
      const { ana, sam, farid } = sandbox.people;
      const channel = to === 'office' ? office : '';
      await store.saveSettings(sandbox.teamId, Settings.parse({ prices: { visibleTo: 'office', channel } }));
      await beginOrder(ana, sam);
      await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '7391' });
      await sent(ana);
      await settled();
      const name = sandbox.workspace.channels().at(-1)?.name ?? '';
      const number = `SO-${name.slice(3, 9)}`;
      await open(sam, 'approve', name);
      await sam.fill({ crew: [farid] });
      const struck = app.killAfter(method, nth);
      await sent(sam);
      await settled();
      sandbox.faults.clear();
      expect(struck()).toBe(true);

      const [work, priced] = [`${words.document.workCopy({ title: `${number} v1` })}.pdf`, `${number} v1.pdf`];
      const titles = (messages: { files: { title: string }[] }[]) =>
        messages.flatMap(({ files }) => files.map(({ title }) => title)).filter((title) => title.startsWith(number));
      const threads = sandbox.people.carla.messages('office').filter(({ text }) => text.startsWith(`${number}:`));
      expect({
        channel: titles(farid.messages(name)),
        threads: threads.length,
        office: titles(sandbox.people.carla.messages('office')),
        ana: titles(ana.directMessages()),
        sam: titles(sam.directMessages()),
      }).toEqual({
        channel: [work],
        threads: to === 'office' ? 1 : 0,
        office: to === 'office' ? [priced] : [],
        ana: to === 'people' ? [priced] : [],
        sam: to === 'people' ? [priced] : [],
      });
      expect(sandbox.complaints).toEqual([]);
    },
    120_000,
  );
});
