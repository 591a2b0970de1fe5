import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { picturesOf } from '../../src/pdf/model/attachments.ts';
import { startRenderer } from '../../src/pdf/renderer.ts';
import { decodePhoto } from '../../src/pictures/decode-photo.ts';
import type { Photo } from '../../src/pictures/photo.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, beginOrder, confirm, sent, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { ANY, part, words } from '../support/words.ts';

/** That a file stands in a document with the remark that it is not printed. */
const notPrinted = (name: string) =>
  new RegExp(`${name}.*${part(words.document.files.notPrinted({ origin: ANY })).replaceAll(/[()]/g, '\\$&')}`);

/** A plain picture, lying: twice as wide as high. */
const plain = (background: string, width = 400, height = 200) =>
  sharp({ create: { width, height, channels: 3, background } });

/** As phones take them: the pixels lie, EXIF says that the picture stands, and where it was taken. */
const fromPhone = () =>
  plain('#2060a0')
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 5/1 15/1', GPSMapDatum: 'WHERE-IT-WAS' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('photos in documents', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterEach(() => {
    expect(stage.sandbox.complaints).toEqual([]);
    stage.sandbox.faults.clear();
  });
  afterAll(() => stage.stop());

  const picked = (name: string, bytes: Uint8Array) => ({ name, bytes, mimetype: 'image/jpeg' });
  const fileNamed = (title: string) => {
    const found = [...stage.sandbox.workspace.files.values()].findLast((file) => file.title === title && !file.deleted);
    if (!found?.bytes) throw new Error(`there is no file ${title}`);
    return found;
  };
  const bytesOf = (title: string): Buffer => fileNamed(title).bytes ?? Buffer.alloc(0);
  const numberOf = (channel: string) => `SO-${channel.slice(3, 9)}`;
  const approved = async () => {
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    return channel;
  };

  test('are printed upright, with who took them when, and without where', async () => {
    const { farid } = stage.people;
    const jpeg = await fromPhone();
    expect(jpeg.includes('WHERE-IT-WAS')).toBe(true);
    const channel = await approved();
    const photos = [picked('valve.jpg', jpeg), picked('plate.png', await plain('#a02020').png().toBuffer())];
    await confirm(stage, farid, channel, { photos });
    const pdf = bytesOf(`${numberOf(channel)} v2.pdf`);
    const [first, second] = imagesOf(pdf);
    expect(first?.width).toBeLessThan(first?.height ?? 0);
    expect(second).toEqual({ width: 400, height: 200 });
    const { caption, withVersion } = words.document.photos;
    const [, below] = wordsOf(pdf).split(`${caption({ number: '1', name: 'valve.jpg' })} `);
    expect(below).toMatch(new RegExp(withVersion({ name: farid.name, when: '.*', version: '2' })));
    expect(wordsOf(pdf)).toContain(caption({ number: '2', name: 'plate.png' }));
    expect(pdf.includes('WHERE-IT-WAS')).toBe(false);
    expect(pdf.includes('Exif')).toBe(false);
    await confirm(stage, farid, channel);
    expect(imagesOf(bytesOf(`${numberOf(channel)} v3.pdf`))).toHaveLength(2);
    expect(await madeAnew(channel, 2)).toEqual(pdf);
  }, 40_000);

  /** A version's PDF, made by another thread of the photos as they are in Slack. */
  async function madeAnew(channel: string, version: number): Promise<Buffer> {
    const { sandbox, store } = stage;
    const order = await orderNumbered(store, sandbox.teamId, Number(channel.slice(3, 9)));
    const renderer = startRenderer();
    const photos = new Map<string, Photo>();
    for (const { fileId } of picturesOf(order.versions)) {
      const photo = await decodePhoto(sandbox.workspace.files.get(fileId)?.bytes ?? Buffer.alloc(0));
      if ('jpeg' in photo) photos.set(fileId, photo);
    }
    const { bytes } = await renderer.render(order, version, { photos, code: await codeOn(store, order, version) });
    await renderer.stop();
    return Buffer.from(bytes);
  }

  test('that somebody has deleted meanwhile are named', async () => {
    const { ana, sam, farid } = stage.people;
    await beginOrder(ana, sam);
    await ana.fill({ attachments: [picked('leak.jpg', await fromPhone())] });
    await sent(ana);
    await stage.idle();
    const channel = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    for (const file of stage.sandbox.workspace.files.values()) if (file.name === 'leak.jpg') file.deleted = true;
    await approve(stage, sam, channel, [farid]);
    const pdf = bytesOf(`${numberOf(channel)} v1.pdf`);
    expect(imagesOf(pdf)).toEqual([]);
    expect(wordsOf(pdf)).toMatch(notPrinted('leak\\.jpg'));
  });

  test('that are none, or would fill the memory, are named', async () => {
    const { farid } = stage.people;
    const channel = await approved();
    const bomb = await plain('#000000', 12_000, 12_000).png().toBuffer();
    const photos = [picked('notes.png', Buffer.from('not a picture')), picked('bomb.png', bomb)];
    await confirm(stage, farid, channel, { photos });
    const printed = wordsOf(bytesOf(`${numberOf(channel)} v2.pdf`));
    for (const name of ['notes\\.png', 'bomb\\.png']) expect(printed).toMatch(notPrinted(name));
    expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
  });

  test('that are more than one document can print are named, the oldest of them', async () => {
    const { farid } = stage.people;
    const channel = await approved();
    // The same picture twice would be printed once.
    const hex = (value: number) => value.toString(16).padStart(2, '0');
    for (const n of [1, 2, 3, 4]) {
      const photos = Array.from({ length: 10 }, async (_, index) => {
        const shade = 6 * (10 * n + index - 10);
        const bytes = await plain(`#${hex(shade)}50${hex(255 - shade)}`)
          .png()
          .toBuffer();
        return picked(`photo ${n}-${index}.png`, bytes);
      });
      await confirm(stage, farid, channel, { photos: await Promise.all(photos) });
    }
    await confirm(stage, farid, channel, { photos: [picked('last.png', await plain('#305070').png().toBuffer())] });
    const printed = wordsOf(bytesOf(`${numberOf(channel)} v6.pdf`));
    const { files, photos } = words.document;
    expect(printed).toContain(photos.caption({ number: '40', name: 'last.png' }));
    expect(printed).toContain(`photo 1-0.png ${files.notPrinted({ origin: files.photo({ version: '2' }) })}`);
    expect(printed.split(part(files.notPrinted({ origin: ANY })))).toHaveLength(2);
  }, 60_000);

  test.each([
    ['a server in trouble', 'download', { kind: 'status', status: 503 } as const],
    ['a busy server', 'download', { kind: 'ratelimited', retryAfter: 1 } as const],
    ['an answer that Slack did not give', 'files.info', { kind: 'status', status: 500 } as const],
    ['a fault of Slack', 'files.info', { kind: 'error', error: 'internal_error' } as const],
  ])('wait a little for %s', async (_, method, fault) => {
    const { farid } = stage.people;
    const channel = await approved();
    stage.sandbox.faults.on(method, fault, { times: 1 });
    await confirm(stage, farid, channel, { photos: [picked('valve.jpg', await fromPhone())] });
    expect(imagesOf(bytesOf(`${numberOf(channel)} v2.pdf`))).toHaveLength(1);
    expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
  });
});

describe('a later version', () => {
  let stage: Stage;
  let channel: string;
  beforeAll(async () => {
    stage = await startStage();
    const { ana, sam, farid } = stage.people;
    channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
  });
  afterEach(() => {
    expect(stage.sandbox.complaints).toEqual([]);
    stage.sandbox.faults.clear();
  });
  afterAll(() => stage.stop());

  /** Every message with a PDF, and what is said under it. */
  const marks = () => {
    const messages = stage.people.ana.messages(channel);
    return messages
      .filter(({ files }) => files.some(({ title }) => /SO-000001 v\d\.pdf/.test(title)))
      .map(({ ts, files }) => [
        files[0]?.title,
        ...messages.filter(({ threadTs }) => threadTs === ts).map(({ text }) => text),
      ]);
  };

  const superseded = (version: number) =>
    words.channel.superseded({ version, order: 'SO-000001' }).replaceAll(/[*`]/g, '');

  test('is named under the PDF of the one before', async () => {
    const { farid } = stage.people;
    expect(marks()).toEqual([['SO-000001 v1.pdf']]);
    await confirm(stage, farid, channel);
    expect(marks()).toEqual([['SO-000001 v1.pdf', superseded(2)], ['SO-000001 v2.pdf']]);
  });

  test('is named once, although Slack did not answer', async () => {
    const { faults } = stage.sandbox;
    faults.on('chat.postMessage', { kind: 'lost' }, { times: 1, when: ({ thread_ts }) => thread_ts !== undefined });
    await confirm(stage, stage.people.farid, channel);
    expect(marks()).toEqual([
      ['SO-000001 v1.pdf', superseded(2)],
      ['SO-000001 v2.pdf', superseded(3)],
      ['SO-000001 v3.pdf'],
    ]);
  });

  test('is not named where Slack refuses replies, and nothing waits for that', async () => {
    const inThread = ({ thread_ts }: Record<string, unknown>) => thread_ts !== undefined;
    const refused = { kind: 'error', error: 'restricted_action_thread_locked' } as const;
    stage.sandbox.faults.on('chat.postMessage', refused, { when: inThread });
    await confirm(stage, stage.people.farid, channel);
    stage.sandbox.faults.clear();
    await confirm(stage, stage.people.farid, channel);
    expect(marks().slice(2)).toEqual([['SO-000001 v3.pdf'], ['SO-000001 v4.pdf', superseded(5)], ['SO-000001 v5.pdf']]);
    expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
  });
});

test('a document waits two minutes for a photo that Slack does not hand out, and is issued without it', async () => {
  let ahead = 0;
  const stage = await startStage('socket', {}, { now: () => Date.now() + ahead });
  const { ana, sam, farid } = stage.people;
  const channel = await submitOrder(stage, ana, sam);
  await approve(stage, sam, channel, [farid]);
  let asked = 0;
  const out = () => ++asked > 0;
  const back = stage.sandbox.faults.on('download', { kind: 'status', status: 503 }, { when: out });
  const photos = [{ name: 'valve.jpg', bytes: await fromPhone(), mimetype: 'image/jpeg' }];
  const confirmed = confirm(stage, farid, channel, { photos });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(1), 15_000);
  expect(stage.sandbox.workspace.channel(channel).files).not.toContain('SO-000001 v2.pdf');
  ahead = 121_000;
  await vi.waitFor(() => expect(stage.sandbox.workspace.channel(channel).files).toContain('SO-000001 v2.pdf'), 15_000);
  back();
  await confirmed;
  const pdf = [...stage.sandbox.workspace.files.values()].find(({ title }) => title === 'SO-000001 v2.pdf')?.bytes;
  expect(wordsOf(pdf ?? Buffer.alloc(0))).toMatch(notPrinted('valve\\.jpg'));
  await stage.stop();
});

/** Every picture of a PDF, in pixels. */
function imagesOf(pdf: Uint8Array): { width: number; height: number }[] {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, pdf);
    const lines = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    return lines.flatMap((line) => {
      const [, , type, width, height, , , , encoding] = line.trim().split(/\s+/);
      return type === 'image' && encoding === 'jpeg' ? [{ width: Number(width), height: Number(height) }] : [];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
