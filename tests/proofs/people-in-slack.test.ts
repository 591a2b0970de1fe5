import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { close, confirm, decide, typicalOrder } from '../support/acting.ts';
import { direct, goesOn, inTheField, parks, quiet, submitted } from '../support/order-life.ts';
import { ASKED_FOR, type Stage, startStage } from '../support/stage.ts';
import { ANY, cardSays, did, part, words } from '../support/words.ts';

const { title } = typicalOrder.job;
/** What stands in a next channel's first post, by the channel that was archived. */
const movedFrom = (channel: string) => part(words.channel.moved.archivedBy({ channel, order: ANY, name: ANY }));

describe('people close or change an order’s channel', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterEach(async () => {
    await quiet(stage);
    expect(stage.sandbox.complaints.splice(0)).toEqual([]);
  });
  afterAll(() => stage.stop());

  test('archived: left alone until the order needs it, then everything goes on in a next channel', async () => {
    const { sandbox, people, store } = stage;
    const { admin } = sandbox.workspace;
    const { farid, olga } = people;
    const order = await inTheField(stage);
    const before = await store.documents(sandbox.teamId, order.id);
    admin.archiveChannel(order.name);
    await quiet(stage);
    expect(order.channels()).toHaveLength(1);

    await confirm(stage, farid, await order.shownTo(farid));
    await quiet(stage);
    expect(order.channels().map(({ name }) => name)).toEqual([order.name, `${order.name}-2`]);
    const next = sandbox.workspace.channel(`${order.name}-2`);
    expect(next.members.toSorted()).toEqual(['Ana Ruiz', 'Carla Weber', 'Farid Haddad', 'Sam Lee', 'Service Orders']);
    expect(order.texts().filter((text) => text.includes(movedFrom(`#${order.name}`)))).toEqual([
      words.channel.moved.archivedBy({ channel: `#${order.name}`, order: order.number, name: olga.name }),
    ]);
    const [old] = order.channels();
    expect(JSON.stringify(next.messages)).toContain(`<#${old?.id}>`);
    expect(next.files).toEqual([`${order.number} v1.pdf`, `${order.number} v2.pdf`]);
    expect(order.texts().filter((text) => text.includes(did('confirm_partial')))).toHaveLength(1);
    expect(next.pins.map(({ text }) => text)).toEqual([expect.stringContaining(cardSays('approved', 2))]);
    const after = await store.documents(sandbox.teamId, order.id);
    expect(after[0]?.sha256).toBe(before[0]?.sha256);
    expect(after[0]?.permalink).not.toBe(before[0]?.permalink);
    expect(next.bookmarks.map(({ title, link }) => [title, link])).toEqual([
      [words.card.bookmark({ version: 2 }), after[1]?.permalink],
    ]);
    expect(next.topic).toContain(`${words.order.stage.in_progress} · v2`);
  });

  test('archived again and again: each time one next channel, whatever was missed', async () => {
    const { sandbox, people } = stage;
    const { farid } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    // The app was down, and hears nothing of it.
    sandbox.workspace.silently(() => admin.archiveChannel(order.name));
    await confirm(stage, farid, await order.shownTo(farid));
    admin.archiveChannel(`${order.name}-2`);
    await confirm(stage, farid, await order.shownTo(farid));
    expect(order.channels().map(({ files }) => files.map((file) => file.slice(10)))).toEqual([
      ['v1.pdf'],
      ['v1.pdf', 'v2.pdf'],
      ['v2.pdf', 'v3.pdf'],
    ]);
    expect(order.texts(`${order.name}-2`)).toContainEqual(
      expect.stringContaining(part(words.channel.moved.archived({ channel: ANY, order: ANY }))),
    );
  });

  test('deleted: the next channel says so, and history and bookmark lead to the new file', async () => {
    const { sandbox, people } = stage;
    const { sam, farid, ana } = people;
    const order = await inTheField(stage);
    sandbox.workspace.admin.deleteChannel(order.name);
    await order.shownTo(sam);
    await sam.press('assign', { channel: 'app' });
    await sam.modal('assign');
    await sam.fill({ crew: [farid, people.fiona] });
    await sam.submit();
    await quiet(stage);
    const [next] = order.channels();
    expect(next?.name).toBe(`${order.name}-2`);
    const about = { channel: `#${order.name}`, order: order.number, name: people.olga.name };
    const said = words.channel.moved.deletedBy(about).replaceAll('`', '');
    expect(order.texts().filter((text) => text.includes(about.channel))).toEqual([said]);
    expect(next?.members).toContain('Fiona Walsh');
    expect(next?.files).toEqual([`${order.number} v1.pdf`]);
    const [document] = await stage.store.documents(sandbox.teamId, order.id);
    await ana.command(`/so history ${order.number}`);
    expect(JSON.stringify(ana.ephemerals().at(-1)?.blocks)).toContain(document?.permalink);
    expect(next?.bookmarks.map(({ link }) => link)).toEqual([document?.permalink]);
  });

  test('archived before anything is approved: the next channel has one card, and the requester goes on there', async () => {
    const { sandbox, people } = stage;
    const order = await submitted(stage);
    sandbox.workspace.admin.archiveChannel(order.name);
    await decide(stage, people.sam, 'request_changes', 'app', 'Which pump?');
    await quiet(stage);
    const [, next] = order.channels();
    expect(order.texts().filter((text) => text.includes(cardSays('changes_requested')))).toHaveLength(1);
    expect(order.texts().filter((text) => text.includes(movedFrom(ANY)))).toHaveLength(1);
    expect([next?.pins.length, next?.files, next?.members.length]).toEqual([1, [], 4]);
  });

  test('archived before a rejection: the requester is told, and no channel is opened to say that it is closed', async () => {
    const { sandbox, people } = stage;
    const { sam, ana } = people;
    const order = await submitted(stage);
    const told = ana.directMessages().length;
    sandbox.workspace.admin.archiveChannel(order.name);
    await decide(stage, sam, 'reject', 'app', 'No budget');
    await quiet(stage);
    expect(order.channels()).toHaveLength(1);
    const lead = words.tell.lead.rejected({ order: order.number, name: sam.name, title });
    expect(direct(ana, told)).toEqual([`${lead}\nNo budget`]);
  });

  test('archived before the closing: the final PDF still reaches people, and the new channel is archived in its turn', async () => {
    const { sandbox, people } = stage;
    await stage.set({ channel: { archiveAfterDays: 0.00001 } });
    const { farid } = people;
    const order = await inTheField(stage);
    sandbox.workspace.admin.archiveChannel(order.name);
    await close(stage, farid, await order.shownTo(farid), 'as_ordered', {
      endedAt: new Date(Date.now() - 60_000),
      acceptance: 'unavailable',
    });
    await stage.set({});
    await vi.waitFor(() => expect(order.channels().at(-1)?.isArchived).toBe(true), 8000);
    expect(order.channels().map(({ files }) => files.length)).toEqual([1, 2]);
    expect(order.channels().at(-1)?.files.at(-1)).toBe(`${order.number} v2.pdf`);
    expect(order.texts()).toContainEqual(expect.stringContaining(did('close')));
  });

  test('archived by people once all is said: archiving it later is no failure', async () => {
    const { sandbox, people } = stage;
    await stage.set({ channel: { archiveAfterDays: 0.00002 } });
    const { farid } = people;
    const order = await inTheField(stage);
    await close(stage, farid, order.name, 'as_ordered', {
      endedAt: new Date(Date.now() - 60_000),
      acceptance: 'unavailable',
    });
    sandbox.workspace.silently(() => sandbox.workspace.admin.archiveChannel(order.name));
    await stage.set({});
    await vi.waitFor(
      async () => expect(await stage.store.nextDue(stage.sandbox.teamId, ASKED_FOR)).toBeUndefined(),
      8000,
    );
    expect(order.channels()).toHaveLength(1);
  });

  test('renamed and made public: it works on, under its new name', async () => {
    const { sandbox, people, store } = stage;
    const { admin } = sandbox.workspace;
    const { farid } = people;
    const order = await inTheField(stage);
    admin.renameChannel(order.name, 'acme-pump');
    admin.convertToPublic('acme-pump');
    await vi.waitFor(async () => expect((await store.channel(sandbox.teamId, order.id))?.name).toBe('acme-pump'));
    await confirm(stage, farid, 'acme-pump');
    const { files, pins, topic } = sandbox.workspace.channel('acme-pump');
    expect({ files: files.length, pins: pins.length, topic }).toMatchObject({ files: 2, pins: 1 });
    expect(topic).toContain('v2');
  });

  test.each([[false], [true]])(
    'shared with another organisation (new id: %s): who runs the order is warned, the others can do nothing',
    async (newId) => {
      const { sandbox, people } = stage;
      const { sam, carla, ext, farid } = people;
      const { admin } = sandbox.workspace;
      const order = await inTheField(stage);
      const told = [sam, carla].map((person) => person.directMessages().length);
      admin.shareChannel(order.name, { newId });
      admin.inviteTo(order.name, 'ext');
      for (const [index, person] of [sam, carla].entries())
        await vi.waitFor(
          () =>
            expect(direct(person, told[index])).toEqual([
              words.tell.lead.channel_shared({ order: order.number, title }),
            ]),
          8000,
        );
      await ext.press('confirm', { channel: order.name });
      expect((await ext.modal()).shown).toContain(words.forms.notice.noOrder);
      await ext.closeModal();
      await confirm(stage, farid, order.name);
      expect(order.channels().map(({ files }) => files.length)).toEqual([2]);
      admin.unshareChannel(order.name);
    },
  );

  test('the card deleted: it is drawn and pinned again with the next change; a pin taken away stays away', async () => {
    const { sandbox, people } = stage;
    const { farid } = people;
    const { admin } = sandbox.workspace;
    const order = await inTheField(stage);
    admin.removePins(order.name);
    await confirm(stage, farid, order.name);
    expect(sandbox.workspace.channel(order.name).pins).toEqual([]);
    admin.deleteMessage(order.name, cardSays('approved', 2));
    await confirm(stage, farid, await order.shownTo(farid));
    const { pins, messages } = sandbox.workspace.channel(order.name);
    expect(pins.map(({ text }) => text)).toEqual([expect.stringContaining(cardSays('approved', 3))]);
    const isCard = (text: string) => [1, 2, 3].some((version) => text.includes(cardSays('approved', version)));
    expect(messages.filter(({ text }) => isCard(text))).toHaveLength(1);
  });

  test('a PDF deleted: history says so, the bookmark leads to nothing no more, the next version is as ever', async () => {
    const { sandbox, people } = stage;
    const { ana, farid } = people;
    const order = await inTheField(stage);
    sandbox.workspace.admin.deleteFile(`${order.number} v1.pdf`);
    await vi.waitFor(() => expect(sandbox.workspace.channel(order.name).bookmarks).toEqual([]));
    await ana.command(`/so history ${order.number}`);
    const [, facts] =
      ana
        .ephemerals()
        .at(-1)
        ?.shown.split(words.lists.pdfDeleted({ version: 1 })) ?? [];
    expect(facts).toMatch(/^ · \d+\skB · SHA-256/);
    await confirm(stage, farid, order.name);
    expect(sandbox.workspace.channel(order.name).bookmarks.map(({ title }) => title)).toEqual([
      words.card.bookmark({ version: 2 }),
    ]);
  });

  test('a PDF that Slack does not take for now: nothing asks for it again and again; with Retry it comes, and its bookmark', async () => {
    const { sandbox, people, store } = stage;
    const { adam, farid } = people;
    const order = await inTheField(stage);
    const allow = sandbox.faults.on('files.getUploadURLExternal', { kind: 'error', error: 'file_uploads_disabled' });
    await confirm(stage, farid, order.name);
    await parks(stage, 1);
    await quiet(stage, 1);
    expect(await store.nextDue(sandbox.teamId, ASKED_FOR)).toBeUndefined();
    allow();
    await adam.openHome();
    await adam.press('effect_retry', { home: true });
    await goesOn(stage);
    expect(sandbox.workspace.channel(order.name).bookmarks.map(({ title }) => title)).toEqual([
      words.card.bookmark({ version: 2 }),
    ]);
  });
});
