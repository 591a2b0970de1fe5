import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { escaped } from '../../src/forms/mrkdwn.ts';
import { isTheirs } from '../../src/slack-api/peoples-files.ts';
import { listOf } from '../../src/words/list.ts';
import { addItem, approve, beginOrder, next, open, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { lookInto } from '../support/database.ts';
import { command, readIn } from '../support/forged.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const jpeg = Buffer.from('a photo of the pump');
const photo = (name: string) => ({ name, bytes: jpeg, mimetype: 'image/jpeg' });

describe('D13 an order made from a message takes its files along', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    await vi.waitFor(async () =>
      expect(await stage.store.person(stage.sandbox.teamId, stage.people.ana.id)).toBeDefined(),
    );
  });
  afterAll(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });

  test('a colleague’s photos stand in the form, and are posted in the order’s channel', async () => {
    const { ana, ben, sam } = stage.people;
    const { workspace } = stage.sandbox;
    const files = [photo('pump.jpg'), photo('valve *left*.jpg')];
    const message = await ben.say(placeWithTheApp(stage), 'The pump leaks', files);
    await ana.messageShortcut('create_service_order', message);
    await ana.modal('submit');
    await ana.fill({ title: 'Pump', client: 'Acme', location: 'Hall 3' });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: sam });
    await next(ana);
    expect(ana.screen().replaceAll('\uFEFF', '')).toContain(
      words.forms.page.attached({ files: listOf(['pump.jpg', 'valve *left*.jpg'], words) }),
    );
    await ana.fill({ attachments: [photo('mine.jpg')] });
    await sent(ana);
    await stage.idle();
    expect(workspace.channels().at(-1)?.files.toSorted()).toEqual(['mine.jpg', 'pump.jpg', 'valve *left*.jpg']);
  });

  test('they are there for another process as well, and nothing is left when the form is closed untouched', async () => {
    const { ana, ben } = stage.people;
    const message = await ben.say(placeWithTheApp(stage), 'The hose leaks', [photo('hose.jpg')]);
    const key = {
      team: stage.sandbox.teamId,
      person: ana.id,
      form: 'submit',
      order: `${message.channel}:${message.ts}`,
    };
    await ana.messageShortcut('create_service_order', message);
    await ana.modal('submit');
    await stage.restart();
    expect((await stage.store.draft(key))?.data).toMatchObject({ touched: false });
    await ana.fill({ title: 'Hose', client: 'Acme', location: 'Hall 3' });
    await vi.waitFor(async () =>
      expect((await stage.store.draft(key))?.data).toMatchObject({
        touched: true,
        values: { title: 'Hose', attachments: [expect.objectContaining({ name: 'hose.jpg' })] },
      }),
    );
    await ana.closeModal(true);
    await ana.messageShortcut('create_service_order', await ben.say(placeWithTheApp(stage), 'Again', [photo('x.jpg')]));
    await ana.modal('submit');
    await ana.closeModal(true);
    const left = lookInto(stage.file);
    await vi.waitFor(() => expect(left.contents().drafts ?? []).not.toContainEqual(expect.stringContaining('x.jpg')));
    left.close();
  });

  test('a file that is a link elsewhere, deleted, another workspace’s or nobody’s is left out', async () => {
    const { attachable } = await import('../../src/slack/forms/brought.ts');
    const { Shortcut } = await import('../../src/slack/transport/payloads.ts');
    const file = {
      id: 'F1',
      name: 'a.jpg',
      mimetype: 'image/jpeg',
      size: 5,
      user: 'U1',
      user_team: 'T1',
      mode: 'hosted',
    };
    const odd = [
      file,
      { ...file, id: 'F2', mode: 'external' },
      { ...file, id: 'F3', mode: 'tombstone' },
      { ...file, id: 'F4', mode: 'hidden_by_limit' },
      { ...file, id: 'F5', user_team: 'T2' },
      { ...file, id: 'F6', user: undefined },
      { ...file, id: 'F7', size: 30_000_000 },
      { ...file, id: 'F8', user_team: undefined, mode: undefined },
    ];
    const read = Shortcut.parse({
      ...{ callback_id: 'x', user: { id: 'U9' }, trigger_id: 't', message: { text: '', files: odd } },
    });
    expect(attachable(read.message?.files ?? [], 'T1').map(({ fileId, from }) => [fileId, from])).toEqual([
      ['F1', 'U1'],
      ['F8', 'U1'],
    ]);
  });
});

describe('F14 a form takes files of its author only', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
  });
  afterAll(() => stage.stop());

  test.each(['nobody', 'somebody else'])(
    'one of %s is refused with a sentence, and what else was typed stays',
    async (whose) => {
      const { ana, sam } = stage.people;
      const { workspace } = stage.sandbox;
      await beginOrder(ana, sam);
      await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '3' });
      const before = new Set(workspace.files.keys());
      await ana.fill({ attachments: [photo('odd.jpg')] });
      for (const [id, file] of workspace.files)
        if (!before.has(id)) file.owner = whose === 'nobody' ? '' : stage.people.ben.id;
      const result = await ana.submit();
      expect(result).toEqual({ errors: { attachments: words.fields.error.notYours({ count: 1, files: 'odd.jpg' }) } });
      await ana.closeModal(true);
      await ana.command('/service-order');
      await ana.modal('submit');
      await next(ana);
      await next(ana);
      expect(ana.screen()).toContain('Pump');
      expect(ana.screen()).not.toContain('odd.jpg');
      await ana.press('form_back');
      await ana.closeModal(true);
    },
  );

  test('so is nobody’s photo of a confirmation and of a closing', async () => {
    const { ana, sam, farid, carla } = stage.people;
    const name = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
    await approve(stage, sam, name, [farid]);
    const refused = { errors: { photos: words.fields.error.notYours({ count: 1, files: 'odd.jpg' }) } };
    await open(farid, 'confirm', name);
    await next(farid);
    const hours = { startedAt: new Date(Date.now() - 7_200_000), endedAt: new Date(Date.now() - 3_600_000) };
    await disowned(() => farid.fill({ workDone: 'All of it.', ...hours, photos: [photo('odd.jpg')] }));
    expect(await farid.submit()).toEqual(refused);
    await open(carla, 'close', name);
    await next(carla);
    await disowned(() => carla.fill({ acceptance: 'unavailable', photos: [photo('odd.jpg')] }));
    expect(await carla.submit()).toEqual(refused);
  });

  test('one that is nobody’s when it is to be posted is not', async () => {
    const { ana, sam } = stage.people;
    const { workspace, faults } = stage.sandbox;
    await beginOrder(ana, sam);
    await ana.fill({ attachments: [photo('lost.jpg'), photo('kept.jpg')] });
    faults.before('conversations.create', () => {
      for (const file of workspace.files.values()) if (file.name === 'lost.jpg') file.owner = '';
    });
    await sent(ana);
    await stage.idle();
    expect(workspace.channels().at(-1)?.files).toEqual(['kept.jpg']);
  });

  /** What is brought along meanwhile has no owner any more: Slack names no user. */
  async function disowned(bring: () => Promise<unknown>): Promise<void> {
    const { files } = stage.sandbox.workspace;
    const before = new Set(files.keys());
    await bring();
    for (const [id, file] of files) if (!before.has(id)) file.owner = '';
  }
});

test.each([
  [{ user: 'U1' }, true],
  [{ user: 'U1', user_team: 'T1' }, true],
  [{ user: 'U1', user_team: 'T2' }, false],
  [{ user: 'U2' }, false],
  [{ user: '' }, false],
  [{}, false],
])('F14 of what Slack says %j is U1’s: %s', (file, theirs) => expect(isTheirs(file, 'U1', 'T1')).toBe(theirs));

describe('D12 an order by its channel, as people mention it', () => {
  test('with and without its name, private or not; another channel is no order', async () => {
    const stage = await startStage('socket', {}, sketches);
    const { ana, sam, farid } = stage.people;
    await beginOrder(ana, sam);
    await sent(ana);
    await stage.idle();
    const channel = stage.sandbox.workspace.channels().at(-1);
    await approve(stage, sam, channel?.name ?? '', [farid]);
    const ask = async (text: string) => readIn(await command(stage, ana.id, text));
    for (const text of [
      `<#${channel?.id}|${channel?.name}>`,
      `<#${channel?.id}|>`,
      `<#${channel?.id}>`,
      `#${channel?.name}`,
      'SO–1',
      '“SO-1”',
      'SO-1.',
      'ＳＯ－１',
      'SO-١',
      'S\u200bO-1',
    ])
      for (const name of ['show', 'Show', '“show”', 'history'])
        expect(await ask(`${name} ${text}`), `${name} ${text}`).toContain('Replace pump');
    for (const text of ['<#C0OTHER|general>', '<#C0OTHER|>', '#general', 'SO-x', '“”', '⅓'])
      expect(await ask(`show ${text}`), text).toContain(words.command.notNumber({ typed: escaped(text) }));
    await stage.stop();
  });
});

/** A channel that the app is in, so that it can see what is posted there. */
function placeWithTheApp({ sandbox }: Stage): string {
  const { workspace } = sandbox;
  const name = workspace.channels().find(({ members }) => members.includes('Ben Okafor'))?.name ?? 'general';
  return name;
}
