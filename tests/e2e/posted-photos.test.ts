import sharp from 'sharp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Message } from '../../sandbox/server/shown/message-view.ts';
import type { Order } from '../../src/order/order.ts';
import { wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, asked, open, sent, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { ANY, until, words } from '../support/words.ts';

const ADD = 'Add to service order';

let stage: Stage;
let name: string;

const jpeg = (background: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer();
const photo = async (file: string, background = '#2060a0') => ({
  name: file,
  bytes: await jpeg(background),
  mimetype: 'image/jpeg',
});

async function begin(mode: 'socket' | 'http' = 'socket', locale: 'en-GB' | 'fr-FR' = 'en-GB') {
  stage = await startStage(mode, { locales: { farid: locale } });
  const { ana, sam, farid, gus } = stage.people;
  name = await submitOrder(stage, ana, sam);
  await approve(stage, sam, name, [farid, gus]);
}

afterEach(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  await stage.stop();
});

const order = async (): Promise<Order> =>
  (await stage.store.orderByNumber(stage.sandbox.teamId, Number(name.slice(3, 9)))) ?? expect.unreachable();

/** Waits until the app has heard that something was posted. */
const posted = async (who: keyof Stage['people'], ...files: Awaited<ReturnType<typeof photo>>[]): Promise<Message> => {
  const message = await (stage.people[who] ?? expect.unreachable()).say(name, 'Look', files);
  await stage.sandbox.idle();
  return message;
};

const idOf = (modal: string, nth = 0): string => [...new Set(modal.match(/shows-F\w+/g))][nth]?.slice(6) ?? '';
const blocks = (who: keyof Stage['people']): string => JSON.stringify(stage.people[who]?.topModal());

describe.each(['en-GB', 'fr-FR'] as const)('a reader of %s', (locale) => {
  const own = wordsFor(locale);

  test('photos from the channel are offered with the confirmation, taken with what they show, and not posted twice', async () => {
    await begin('socket', locale);
    const { farid } = stage.people;
    await posted('ana', await photo('old.jpg'));
    await posted('gus', await photo('new.jpg', '#a06020'), await photo('blurred.jpg', '#20a060'));
    await open(farid, 'confirm', name);
    await farid.submit();
    await farid.submit();
    const shown = farid.topModal()?.shown ?? '';
    expect(shown).toContain(own.photos.offered({ count: 3 }));
    expect(shown).toContain('old.jpg');
    expect(shown).toContain(stage.people.gus.name);
    // As they were posted, also those of one message.
    expect(shown.match(/\w+\.jpg(?= ·)/g)).toEqual(['old.jpg', 'new.jpg', 'blurred.jpg']);
    const [first, second] = [idOf(blocks('farid'), 0), idOf(blocks('farid'), 1)];
    await farid.fill({
      [`shows-${first}`]: 'after',
      [`caption-${first}`]: 'The new seal',
      [`shows-${second}`]: 'before',
    });
    await farid.submit();
    const listed = farid.topModal()?.shown ?? '';
    expect(listed).toContain(own.photos.captioned({ shows: own.photos.kind.after, caption: 'The new seal' }));
    expect(listed).toContain(own.photos.kind.before);
    await sent(farid);
    await stage.idle();
    const { photos } = await order();
    const posters = [stage.people.ana.id, stage.people.gus.id];
    expect(photos.every(({ credit }) => credit && posters.includes(credit.by.id) && credit.at > 0)).toBe(true);
    const said = photos.map(({ shows, caption, posted }) => [shows, caption, posted]);
    expect(said.toSorted()).toEqual([
      ['after', 'The new seal', true],
      ['before', undefined, true],
    ]);
    // They stand in the channel once.
    const { files } = stage.sandbox.workspace.channel(name);
    for (const file of ['old.jpg', 'new.jpg', 'blurred.jpg'])
      expect(
        files.filter((one) => one === file),
        file,
      ).toHaveLength(1);
    // What was taken is not offered again.
    await open(farid, 'confirm', name);
    await farid.submit();
    await farid.submit();
    expect(farid.topModal()?.shown).toContain(own.photos.offered({ count: 1 }));
    await farid.closeModal(true);
  });
});

describe.each(transports)('over %s', (mode) => {
  test('a message’s photos are added at once, and are part of the next version; each once, whoever adds it', async () => {
    await begin(mode);
    const { farid, ana, sam } = stage.people;
    const message = await posted('gus', await photo('pump.jpg'), await photo('seal.jpg', '#a06020'));
    await farid.messageShortcut(ADD, message);
    await farid.modal('add_photos');
    await ana.messageShortcut(ADD, message);
    await ana.modal('add_photos');
    const first = idOf(blocks('farid'));
    await farid.fill({ [`shows-${first}`]: 'part', [`caption-${first}`]: 'Worn seal' });
    await sent(farid);
    await ana.submit();
    expect(ana.topModal()?.shown).toContain(words.refusal.photosKnown);
    await ana.closeModal(true);
    await stage.idle();
    const { progress, photos } = await order();
    expect(photos).toEqual([]);
    const { gus } = stage.people;
    const credit = { by: { id: gus.id, name: gus.name } };
    expect(progress.photos).toMatchObject([
      { caption: 'Worn seal', shows: 'part', credit },
      { name: 'seal.jpg', credit },
    ]);
    const history = await asked(ana, `/so history SO-${name.slice(3, 9)}`);
    expect(history).toContain('pump.jpg');
    const texts = stage.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
    expect(texts.join()).toContain(words.entry.did.add_photos({ name: farid.name, count: 2 }));
    await sam.messageShortcut(ADD, message);
    const known = words.photos.wrong.known({ count: 2, files: 'x' }).split('x')[0] ?? '';
    await vi.waitFor(() => expect(sam.topModal()?.shown).toContain(known));
    await sam.closeModal(true);
    await open(farid, 'close', name);
    await farid.submit();
    await farid.fill({ acceptance: 'unavailable' });
    await sent(farid);
    await stage.idle();
    const closed = await order();
    expect(closed.progress.photos).toBeUndefined();
    expect(closed.latest?.closure?.photos.map(({ caption, name: file }) => caption ?? file)).toEqual([
      'Worn seal',
      'seal.jpg',
    ]);
    expect(stage.sandbox.workspace.channel(name).files.filter((file) => file === 'pump.jpg')).toHaveLength(1);
    // The document says who posted them.
    const pdf = [...stage.sandbox.workspace.files.values()].findLast(({ title = '' }) => title.endsWith(' v2.pdf'));
    const { posted: said } = words.document.photos;
    expect(wordsOf(pdf?.bytes ?? Buffer.alloc(0))).toContain(until(said({ name: gus.name, when: ANY, version: '2' })));
  });
});

test('the same picture as two files is printed once, and the channel says so', async () => {
  await begin();
  const { farid } = stage.people;
  const message = await posted('gus', await photo('posted.jpg'));
  // What was written with it may be its caption.
  await farid.messageShortcut(ADD, message);
  await farid.modal('add_photos');
  expect(blocks('farid')).toContain('"initial_value":"Look"');
  await farid.closeModal(true);
  await open(farid, 'confirm', name);
  await farid.submit();
  await farid.fill({ photos: [await photo('uploaded.jpg')] });
  await farid.submit();
  await farid.fill({ [`shows-${idOf(blocks('farid'), 0)}`]: 'after' });
  await sent(farid);
  await stage.idle();
  expect((await order()).photos).toHaveLength(2);
  const shown = JSON.stringify(
    stage.sandbox.workspace.channel(name).messages.map(({ blocks, text }) => [text, blocks]),
  );
  expect(shown).toContain(words.photo.repeated);
});

test('the wrong place, the wrong people, and files that are no photos: one sentence each', async () => {
  await begin();
  const { farid, ben, ana, sam } = stage.people;
  const { wrong } = words.photos;
  const says = async (who: typeof farid, message: Message, sentence: string) => {
    await who.messageShortcut(ADD, message);
    await vi.waitFor(() => expect(who.topModal()?.shown).toContain(sentence));
    await who.closeModal(true);
  };
  const text = await farid.say(name, 'No photo here');
  await says(farid, text, wrong.none);
  const pdf = await farid.say(name, 'A plan', [
    { name: 'plan.pdf', bytes: Buffer.from('%PDF'), mimetype: 'application/pdf' },
  ]);
  await says(farid, pdf, wrong.notImage({ files: 'plan.pdf' }));
  const broken = await posted('farid', { name: 'broken.jpg', bytes: Buffer.from('no jpeg'), mimetype: 'image/jpeg' });
  await says(ana, broken, wrong.broken({ files: 'broken.jpg' }));
  const elsewhere = stage.sandbox.workspace
    .channels()
    .find((one) => one.name !== name && ben.channels().includes(one.name));
  if (elsewhere) await says(ben, await ben.say(elsewhere.name, 'Look', [await photo('x.jpg')]), wrong.channel);
  const gone = await posted('farid', await photo('gone.jpg'));
  stage.sandbox.workspace.admin.deleteFile('gone.jpg');
  await says(ana, gone, wrong.deleted({ files: 'gone.jpg' }));
  // An order that has ended takes none.
  const late = await posted('farid', await photo('late.jpg'));
  await open(farid, 'close', name);
  await farid.submit();
  if (farid.topModal()?.shown.includes('late.jpg')) await farid.submit();
  await farid.fill({ acceptance: 'unavailable' });
  await sent(farid);
  await stage.idle();
  await sam.messageShortcut(ADD, late);
  await vi.waitFor(() => expect(sam.topModal()).toBeDefined());
  expect(sam.topModal()?.callbackId ?? '').not.toContain('add_photos');
  await sam.closeModal(true);
});

test('without what Slack lists, nothing is offered and nobody waits', async () => {
  await begin();
  const { farid } = stage.people;
  await posted('gus', await photo('pump.jpg'));
  stage.sandbox.faults.on('files.list', { kind: 'error', error: 'missing_scope' });
  await open(farid, 'confirm', name);
  await farid.submit();
  await farid.submit();
  expect(farid.topModal()?.shown ?? '').not.toContain('pump.jpg');
  await sent(farid);
  await stage.idle();
  expect((await order()).latest?.n).toBe(2);
});
