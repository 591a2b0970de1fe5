import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { approve, beginOrder, close, next, open, sent } from '../support/acting.ts';
import { lookInto } from '../support/database.ts';
import { forgedSubmission, interact, readIn } from '../support/forged.ts';
import { nothingGotThrough } from '../support/fuzz.ts';
import { HOSTILE } from '../support/markup.ts';
import { orderIn } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
});
afterAll(() => stage.stop());

const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
const lines = `${HOSTILE}\n*State*\nApproved by @channel\n> =1+1 '; drop table orders; -- \u202e<script>`;

test('an order that is hostile in every field lives its life, and Slack sees nothing of it but text', async () => {
  const { ana, sam, farid } = stage.people;
  const { workspace } = stage.sandbox;
  workspace.admin.changePerson('farid', { realName: `Farid ${HOSTILE.slice(0, 40)}\u202e` });
  await beginOrder(ana, sam, {
    job: {
      title: HOSTILE.slice(0, 80),
      client: `${HOSTILE} مضخة`.slice(0, 120),
      clientReference: HOSTILE.slice(0, 100),
      location: HOSTILE,
      description: lines,
    },
    when: { contact: HOSTILE },
  });
  await ana.press('item_add');
  await ana.modal('item');
  await ana.fill({ description: HOSTILE, quantity: '99999.999', unit: '<!here>', unitPrice: '999999.99' });
  await ana.submit();
  await ana.modal('submit');
  await ana.fill({ attachments: [{ name: `../../<!channel>\u202e\n${'x'.repeat(300)}.jpg`, bytes }] });
  await sent(ana);
  await stage.idle();
  const channel = workspace.channels().at(-1)?.name ?? '';
  await approve(stage, sam, channel, [farid]);
  await open(farid, 'confirm', channel);
  await next(farid);
  const hour = 3_600_000;
  await farid.fill({
    workDone: lines,
    startedAt: new Date(Date.now() - 3 * hour),
    endedAt: new Date(Date.now() - hour),
  });
  await next(farid);
  await sent(farid);
  await stage.idle();
  await close(stage, farid, channel, 'as_ordered', {
    acceptance: 'accepted',
    acceptedBy: HOSTILE,
    note: lines,
  });
  const { files, topic } = workspace.channel(channel);
  expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
  const attached = files.find((name) => !name.endsWith('.pdf')) ?? '';
  expect(attached).toMatch(/^\.\._\.\._<!channel> x+\.jpg$/);
  expect(attached.length).toBeLessThanOrEqual(255);
  expect(topic).not.toMatch(/[<>]/);
  const database = lookInto(stage.file);
  nothingGotThrough(stage, database);
  database.close();
  expect(stage.sandbox.complaints).toEqual([]);
}, 60_000);

test('what is looked for is only ever looked for: no syntax, no ping, no other people’s orders', async () => {
  const { felix, gus } = stage.people;
  const typed = [
    HOSTILE,
    lines.replaceAll('\n', ' '),
    '"so" OR "a"',
    'so*',
    'NEAR(a b)',
    "'; drop table orders; --",
    'ﷺ',
    '٣',
  ];
  for (const words of typed)
    for (const who of [felix, gus]) {
      await who.command(`/so find ${words}`);
      const { text, blocks } = who.ephemerals().at(-1) ?? {};
      const answer = JSON.stringify([text, blocks]);
      expect(answer, words).not.toMatch(/<!|<@U|SO-0|SQLITE|Error/);
    }
  expect(stage.sandbox.complaints).toEqual([]);
});

test('a form is no way to files that its author cannot see', async () => {
  const { ana, sam, carla } = stage.people;
  const secret = workspaceFile();
  const { id } = await orderIn(stage, 'approved');
  await stage.idle();
  const owner = stage.sandbox.workspace.files.get(secret)?.owner;
  expect([ana.id, sam.id]).not.toContain(owner);
  await carla.command('/so show SO-2');
  await carla.press('close', { message: carla.ephemerals().at(-1)?.ts ?? '' });
  await carla.modal('close');
  await carla.submit();
  const { private_metadata } = carried(carla.id);
  const details = { endedAt: Math.floor(Date.now() / 1000) - 60, acceptance: 'unavailable', note: 'All tidy' };
  const sentForm = forgedSubmission(stage, carla.id, { form: 'close', order: id, view: { private_metadata } });
  const typed = {
    endedAt: { field: { selected_date_time: details.endedAt } },
    acceptance: { field: { selected_option: { value: 'unavailable' } } },
    note: { field: { value: details.note } },
    photos: { field: { files: [{ id: secret, name: 'mine.jpg' }] } },
  };
  const view = { ...(sentForm.view as object), state: { values: typed } };
  // F14: it is refused under its field; without it the form is sent.
  expect(readIn(await interact(stage, { ...sentForm, view }))).toBe(
    words.fields.error.notYours({ count: 1, files: 'mine.jpg' }),
  );
  const without = { ...view, state: { values: { ...typed, photos: { field: { files: [] } } } } };
  expect(
    readIn(await interact(stage, { ...sentForm, view: without, trigger_id: stage.sandbox.trigger(carla.id) })),
  ).toBe('');
  await stage.idle();
  const order = await stage.store.order(stage.sandbox.teamId, id);
  expect(order?.state).toBe('completed');
  const channel = await stage.store.channel(stage.sandbox.teamId, id);
  await vi.waitFor(() =>
    expect(stage.sandbox.workspace.channel(channel?.channel ?? '').files.length).toBeGreaterThan(1),
  );
  expect(stage.sandbox.workspace.channel(channel?.channel ?? '').files).not.toContain('mine.jpg');
});

test('a channel name that Slack does not take is replaced by the number', async () => {
  const { faults } = stage.sandbox;
  faults.on('conversations.create', { kind: 'error', error: 'invalid_name_specials' }, { times: 1 });
  const { id, number } = await orderIn(stage, 'submitted');
  await stage.idle();
  expect((await stage.store.channel(stage.sandbox.teamId, id))?.name).toBe(`so-${String(number).padStart(6, '0')}`);
});

/** The PDF of an order that nobody of the next one has to do with. */
function workspaceFile(): string {
  const file = [...stage.sandbox.workspace.files.values()].find(({ name }) => name.endsWith('v1.pdf'));
  if (!file) throw new Error('no PDF was issued');
  return file.id;
}

function carried(person: string): { private_metadata: string } {
  const view = stage.sandbox.workspace.stacks.get(person)?.at(-1);
  if (!view) throw new Error('nothing is open');
  return { private_metadata: view.privateMetadata };
}
