import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { withoutEyes } from '../pdf/looks.ts';
import { scannedFrom } from '../pdf/scan.ts';
import { approve, next, open, sent, submitOrder } from '../support/acting.ts';
import { linkFor } from '../support/signing.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { hashOf, troubledFiles } from '../support/troubled-files.ts';
import { ask, FORM, filled, from, PUBLIC_URL, shownIn } from '../support/web.ts';
import { words } from '../support/words.ts';

const say = words.web.sign;
const HOUR = 3_600_000;

let stage: Stage;
let people = 0;
const clock = { moved: 0 };
const files = troubledFiles();
/** What is read waits for the gate. */
const storage = { reads: 0, gate: Promise.resolve() };
const openFiles: typeof files.openFiles = (url) => {
  const opened = files.openFiles(url);
  return {
    ...opened,
    async get(sha256) {
      storage.reads++;
      await storage.gate;
      return opened.get(sha256);
    },
  };
};
beforeAll(async () => {
  stage = await startStage('socket', {}, { openFiles, publicUrl: PUBLIC_URL, now: () => Date.now() + clock.moved });
  await stage.set({ company: { name: 'Nord Service' } });
});
afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
afterAll(() => stage.stop());

const look = (path: string, asking: Parameters<typeof ask>[2] = {}) =>
  ask(stage.service.port, path, { ...asking, headers: { ...from(people++), ...asking.headers } });
const send = (path: string, body: string) => look(path, { method: 'POST', headers: FORM, body });

/** A photo as phones take it, large, and where it was taken. */
const photo = async () => ({
  name: 'valve <b>.jpg',
  mimetype: 'image/jpeg',
  bytes: await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#2060a0' } })
    .withExif({ IFD3: { GPSMapDatum: 'WHERE-IT-WAS' } })
    .jpeg()
    .toBuffer(),
});

const PICTURE = /<img src="(\/sign\/[\w-]{43}\/photos\/[0-9a-f]{64})" alt="([^"]*)"/;

test('the client sees the hours and the photos that they sign, and gets the document', async () => {
  const { ana, sam, farid } = stage.people;
  const items = [{ kind: 'labour', description: 'Fitter', quantity: '4', unit: 'h', unitPrice: '95' }];
  const channel = await submitOrder(stage, ana, sam, { items });
  await approve(stage, sam, channel, [farid]);
  await open(farid, 'confirm', channel);
  await farid.press('hours_add');
  await farid.modal('hours');
  await farid.fill({ hours: '3.5' });
  await farid.submit();
  await farid.modal('confirm');
  await next(farid);
  await farid.fill({
    ...{ workDone: 'Replaced it.', photos: [await photo()] },
    ...{ startedAt: new Date(Date.now() - 3 * HOUR), endedAt: new Date(Date.now() - HOUR) },
  });
  await next(farid);
  await sent(farid);
  await stage.idle();
  const path = await linkFor(stage, farid, channel);
  const page = await look(path);
  const told = shownIn(page);
  const { table, activity } = words.hours;
  for (const one of [table.title, table.worker, farid.name, activity.work, '3.5', words.document.photos.title])
    expect(told).toContain(one);
  const [, source = '', alt] = PICTURE.exec(page.text) ?? [];
  expect(alt).toBe('valve &lt;b&gt;.jpg');
  const picture = await look(source);
  expect(picture.status).toBe(200);
  expect(picture.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("img-src 'self'"),
  });
  const { width = 0 } = await sharp(picture.bytes).metadata();
  expect([width, picture.bytes.includes('WHERE-IT-WAS')]).toEqual([1200, false]);
  // Only what the page shows, and only at its link.
  const order = (await stage.store.orderByNumber(stage.sandbox.teamId, 1)) ?? expect.unreachable();
  const kept = await stage.store.keptFiles(order.team, order.id);
  const document = kept.find(({ kind, version }) => kind === 'document' && version === 2) ?? expect.unreachable();
  const original = kept.find(({ kind }) => kind === 'attachment') ?? expect.unreachable();
  for (const { sha256 } of [document, original]) expect((await look(`${path}/photos/${sha256}`)).status).toBe(404);
  expect((await look(source.replace(path, `/sign/${'x'.repeat(43)}`))).status).toBe(404);
  expect((await look(`${path}/copy`)).headers.location).toBe(path);

  // It is signed while no file can be kept: the document is made later.
  files.full = true;
  expect((await send(path, filled(page))).status).toBe(303);
  const waiting = shownIn(await look(path));
  for (const one of [say.copy.title, say.copy.making, say.copy.reload]) expect(waiting).toContain(one);
  expect((await look(`${path}/copy`)).headers.location).toBe(path);
  files.full = false;
  await vi.waitFor(async () => expect((await look(path)).text).toContain(`href="${path}/copy"`), { timeout: 15_000 });
  await stage.idle();
  const issued = [...stage.sandbox.workspace.files.values()].find(({ title }) => title === 'SO-000001 v3.pdf');
  const copy = await look(`${path}/copy`);
  expect(copy.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="SO-000001 v3.pdf"; filename*=UTF-8''SO-000001%20v3.pdf`,
    'cache-control': 'no-store',
  });
  expect(hashOf(copy.bytes)).toBe(hashOf(issued?.bytes ?? Buffer.alloc(0)));
  expect((await look(source)).status).toBe(404);
  if (!withoutEyes) {
    // What a phone reads off each page leads to the page that knows the document.
    const codes = await scannedFrom(copy.bytes);
    const [address = ''] = codes;
    expect(new Set(codes).size).toBe(1);
    expect(address).toMatch(/^HTTPS:\/\/ORDERS\.EXAMPLE\.COM\/VERIFY\//);
    const verified = shownIn(await look(new URL(address).pathname));
    expect(verified).toContain(words.web.verify.document({ order: 'SO-000001', version: 3 }));
  }

  clock.moved = 8 * 24 * HOUR;
  expect(shownIn(await look(path))).toContain(say.copy.askOf({ company: 'Nord Service' }));
  expect((await look(`${path}/copy`)).headers.location).toBe(path);
  clock.moved = 0;
});

test('where only the office sees prices, the copy is the one without them', async () => {
  await stage.set({ company: { name: 'Nord Service' }, prices: { visibleTo: 'office' } });
  const { ana, sam, farid } = stage.people;
  const channel = await submitOrder(stage, ana, sam);
  await approve(stage, sam, channel, [farid]);
  const path = await linkFor(stage, farid, channel);
  expect((await send(path, filled(await look(path)))).status).toBe(303);
  await stage.idle();
  const [work] = (await stage.store.documents(stage.sandbox.teamId, await idOf(channel))).slice(-1);
  expect(work?.copy).toBe('work');
  expect(hashOf((await look(`${path}/copy`)).bytes)).toBe(work?.sha256);
});

const idOf = async (channel: string): Promise<string> =>
  (await stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9))))?.id ?? '';

test('copies that are on their way are few at once', async () => {
  const { ana, sam, farid } = stage.people;
  await stage.set({ company: { name: 'Nord Service' } });
  const channel = await submitOrder(stage, ana, sam);
  await approve(stage, sam, channel, [farid]);
  const path = await linkFor(stage, farid, channel);
  expect((await send(path, filled(await look(path)))).status).toBe(303);
  await stage.idle();
  let open = (): void => expect.unreachable();
  storage.gate = new Promise((resolve) => {
    open = resolve;
  });
  storage.reads = 0;
  const held = Array.from({ length: 4 }, () => look(`${path}/copy`));
  await vi.waitFor(() => expect(storage.reads).toBe(4));
  const busy = await look(`${path}/copy`);
  expect([busy.status, shownIn(busy).includes(say.copy.busy.title)]).toEqual([503, true]);
  open();
  for (const answer of await Promise.all(held)) expect(answer.status).toBe(200);
  expect((await look(`${path}/copy`)).status).toBe(200);
});
