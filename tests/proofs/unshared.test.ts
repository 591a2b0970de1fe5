import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { postFiles } from '../../sandbox/server/changes/files.ts';
import { beginOrder, open, sent, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';

/** Twice the twenty seconds that a file is looked for, with room for a busy computer. Milliseconds. */
const BOTH = 90_000;

describe('A3 Slack takes a file and never shares it', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(() => stage.stop());
  const uploads = () => stage.sandbox.inspector.calls('files.completeUploadExternal').length;

  /** Sam approves; what comes of it is not waited for. */
  async function begun(): Promise<string> {
    const { people } = stage;
    const name = await submitOrder(stage, people.ana, people.sam);
    await open(people.sam, 'approve', name);
    await people.sam.fill({ crew: [people.farid] });
    await sent(people.sam);
    return name;
  }

  test(
    'once: it is uploaded again, and one is there, with the bookmark on it',
    async () => {
      const { sandbox, store } = stage;
      sandbox.faults.on('share', { kind: 'lost' }, { times: 1 });
      const name = await begun();
      await stage.idle(BOTH);
      const { files, bookmarks } = sandbox.workspace.channel(name);
      expect([files.length, uploads(), (await store.backlog(sandbox.teamId)).parked]).toEqual([1, 2, 0]);
      const [order] = await store.list(sandbox.teamId, { limit: 1 });
      const [document] = await store.documents(sandbox.teamId, order?.id ?? '');
      expect(sandbox.workspace.file(document?.fileId ?? '').channels).toEqual([name]);
      expect(bookmarks.map(({ link }) => link)).toEqual([document?.permalink]);
    },
    BOTH,
  );

  test(
    'for good: parked with what to do, nothing leads to it, what follows is posted; Retry brings it, once',
    async () => {
      const { sandbox, store } = stage;
      const heal = sandbox.faults.on('share', { kind: 'lost' });
      const name = await begun();
      await vi.waitFor(
        async () => {
          expect(
            (await store.parked(sandbox.teamId, 5)).map(({ type, error, remedy }) => [type, error, remedy]),
          ).toEqual([
            [
              'issue_document',
              'file_never_shared',
              expect.stringContaining('"say":"not_shared","file":"SO-000001 v1.pdf"'),
            ],
          ]);
        },
        { timeout: BOTH, interval: 100 },
      );
      expect(uploads()).toBe(2);
      const { files, bookmarks } = sandbox.workspace.channel(name);
      expect([files, bookmarks]).toEqual([[], []]);
      const [order] = await store.list(sandbox.teamId, { limit: 1 });
      expect(await store.documents(sandbox.teamId, order?.id ?? '')).toEqual([]);
      heal();
      const { adam } = stage.people;
      await adam.openHome();
      await adam.press('effect_retry', { home: true });
      await stage.idle(BOTH);
      expect(sandbox.workspace.channel(name).files).toHaveLength(1);
      expect(sandbox.workspace.channel(name).bookmarks).toHaveLength(1);
    },
    2 * BOTH,
  );

  test(
    'the first appears while the second is uploaded: the second is not shared',
    async () => {
      const { sandbox } = stage;
      const { workspace } = sandbox;
      sandbox.faults.on('share', { kind: 'lost' }, { times: 1 });
      let first = '';
      const appears = () => {
        const [file] = [...workspace.files.values()].filter(({ title }) => title.endsWith('v1.pdf'));
        const channel = workspace.allChannels().find((one) => one.name.startsWith('so-'));
        if (!file || !channel) throw new Error('there is no first file');
        first = file.id;
        postFiles(workspace, channel, [file], { user: workspace.bot.id, botId: workspace.botId, text: '' });
      };
      sandbox.faults.before('files.getUploadURLExternal', appears, { nth: 2 });
      const name = await begun();
      await stage.idle(BOTH);
      expect(uploads()).toBe(1);
      expect(sandbox.workspace.file(first).channels).toEqual([name]);
      expect(sandbox.workspace.channel(name).bookmarks).toHaveLength(1);
    },
    2 * BOTH,
  );

  test(
    'an attached file: the other one comes all the same',
    async () => {
      const { sandbox, people, store } = stage;
      const brought = (name: string) => ({ name, bytes: Buffer.from(`bytes of ${name}`), mimetype: 'application/pdf' });
      const idOf = (title: string) =>
        [...sandbox.workspace.files.values()].filter((file) => file.title === title).map(({ id }) => id);
      sandbox.faults.on(
        'share',
        { kind: 'lost' },
        { when: ({ files }) => Array.isArray(files) && files.some((id) => idOf('plan-a.pdf').includes(id)) },
      );
      await beginOrder(people.ana, people.sam);
      await people.ana.fill({ attachments: [brought('plan-a.pdf'), brought('plan-b.pdf')] });
      await sent(people.ana);
      await vi.waitFor(
        async () =>
          expect((await store.parked(sandbox.teamId, 5)).map(({ type }) => type)).toEqual(['share_attachments']),
        { timeout: BOTH, interval: 100 },
      );
      const name = sandbox.workspace.channels().find((one) => one.name.startsWith('so-'))?.name ?? '';
      expect(sandbox.workspace.channel(name).files).toEqual(['plan-b.pdf']);
    },
    2 * BOTH,
  );
});
