import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../pdf/tools.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { bmp, corners, heavySvg, heicHead, plain, SECRETS, withSecrets } from '../support/crafted-pictures.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
afterAll(() => stage.stop());

const approved = async () => {
  const { ana, sam, farid } = stage.people;
  const channel = await submitOrder(stage, ana, sam);
  await approve(stage, sam, channel, [farid]);
  return channel;
};
const filesOf = (channel: string) =>
  stage.people.farid.messages(channel).flatMap(({ files, text }) => files.map(({ title }) => ({ title, text })));
const bytesOf = (title: string): Buffer =>
  [...stage.sandbox.workspace.files.values()].findLast((file) => file.title === title)?.bytes ?? Buffer.alloc(0);
const pdfOf = (channel: string, version: number) => `SO-${channel.slice(3, 9)} v${version}.pdf`;
const secretsIn = (bytes: Buffer) => SECRETS.filter((secret) => bytes.includes(secret));

describe('C4 field photos', () => {
  it('what can be read is printed; what cannot is named with its reason in the document and in the channel', async () => {
    const jpeg = await corners(800, 600).jpeg().toBuffer();
    const photos = [
      { name: 'iphone.heic', bytes: heicHead(), mimetype: 'image/heic' },
      { name: 'heic-called.jpg', bytes: heicHead(), mimetype: 'image/jpeg' },
      { name: 'huge.jpg', bytes: await plain(12_000, 9000).jpeg({ quality: 40 }).toBuffer(), mimetype: 'image/jpeg' },
      {
        name: 'no-end.jpg',
        bytes: (await corners(820, 600).jpeg().toBuffer()).subarray(0, -2),
        mimetype: 'image/jpeg',
      },
      { name: 'cut.jpg', bytes: jpeg.subarray(0, Math.round(jpeg.length * 0.95)), mimetype: 'image/jpeg' },
      {
        name: 'press.jpg',
        bytes: await plain(400, 300).toColourspace('cmyk').jpeg().toBuffer(),
        mimetype: 'image/jpeg',
      },
      { name: 'camera', bytes: jpeg, mimetype: 'application/octet-stream' },
      { name: 'old.bmp', bytes: bmp(60, 40), mimetype: 'image/bmp' },
      { name: 'drawing.png', bytes: heavySvg(300, 300), mimetype: 'image/png' },
      { name: 'firmware.bin', bytes: Buffer.from('no picture at all'), mimetype: 'application/octet-stream' },
    ];
    const channel = await approved();
    // Ten files take longer than other stories wait.
    await confirm({ ...stage, idle: () => stage.idle(100_000) }, stage.people.farid, channel, { photos });
    const printed = wordsOf(bytesOf(pdfOf(channel, 2)));
    const { document, photo } = words;
    // Both are the same picture.
    expect(printed).toContain(`iphone.heic ${photo.repeated}`);
    for (const name of ['heic-called.jpg', 'huge.jpg', 'no-end.jpg', 'cut.jpg', 'press.jpg', 'camera'])
      expect(printed).toMatch(new RegExp(document.photos.caption({ number: '\\d', name: name.replace('.', '\\.') })));
    expect(printed).toMatch(new RegExp(`cut\\.jpg .*${document.photos.incomplete({ origin: '' })}`));
    expect(printed).toContain(document.photos.notPrinted);
    for (const [name, why] of [
      ['old.bmp', photo.unsupported({ kind: 'BMP' })],
      ['drawing.png', photo.unsupported({ kind: 'SVG' })],
    ] as const) {
      expect(printed).toContain(`${name} ${why}`);
      const line = words.channel.unprinted.line({ file: name, why });
      expect(filesOf(channel).find(({ title }) => title === pdfOf(channel, 2))?.text).toContain(line);
    }
    const post = filesOf(channel).find(({ title }) => title === pdfOf(channel, 2))?.text ?? '';
    expect(post).toContain(words.channel.unprinted.title);
    for (const name of ['heic-called.jpg', 'cut.jpg', 'firmware.bin']) expect(post).not.toContain(name);
    // The next version's document names them again, the channel does not.
    await confirm(stage, stage.people.farid, channel);
    expect(wordsOf(bytesOf(pdfOf(channel, 3)))).toContain(`old.bmp ${photo.unsupported({ kind: 'BMP' })}`);
    expect(filesOf(channel).find(({ title }) => title === pdfOf(channel, 3))?.text).not.toContain('old.bmp');
    expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
  }, 120_000);
});

describe('F17 photos that are posted in the channel', () => {
  it('say nothing of place and device, stand upright, and are the same pixel by pixel', async () => {
    const made = {
      'valve.jpg': await withSecrets(corners(), 6).jpeg().toBuffer(),
      'plate.png': await withSecrets(corners(), 6).png().toBuffer(),
      'pump.webp': await withSecrets(corners(), 6).webp({ lossless: true }).toBuffer(),
    };
    const report = Buffer.from(`%PDF-1.4 with ${SECRETS[0]}`);
    const channel = await approved();
    await confirm(stage, stage.people.farid, channel, {
      photos: [
        ...Object.entries(made).map(([name, bytes]) => ({ name, bytes, mimetype: 'image/jpeg' })),
        { name: 'report.pdf', bytes: report, mimetype: 'application/pdf' },
      ],
    });
    for (const [name, bytes] of Object.entries(made)) {
      const posted = bytesOf(name);
      expect(secretsIn(bytes).length).toBeGreaterThan(1);
      expect([name, secretsIn(posted)]).toEqual([name, []]);
      expect((await sharp(posted).metadata()).orientation).toBe(6);
      expect(await sharp(posted).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    }
    expect(bytesOf('report.pdf')).toEqual(report);
  }, 60_000);

  it('that cannot be cleaned are replaced by what Slack shows of them, or said', async () => {
    const channel = await approved();
    const heic = Buffer.concat([heicHead(), Buffer.from(SECRETS[0] ?? '')]);
    const tiff = Buffer.concat([await corners().tiff().toBuffer(), Buffer.from(SECRETS[0] ?? '')]);
    await confirm(stage, stage.people.farid, channel, {
      photos: [
        { name: 'IMG_1.heic', bytes: heic, mimetype: 'image/heic' },
        { name: 'scan.tif', bytes: tiff, mimetype: 'image/tiff' },
      ],
    });
    const titles = filesOf(channel).map(({ title }) => title);
    expect(titles).toContain('IMG_1.jpg');
    expect(titles).not.toContain('scan.tif');
    expect(await sharp(bytesOf('IMG_1.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 1024 });
    expect(filesOf(channel).find(({ title }) => title === 'IMG_1.jpg')?.text).toBe(words.channel.preview);
    const said = stage.people.farid.messages(channel).map(({ text }) => text);
    const withheld = words.channel.withheld.format({ file: 'scan.tif', format: 'TIFF' });
    expect(said.filter((text) => text === withheld)).toHaveLength(1);
  }, 60_000);
});
