import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { type JsonObject, objectOf } from '../../sandbox/server/json.ts';
import { addItem, approve, asked, confirm, decide, next, open, sent, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { forgedPress, forgedSubmission, from, interact, stateWith } from '../support/forged.ts';
import {
  digitsIn,
  overheard,
  type Priced,
  type Read,
  screenOf,
  sentToOthers,
  type Window,
} from '../support/onlooker.ts';
import { forms } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

/** Unit prices, and what comes of them: digits that stand nowhere else. */
const DRAFTED = '655361.29';
const RESUBMITTED = '548216.37';
const FIRST = '739157.31';
const SECOND = '846209.73';
const CHANGED = '951283.64';
/** Less than two pumps. */
const LIMIT = '731904.55';
const AMOUNTS = [
  ...['65536129', '73915731', '84620973', '95128364'],
  ...['54821637', '73190455'],
  // Two pumps as they were drafted and resubmitted, and what the requester's edit made of them.
  ...['131072258', '155975987', '16759204', '109643274', '130475496', '21428984', '38188188', '45443944'],
  // Two pumps, with tax; what the change makes of them, and with the seal.
  ...['147831462', '175919440', '28087978', '190256728', '226405506', '42425266', '274877701', '327104464'],
];
/** Wherever an order reaches people, operators or Slack, by where it is read; each has to be among what is read. */
const SURFACES = [
  ...['channel', 'file', 'words of', 'properties of', 'notifications', 'private answers', 'modal', 'Home'],
  ...['chat.postMessage', 'chat.update', 'views.open', 'views.push', 'views.update', 'views.publish', 'ack of'],
  ...['files.getUploadURLExternal', 'files.completeUploadExternal', 'conversations.create'],
  ...['conversations.setTopic', 'bookmarks.add', 'bookmarks.edit', 'the log', 'the metrics'],
];
const found = (reads: readonly Read[]) =>
  reads.flatMap(([where, text]) => digitsIn(text, AMOUNTS).map((digits) => `${digits} in ${where}`));

describe('prices for the office only', () => {
  let stage: Stage;
  let log: ReturnType<typeof overheard>;
  let channel: string;
  let office: string;
  const windows: Window[] = [];
  /** While somebody acts, what opens is theirs. */
  const by = async <T>(person: Person, act: () => Promise<T>): Promise<T> => {
    const start = stage.sandbox.inspector.entries.length;
    try {
      return await act();
    } finally {
      windows.push({ person, from: start, to: stage.sandbox.inspector.entries.length });
    }
  };
  const priced = (): Priced => {
    const { ana, sam, carla, sofia, adam, olga } = stage.people;
    return { people: [ana, sam, carla, sofia, adam, olga], channels: [office] };
  };
  const others = () => {
    const { farid, fiona, gus, gina, ben, ext } = stage.people;
    return [farid, fiona, gus, gina, ben, ext];
  };
  const settings = (prices: object, supervisors: object[] = []) => ({
    money: { currency: 'EUR', taxRate: 19_000 },
    prices: { visibleTo: 'office', ...prices },
    roles: { office: [stage.people.sofia.id], supervisors },
  });
  const order = async () => {
    const one = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    return one ?? expect.unreachable();
  };
  const onPaper = async () => {
    const [one] = [...(await stage.store.documents(stage.sandbox.teamId, (await order()).id))].reverse();
    return one ?? expect.unreachable();
  };

  beforeAll(async () => {
    log = overheard();
    stage = await startStage('socket', {}, {}, 'trace');
    stage.sandbox.workspace.admin.createChannel('office', { isPrivate: true, members: ['sofia'] });
    office = stage.sandbox.workspace.channel('office').id;
    await stage.set(settings({ channel: office }));
  });
  afterAll(async () => {
    log.stop();
    await stage.stop();
  });

  /** What anybody without sight of prices asks for and opens. */
  async function looksAround(person: Person): Promise<Read[]> {
    const reads: Read[] = [];
    const look = () =>
      reads.push(...screenOf(stage, person).map(([where, text]): Read => [`${where} of ${person.name}`, text]));
    const codes = await Promise.all(
      (['work', 'priced'] as const).map(async (copy) =>
        codeOn(stage.store, await order(), (await onPaper()).version, copy),
      ),
    );
    const lines = [
      'list',
      'inbox',
      'today',
      'show SO-1',
      'find pump',
      'history SO-1',
      ...codes.map((one) => `verify ${one}`),
    ];
    for (const line of lines) await by(person, () => asked(person, `/so ${line}`));
    await by(person, () => person.openHome());
    look();
    await by(person, () => triesEveryForm(person));
    return reads;
  }

  /** Every form's button pressed, and every form sent, by somebody who may mostly not: what they are told is read with the rest. */
  async function triesEveryForm(person: Person): Promise<void> {
    const { id } = await order();
    for (const form of forms) {
      await interact(stage, forgedPress(stage, person.id, `order:${form}`, id));
      await interact(stage, forgedSubmission(stage, person.id, { form, order: form === 'submit' ? '' : id }));
    }
    await stage.sandbox.idle();
    stage.sandbox.workspace.stacks.clear();
  }

  test('a whole life of an order shows no digit of a price to crew, guests, members without a part, or others', async () => {
    const { ana, sam, carla, farid, fiona, gus } = stage.people;
    channel = await by(ana, () =>
      submitOrder(stage, ana, sam, {
        when: { coordinator: carla },
        items: [{ description: 'Pump', quantity: '2', unitPrice: DRAFTED }],
      }),
    );
    await by(sam, () => decide(stage, sam, 'request_changes', channel, 'Which pump?'));
    for (const [form, unitPrice] of [
      ['resubmit', RESUBMITTED],
      ['edit', FIRST],
    ] as const)
      await by(ana, async () => {
        await open(ana, form, channel);
        await next(ana);
        await next(ana);
        await ana.press('item_edit');
        await ana.modal('item');
        await ana.fill({ unitPrice });
        await ana.submit();
        await ana.modal(form);
        await sent(ana);
        await stage.idle();
      });
    expect(
      sam
        .directMessages()
        .map(({ text }) => text)
        .join(),
    ).toContain('1,759,194.40');
    // Above a limit its supervisor is told the amount, and nobody else who tries.
    await stage.set(settings({ channel: office }, [{ id: sam.id, limit: LIMIT }]));
    await by(sam, async () => {
      await open(sam, 'approve', channel);
      expect(digitsIn(sam.topModal()?.shown ?? '', AMOUNTS)).toEqual(['73190455', '147831462']);
      await sam.closeModal();
    });
    for (const person of [farid, stage.people.gina]) await by(person, () => triesEveryForm(person));
    await stage.set(settings({ channel: office }));
    await by(sam, () => approve(stage, sam, channel, [farid, fiona, gus]));
    for (const person of [farid, stage.people.ben]) await by(person, () => triesEveryForm(person));

    // The app is not in the office's channel: an admin reads what to do, and the document comes once it is.
    const parked = await stage.store.parked(stage.sandbox.teamId, 10);
    expect(parked.map(({ type }) => type)).toEqual(['issue_document']);
    expect(parked[0]?.remedy).toContain(office);
    stage.sandbox.workspace.admin.inviteApp('office');
    await stage.sandbox.idle();
    await stage.idle();
    expect(await stage.store.parked(stage.sandbox.teamId, 10)).toEqual([]);

    // The coordinator changes a price and adds one; then the crew adds what they cannot price.
    await by(carla, async () => {
      await open(carla, 'confirm', channel);
      await carla.press('item_edit');
      await carla.modal('item');
      await carla.fill({ unitPrice: CHANGED });
      await carla.submit();
      await carla.modal('confirm');
      await addItem(carla, { description: 'Seal', quantity: '1', unitPrice: SECOND });
      await next(carla);
      await carla.fill({
        workDone: 'Ordered a better one.',
        startedAt: new Date(Date.now() - 7_200_000),
        endedAt: new Date(Date.now() - 3_600_000),
        reason: 'Better.',
      });
      await next(carla);
      await sent(carla);
      await stage.idle();
    });
    await by(farid, async () => {
      await open(farid, 'confirm', channel);
      expect(found(screenOf(stage, farid))).toEqual([]);
      await farid.press('item_edit', { nth: 0 });
      const editor = await farid.modal('item');
      expect(editor.fields.map(({ blockId }) => blockId)).not.toContain('unitPrice');
      await farid.closeModal();
      await addItem(farid, { description: 'Gasket', quantity: '3' });
      await next(farid);
      await farid.fill({
        workDone: 'Fitted it.',
        startedAt: new Date(Date.now() - 7_200_000),
        endedAt: new Date(Date.now() - 3_600_000),
        reason: 'Worn.',
      });
      await next(farid);
      expect(found(screenOf(stage, farid))).toEqual([]);
      await sent(farid);
      await stage.idle();
    });
    const now = await order();
    expect(now.content.items.map(({ description, unitPrice }) => [description, unitPrice])).toEqual([
      ['Pump', CHANGED],
      ['Seal', SECOND],
      ['Gasket', null],
    ]);

    // Somebody leaves the crew; then documents go to those who answer for the order.
    await by(sam, async () => {
      await open(sam, 'assign', channel);
      await sam.fill({ crew: [farid, gus] });
      await sent(sam);
      await stage.idle();
    });
    await stage.set(settings({ channel: '' }));
    await by(gus, () => confirm(stage, gus, channel, { final: true }));

    const reads: Read[] = [];
    for (const person of [farid, gus, fiona, stage.people.ben]) reads.push(...(await looksAround(person)));
    for (const person of others()) reads.push(...screenOf(stage, person));
    await by(farid, async () => {
      await farid.openHome();
      await farid.press('order_show', { home: true });
      await farid.modal();
      reads.push(...screenOf(stage, farid));
      await farid.closeModal(true);
    });
    await by(farid, async () => {
      await farid.openHome();
      await farid.press('search', { home: true });
      await farid.modal('search_orders');
      await farid.fill({ search_words: 'pump' });
      await farid.submit();
      expect(farid.topModal()?.shown).toContain('Replace pump');
      reads.push(...screenOf(stage, farid));
      await farid.closeModal(true);
      const [document] = farid
        .messages(channel)
        .filter(({ files }) => files.some(({ title }) => title.endsWith('.pdf')));
      await farid.messageShortcut('verify_document', document ?? expect.unreachable());
      await stage.sandbox.idle();
      reads.push(...screenOf(stage, farid));
      await farid.closeModal(true).catch(() => undefined);
    });
    // Whoever worked on an order may copy it, without what it cost.
    await by(farid, async () => {
      await farid.command('/so copy SO-1');
      await farid.modal('submit');
      const shows = () => reads.push(...screenOf(stage, farid));
      shows();
      while (!farid.topModal()?.actions.includes('item_edit')) await next(farid);
      shows();
      expect(farid.topModal()?.shown).toContain('Pump');
      await farid.press('item_edit', { nth: 0 });
      await farid.modal('item');
      shows();
      await farid.closeModal(true);
    });
    reads.push(...sentToOthers(stage, priced(), windows));
    reads.push(...log.lines.map((line): Read => ['the log', line]));
    reads.push(['the metrics', await (await fetch(`http://127.0.0.1:${stage.service.port}/metrics`)).text()]);
    expect(found(reads)).toEqual([]);
    const isRead = (surface: string) => reads.some(([where, text]) => where.startsWith(surface) && text.length > 2);
    expect(SURFACES.filter((surface) => !isRead(surface))).toEqual([]);
    expect(reads.filter(([where]) => where.startsWith('words of')).length).toBeGreaterThan(3);
    expect(stage.sandbox.complaints).toEqual([]);
  }, 120_000);

  test('requester, supervisor, coordinator, office and admins see them, and have documents with prices', async () => {
    const { ana, sam, carla, sofia, adam } = stage.people;
    for (const person of [ana, sam, carla, sofia, adam])
      expect(digitsIn(await asked(person, '/so show SO-1'), AMOUNTS), person.name).toContain('95128364');
    const files = [...stage.sandbox.workspace.files.values()];
    const pdfs = (where: (channel: string) => boolean) =>
      files.filter(({ shares }) => shares.some((share) => where(share.channel))).map(({ title }) => title);
    const inOffice = stage.sandbox.workspace.conversation('office');
    expect(pdfs((id) => id === office)).toEqual(['SO-000001 v1.pdf', 'SO-000001 v2.pdf', 'SO-000001 v3.pdf']);
    const own = inOffice.messages.filter(({ user }) => user === stage.sandbox.botUserId);
    const [first, ...below] = own.filter(
      ({ subtype }) => subtype === undefined || subtype === 'file_share' || subtype === 'bot_message',
    );
    expect(below.length).toBeGreaterThanOrEqual(3);
    expect(below.every(({ threadTs }) => threadTs === first?.ts)).toBe(true);
    // An edit, which notifies nobody: also where a later one went elsewhere.
    expect(first?.text).toBe(
      words.issued.newest({ order: 'SO-000001', title: 'Replace pump', client: 'Acme', version: 4 }),
    );
    for (const person of [ana, sam])
      expect(person.directMessages().flatMap((one) => one.files.map(({ title }) => title))).toContain(
        'SO-000001 v4.pdf',
      );
    const work = files.filter(({ title }) => title.includes('work copy')).map(({ title }) => title);
    expect(work).toEqual([1, 2, 3, 4].map((n) => `${words.document.workCopy({ title: `SO-000001 v${n}` })}.pdf`));
  });

  test('both copies verify, each as what it is', async () => {
    const { sam, farid } = stage.people;
    const one = await order();
    const [work, full] = [await codeOn(stage.store, one, 4, 'work'), await codeOn(stage.store, one, 4)];
    expect(work).not.toBe(full);
    for (const person of [sam, farid]) {
      expect(await asked(person, `/so verify ${work}`)).toContain(words.verify.workCopy);
      const answer = await asked(person, `/so verify ${full}`);
      expect(answer).not.toContain(words.verify.workCopy);
      expect(answer).toContain(words.verify.current.replaceAll('*', ''));
    }
  });
});

describe('whoever does not see prices sets none', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
    await stage.set({ prices: { visibleTo: 'office' } });
  });
  afterAll(() => stage.stop());

  test('by a forged item, or with a form from when they saw them', async () => {
    const { ana, sam, carla, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam, {
      when: { coordinator: carla },
      items: [{ description: 'Pump', quantity: '2', unitPrice: FIRST }],
    });
    await approve(stage, sam, channel, [farid, carla]);
    await open(farid, 'confirm', channel);
    await farid.press('item_edit');
    const editor = await farid.modal('item');
    const forged = {
      ...from(stage, farid.id),
      type: 'view_submission',
      view: {
        ...{ id: editor.id, type: 'modal', callback_id: editor.callbackId, hash: editor.hash },
        ...{ private_metadata: editor.privateMetadata, previous_view_id: null },
        state: stateWith({ kind: 'material', description: 'Pump', quantity: '5', unit: 'pcs', unitPrice: '1' }),
      },
      response_urls: [],
    };
    expect((await interact(stage, forged)).status).toBe('acked');
    const draft = await stage.store.draft({
      team: stage.sandbox.teamId,
      person: farid.id,
      form: 'confirm',
      order: JSON.parse(editor.privateMetadata).o,
    });
    expect(draft?.data?.items).toMatchObject([{ quantity: 5000, unitPrice: null }]);

    // The coordinator, who sees them, types one; then they are crew only.
    await open(carla, 'confirm', channel);
    await carla.press('item_edit');
    await carla.modal('item');
    await carla.fill({ unitPrice: '2' });
    await carla.submit();
    await carla.modal('confirm');
    await addItem(carla, { description: 'Seal', quantity: '1', unitPrice: '3' });
    await open(sam, 'assign', channel);
    await sam.fill({ crew: [farid, carla], coordinator: null });
    await sent(sam);
    await stage.idle();
    const page = await carla.submit();
    expect(objectOf(page)).toHaveProperty('view');
    await carla.fill({
      workDone: 'Fitted it.',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      reason: 'Worn.',
    });
    await next(carla);
    expect(carla.topModal()?.shown).not.toMatch(/€|739/);
    // Slack takes the first reply under a document and does not answer.
    const underDocument = ({ channel, thread_ts }: JsonObject) =>
      thread_ts !== undefined && String(channel).startsWith('D');
    stage.sandbox.faults.on('chat.postMessage', { kind: 'lost' }, { times: 1, when: underDocument });
    await sent(carla);
    await stage.idle();
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    expect(order?.content.items.map(({ description, unitPrice }) => [description, unitPrice])).toEqual([
      ['Pump', FIRST],
      ['Seal', null],
    ]);
    // Whoever has the older document with prices reads under it, once, that it is superseded.
    for (const person of [ana, sam]) {
      const direct = person.directMessages();
      const document = direct.find(({ files }) => files.some(({ title }) => title === 'SO-000001 v1.pdf'));
      const said = words.channel.superseded({ version: 2, order: 'SO-000001' }).replaceAll(/[*`]/g, '');
      expect(direct.filter(({ text }) => text === said).map(({ threadTs }) => threadTs)).toEqual([document?.ts]);
    }
  }, 60_000);

  test('and in the channel after the one that people closed there are none either', async () => {
    const { sam, farid } = stage.people;
    const [closed] = stage.sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-000001'));
    stage.sandbox.workspace.admin.archiveChannel(closed?.name ?? '');
    await stage.sandbox.idle();
    await sam.command('/so show SO-1');
    await open(sam, 'assign', 'app');
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await stage.idle();
    const next = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    expect(next).not.toBe(closed?.name);
    const files = farid.messages(next).flatMap((one) => one.files.map(({ title }) => title));
    expect(files).toEqual([`${words.document.workCopy({ title: 'SO-000001 v2' })}.pdf`]);
    expect(found(screenOf(stage, farid))).toEqual([]);
    expect(stage.sandbox.complaints).toEqual([]);
  }, 60_000);

  test('nor in a channel for documents with prices that has become public, or is shared with others', async () => {
    const { ana, sam, farid } = stage.people;
    const { admin } = stage.sandbox.workspace;
    admin.createChannel('ledger', { isPrivate: true, members: ['sofia'] });
    admin.inviteApp('ledger');
    const ledger = stage.sandbox.workspace.channel('ledger').id;
    await stage.set({ prices: { visibleTo: 'office', channel: ledger } });
    admin.shareChannel('ledger');
    const channel = await submitOrder(stage, ana, sam, {
      items: [{ description: 'Pump', quantity: '2', unitPrice: FIRST }],
    });
    await approve(stage, sam, channel, [farid]);
    const owed = async () =>
      (await stage.store.parked(stage.sandbox.teamId, 10)).map(({ remedy }) => JSON.parse(remedy));
    expect(await owed()).toEqual([{ say: 'office_channel_shared', channel: '#ledger' }]);
    admin.unshareChannel('ledger');
    admin.convertToPublic('ledger');
    const { adam } = stage.people;
    const retry = async () => {
      await vi.waitFor(async () => expect((await adam.openHome())?.actions).toContain('effect_retry'), 8000);
      await adam.press('effect_retry', { home: true });
      await stage.idle();
    };
    await retry();
    expect(await owed()).toEqual([{ say: 'office_channel_open', channel: '#ledger' }]);
    expect(stage.people.sofia.messages('ledger').flatMap(({ files }) => files)).toEqual([]);
    // Another channel is chosen, and the app invited: it goes on by itself.
    admin.createChannel('books', { isPrivate: true, members: ['sofia'] });
    const books = stage.sandbox.workspace.channel('books').id;
    await stage.set({ prices: { visibleTo: 'office', channel: books } });
    admin.inviteApp('books');
    await stage.sandbox.idle();
    await stage.idle();
    expect(await owed()).toEqual([]);
    const files = stage.people.sofia.messages('books').flatMap((one) => one.files.map(({ title }) => title));
    expect(files).toEqual(['SO-000002 v1.pdf']);
    // The channel is lost, and none is chosen any more: those who answer for the order get what waits.
    admin.shareChannel('books');
    if (farid.topModal()) await farid.closeModal(true);
    await confirm(stage, farid, channel, { final: false });
    expect(await owed()).toEqual([{ say: 'office_channel_shared', channel: '#books' }]);
    await stage.set({ prices: { visibleTo: 'office', channel: '' } });
    await retry();
    expect(await owed()).toEqual([]);
    for (const person of [ana, sam])
      expect(person.directMessages().flatMap((one) => one.files.map(({ title }) => title))).toContain(
        'SO-000002 v2.pdf',
      );
  }, 60_000);
});
