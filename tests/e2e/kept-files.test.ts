import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Order } from '../../src/order/order.ts';
import { listOf } from '../../src/words/list.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approve, asked, confirm, submitOrder } from '../support/acting.ts';
import { speaks } from '../support/order-export.ts';
import { filesOf, type Stage, startStage } from '../support/stage.ts';
import { hashOf, troubledFiles } from '../support/troubled-files.ts';
import { words } from '../support/words.ts';

const say = words.command.document;
const PATIENT = { timeout: 15_000, interval: 20 };

/** A photo as phones take it: it says where it was taken. */
const photo = async (background: string) => ({
  name: 'valve.jpg',
  mimetype: 'image/jpeg',
  bytes: await sharp({ create: { width: 400, height: 200, channels: 3, background } })
    .withExif({ IFD3: { GPSMapDatum: 'WHERE-IT-WAS' } })
    .jpeg()
    .toBuffer(),
});

/** Files that somebody got by direct message, the oldest first. */
const sentTo = ({ sandbox }: Stage, person: Person) =>
  person.directMessages().flatMap((message) =>
    message.files.map(({ id, title }) => {
      const bytes = sandbox.workspace.files.get(id)?.bytes ?? expect.unreachable(`${title} is gone`);
      return { title, sha256: hashOf(bytes), comment: message.text };
    }),
  );

const numberOf = (channel: string) => `SO-${channel.slice(3, 9)}`;

/** What was issued to the channel, by its title. */
const issuedAs = ({ sandbox }: Stage, title: string) =>
  [...sandbox.workspace.files.values()].find((file) => file.title === title && !file.deleted) ??
  expect.unreachable(`there is no ${title}`);

const orderOf = async ({ sandbox, store }: Stage, channel: string): Promise<Order> =>
  (await store.orderByNumber(sandbox.teamId, Number(channel.slice(3, 9)))) ?? expect.unreachable();

/** Somebody asks for a document; what they are told, and what comes. */
async function asksFor(stage: Stage, person: Person, what: string) {
  const before = sentTo(stage, person).length;
  const told = await asked(person, `/so document ${what}`);
  await stage.idle();
  return { told, came: sentTo(stage, person).slice(before) };
}

describe.each(['socket', 'http'] as const)('files outlive Slack, over %s', (mode) => {
  const files = troubledFiles();
  let stage: Stage;
  let channel: string;
  let first: string;
  /** Of everything that was kept: whether Slack had nothing of it yet. */
  const early: boolean[] = [];
  beforeAll(async () => {
    stage = await startStage(mode, {}, { ...files, tryFilesEvery: 50 });
    const { ana, sam, farid } = stage.people;
    files.onPut((bytes) => {
      const withSlack = [...stage.sandbox.workspace.files.values()].map((file) => file.bytes && hashOf(file.bytes));
      early.push(!withSlack.includes(hashOf(bytes)));
    });
    channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    await confirm(stage, farid, channel, { photos: [await photo('#2060a0')] });
    first = `${numberOf(channel)} v1.pdf`;
  });
  afterEach(() => {
    expect(stage.sandbox.complaints).toEqual([]);
    stage.sandbox.faults.clear();
  });
  afterAll(() => stage.stop());

  const kept = async () => stage.store.keptFiles(stage.sandbox.teamId, (await orderOf(stage, channel)).id);
  const pathOf = (sha256: string) => join(filesOf(stage.file), sha256.slice(0, 2), sha256);

  test('every document and photo is kept under its hash, as it was issued', async () => {
    const known = await kept();
    const second = `${numberOf(channel)} v2.pdf`;
    // The photo as it was posted, and as it is printed.
    expect(new Set(known.map(({ kind, name, version }) => `${kind} ${name} ${version}`))).toEqual(
      new Set([`document ${first} 1`, `document ${second} 2`, 'attachment valve.jpg 0', 'photo valve.jpg 0']),
    );
    expect(early).toEqual(known.map(() => true));
    for (const { name, sha256, size, kind } of known) {
      const bytes = readFileSync(pathOf(sha256));
      expect([hashOf(bytes), bytes.byteLength]).toEqual([sha256, size]);
      expect(bytes.includes('WHERE-IT-WAS')).toBe(false);
      if (kind === 'photo') continue;
      const posted = stage.people.sam.messages(channel).flatMap((message) => message.files);
      const { id = '' } = posted.find(({ title }) => title === name) ?? {};
      expect(bytes.equals(stage.sandbox.workspace.files.get(id)?.bytes ?? Buffer.alloc(0)), name).toBe(true);
    }
  });

  test('any version comes again, bit for bit, also when Slack has deleted it', async () => {
    const { ana } = stage.people;
    const issued = issuedAs(stage, first);
    const sha256 = hashOf(issued.bytes ?? Buffer.alloc(0));
    for (const file of stage.sandbox.workspace.files.values()) if (file.title === first) file.deleted = true;
    const { told, came } = await asksFor(stage, ana, `${numberOf(channel)} v1`);
    expect(told).toContain(say.sending({ file: first }));
    expect(came).toEqual([{ title: first, sha256, comment: words.issued.replaced({ file: first, version: 2 }) }]);
    // The newest where none is named; each as often as it is asked for.
    const second = `${numberOf(channel)} v2.pdf`;
    for (let n = 0; n < 2; n++)
      expect((await asksFor(stage, ana, `<#C1|${channel}>`)).came).toMatchObject([{ title: second, comment: '' }]);
    expect(stage.sandbox.inspector.calls('files.completeUploadExternal').at(-1)?.args).toMatchObject({
      channel_id: expect.stringMatching(/^D/),
    });
  });

  test('in everybody’s language; what there is not is said', async () => {
    const { sam } = stage.people;
    const german = await speaks(stage, sam, 'de-DE');
    const { document, name } = german.command;
    const number = numberOf(channel);
    expect(await asked(sam, `/so ${name.document} ${number} V1.`)).toContain(document.sending({ file: first }));
    expect(await asked(sam, `/so ${name.document} ${number} v7`)).toContain(
      document.noVersion({ order: number, version: 7, count: 2, versions: listOf(['1', '2'], german) }),
    );
    const waiting = await submitOrder(stage, stage.people.ana, sam, { job: { title: 'Mend the door' } });
    expect(await asked(sam, `/so document ${numberOf(waiting)}`)).toContain(
      document.none({ order: numberOf(waiting) }),
    );
    expect(await asked(sam, '/so document')).toContain(german.command.noNumber);
    await stage.idle();
  });

  test('what a document says comes as plain text where it is asked for so', async () => {
    const { sam } = stage.people;
    const german = await speaks(stage, sam, 'de-DE');
    const number = numberOf(channel);
    const title = `${number} v1.txt`;
    for (const typed of [`${number} v1 text`, `${number} v1 ${german.command.asText}`]) {
      const { came } = await asksFor(stage, sam, typed);
      expect(came).toMatchObject([{ title }]);
    }
    const file = [...stage.sandbox.workspace.files.values()].findLast((one) => one.title === title);
    const text = file?.bytes?.toString('utf8') ?? '';
    const { content } = await orderOf(stage, channel);
    const { document } = wordsFor('en-GB');
    for (const said of [
      number,
      content.title,
      content.client,
      document.version({ version: '1' }),
      document.items.title,
    ])
      expect(text).toContain(said);
    // It is no document: what is verified is the PDF.
    expect(text).toMatch(new RegExp(`${number}-1-\\w{4}-\\w{4}-\\w{4}`));
  });

  test('nobody gets a document of an order that they may not see, nor who no longer may', async () => {
    const { gus, farid } = stage.people;
    const order = numberOf(channel);
    const { told, came } = await asksFor(stage, gus, order);
    expect(told).toContain(words.command.noOrder({ command: '/so', order, list: words.command.name.list }));
    expect(came).toEqual([]);
    const { team, id } = await orderOf(stage, channel);
    for (const person of [gus.id, 'UNOBODY'])
      await stage.store.owe(team, id, [{ type: 'send_document', version: 1, person }], Date.now());
    stage.sandbox.workspace.admin.changePerson('farid', { deleted: true });
    await vi.waitFor(
      async () => expect(await stage.store.person(team, farid.id)).toMatchObject({ kind: 'deactivated' }),
      PATIENT,
    );
    await stage.store.owe(team, id, [{ type: 'send_document', version: 1, person: farid.id }], Date.now());
    await stage.idle();
    expect([...sentTo(stage, gus), ...sentTo(stage, farid)]).toEqual([]);
    stage.sandbox.workspace.admin.changePerson('farid', { deleted: false });
    await vi.waitFor(
      async () => expect(await stage.store.person(team, farid.id)).toMatchObject({ kind: 'member' }),
      PATIENT,
    );
  });

  test('a damaged file is not served: Slack’s own is, and takes its place', async () => {
    const { ana } = stage.people;
    const second = (await kept()).find(({ version }) => version === 2) ?? expect.unreachable();
    writeFileSync(pathOf(second.sha256), 'damaged');
    const { came } = await asksFor(stage, ana, `${numberOf(channel)} v2`);
    expect(came).toEqual([{ title: second.name, sha256: second.sha256, comment: '' }]);
    expect(hashOf(readFileSync(pathOf(second.sha256)))).toBe(second.sha256);
  });

  test('nothing is issued that cannot be kept; with room it goes on', async () => {
    const { ana, sam, farid } = stage.people;
    const roof = await submitOrder(stage, ana, sam, { job: { title: 'Mend the roof' } });
    const title = `${numberOf(roof)} v1.pdf`;
    const posted = () => [...stage.sandbox.workspace.files.values()].filter((file) => file.title === title).length;
    files.full = true;
    const approving = approve(stage, sam, roof, [farid]);
    await vi.waitFor(() => expect(files.refused()).toBeGreaterThan(0), PATIENT);
    expect(posted()).toBe(0);
    files.full = false;
    await approving;
    expect(posted()).toBe(1);
  });
});

describe('where prices are for the office only', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, troubledFiles());
    await stage.set({ prices: { visibleTo: 'office' } });
  });
  afterAll(() => stage.stop());

  test('everybody gets the copy that they may see', async () => {
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    const { team, id } = await orderOf(stage, channel);
    const [[work], [priced]] = await Promise.all([
      stage.store.documents(team, id),
      stage.store.pricedDocuments(team, id),
    ]);
    expect(work?.sha256).not.toBe(priced?.sha256);
    expect((await asksFor(stage, farid, numberOf(channel))).came).toMatchObject([{ sha256: work?.sha256 }]);
    expect((await asksFor(stage, sam, numberOf(channel))).came).toMatchObject([{ sha256: priced?.sha256 }]);
    expect(stage.sandbox.complaints).toEqual([]);
  });
});

describe('without FILES_URL', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  test('a document is made again where that gives what was issued; else it is said what is missing', async () => {
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    await confirm(stage, farid, channel, { photos: [await photo('#a02020')] });
    const [first, second] = [1, 2].map((version) => `${numberOf(channel)} v${version}.pdf`) as [string, string];
    const sha256 = hashOf(issuedAs(stage, first).bytes ?? Buffer.alloc(0));
    const uploads = () => stage.sandbox.inspector.calls('files.completeUploadExternal').length;
    for (const file of stage.sandbox.workspace.files.values()) file.deleted = true;
    expect((await asksFor(stage, ana, `${numberOf(channel)} v1`)).came).toMatchObject([{ title: first, sha256 }]);
    const before = uploads();
    expect((await asksFor(stage, ana, `${numberOf(channel)} v2`)).came).toEqual([]);
    expect(ana.directMessages().at(-1)?.text).toBe(words.issued.photosGone({ file: second, count: 1 }));
    expect(uploads()).toBe(before);
    expect(stage.sandbox.complaints).toEqual([]);
  });
});
