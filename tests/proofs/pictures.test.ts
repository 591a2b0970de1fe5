import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { type AppProcess, startAppProcess } from '../support/app-process.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import {
  blackPng,
  filteredSvg,
  heavySvg,
  heicHead,
  jpegSegment,
  lyingWebp,
  manyFrames,
  manyScans,
  packedZeros,
  plain,
  pngChunk,
  resizedJpeg,
} from '../support/crafted-pictures.ts';
import { canWatchProcesses, heldBy, treeOf } from '../support/process-tree.ts';

/** What the whole app may take, bytes. */
const MEMORY = 512_000_000;
/** What Slack waits for an ack, milliseconds. */
const ACK_TIMEOUT_MS = 3000;

/** Pictures that somebody made to hurt, three forms full of them; none has more than 10 MB. */
async function bombs(): Promise<[name: string, bytes: Buffer][][]> {
  const baseline = await plain(64, 64).jpeg().toBuffer();
  const progressive = await plain(64, 64).jpeg({ progressive: true }).toBuffer();
  const large = await plain(8600, 5800).jpeg({ progressive: true }).toBuffer();
  const profile = pngChunk('iCCP', Buffer.concat([Buffer.from('bomb\0\0'), packedZeros(2e9)]));
  const exif = jpegSegment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'latin1'), Buffer.alloc(60_000, 1)]),
  );
  return [
    [
      ['style.png', heavySvg(20_000, 60_000)],
      ['filter.png', filteredSvg(200)],
      ['tiny.png', await plain(10_000, 10_000).avif({ effort: 0, quality: 1 }).toBuffer()],
      ['scan.jpg', await plain(4000, 4000).tiff({ compression: 'deflate' }).toBuffer()],
      ['jxl.png', Buffer.concat([Buffer.from('\0\0\0\x0cJXL \r\n\x87\n', 'latin1'), Buffer.alloc(5_000_000)])],
      ['heic.jpg', heicHead()],
      ['zlib.png', blackPng({ width: 0x7fffffff, height: 0x7fffffff })],
      ['rows.png', blackPng({ width: 1, height: 49_000_000 })],
    ],
    [
      ['allowed.png', blackPng({ width: 8600, height: 5800, depth: 16 })],
      ['interlaced.png', blackPng({ width: 8600, height: 5800, colour: 2, interlaced: true })],
      ['interlaced-16.png', blackPng({ width: 8600, height: 5800, depth: 16, interlaced: true })],
      ['progressive.jpg', large],
      ['scans.jpg', manyScans(large, 90)],
      ['more-scans.jpg', manyScans(progressive, 5000)],
      ['huge.jpg', resizedJpeg(baseline, 65_535, 65_535)],
      ['lying.jpg', resizedJpeg(baseline, 16_000, 12_000)],
    ],
    [
      ['profile.png', blackPng({ width: 900, height: 900, more: [profile, profile, profile] })],
      [
        'exif.jpg',
        Buffer.concat([baseline.subarray(0, 2), ...Array.from({ length: 150 }, () => exif), baseline.subarray(2)]),
      ],
      [
        'markers.jpg',
        Buffer.concat([
          baseline.subarray(0, -2),
          Buffer.alloc(9_000_000, Buffer.from([0xff, 0])),
          baseline.subarray(-2),
        ]),
      ],
      [
        'tables.jpg',
        Buffer.concat([
          baseline.subarray(0, 2),
          Buffer.alloc(9_000_000, Buffer.from([0xff, 0xdd, 0, 4, 0, 9])),
          baseline.subarray(2),
        ]),
      ],
      ['frames.gif', manyFrames(600_000)],
      [
        'canvas.gif',
        Buffer.concat([Buffer.from('GIF89a\xff\xff\xff\xff\0\0\0', 'latin1'), manyFrames(4000).subarray(19)]),
      ],
      ['lying.webp', await lyingWebp()],
      ['polyglot.jpg', Buffer.concat([baseline, heavySvg(2000, 2000)])],
    ],
  ];
}

describe.runIf(canWatchProcesses)('F1, F2 pictures that are made to hurt', () => {
  let built: BuiltApp;
  let sandbox: Sandbox;
  let app: AppProcess;
  let store: Store;
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const scene = () => ({ sandbox, people: sandbox.people, store, idle: () => settled() });
  const settled = () =>
    vi.waitFor(
      async () => {
        await sandbox.idle();
        const { running } = await store.backlog(sandbox.teamId);
        const due = await store.nextDue(sandbox.teamId);
        if (running > 0 || (due !== undefined && due < Date.now() + 3_600_000)) throw new Error('something is owed');
      },
      { timeout: 400_000, interval: 50 },
    );

  beforeAll(async () => {
    built = buildApp();
    sandbox = await startSandbox();
    const url = `file:${join(folder, 'orders.db')}`;
    app = startAppProcess({ ...sandbox.env, DATABASE_URL: url }, built.program);
    await app.ready();
    store = await openStore(url);
  });
  afterAll(async () => {
    await app?.stop();
    await store?.close();
    await sandbox?.stop();
    built?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('neither end the app nor fill its memory nor hold up anybody else; each is printed or named', async () => {
    const { ana, sam, farid, fiona } = sandbox.people;
    const forms = await bombs();
    const channels: string[] = [];
    for (const _ of forms) {
      const channel = await submitOrder(scene(), ana, sam);
      await approve(scene(), sam, channel, [farid]);
      channels.push(channel);
    }
    const quiet = await longest(async () => fiona.command('/so help'), 20);

    let peak = 0;
    let parts = '';
    const watch = setInterval(() => {
      const held = heldBy(app.pid);
      const sum = held.reduce((all, one) => all + one, 0);
      if (sum > peak) parts = held.map((one) => Math.round(one / 1e6)).join('+');
      peak = Math.max(peak, sum);
    }, 20);
    let busy = 0;
    let over = false;
    const innocent = (async () => {
      while (!over) busy = Math.max(busy, await longest(async () => fiona.command('/so help'), 1));
    })();
    const hurried = { ...scene(), idle: async () => {} };
    for (const [n, photos] of forms.entries())
      await confirm(hurried, farid, channels[n] ?? '', {
        photos: photos.map(([name, bytes]) => ({ name, bytes, mimetype: 'image/png' })),
      });
    await settled();
    over = true;
    await innocent;
    clearInterval(watch);

    process.stdout.write(
      `Memory of all processes at its peak: ${(peak / MEMORY).toFixed(2)} of what they may take (${parts}). Longest ack: ${(busy / ACK_TIMEOUT_MS).toFixed(2)} of Slack's patience, ${(busy / quiet).toFixed(1)} times the longest in quiet\n`,
    );
    expect(peak / MEMORY).toBeLessThan(1);
    expect(busy / ACK_TIMEOUT_MS).toBeLessThan(1);
    expect(app.log().filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(await app.get('/readyz')).toMatchObject({ status: 200 });
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
    for (const [n, photos] of forms.entries()) {
      const title = `SO-${channels[n]?.slice(3, 9)} v2.pdf`;
      const pdf = [...sandbox.workspace.files.values()].findLast((file) => file.title === title)?.bytes;
      const words = wordsOf(pdf ?? Buffer.alloc(0));
      for (const [name] of photos) expect(words).toContain(name);
    }
    // libvips is in the decoder, if in any process at all.
    const maps = readFileSync(`/proc/${app.pid}/maps`, 'utf8');
    expect(maps).toContain('node');
    expect(maps).not.toMatch(/libvips|sharp/);
  }, 600_000);

  it('the decoder ends with the app, however it ends', async () => {
    await app.kill();
    await vi.waitFor(() => expect(treeOf(app.pid)).toEqual([app.pid]));
  });
});

async function longest(act: () => Promise<unknown>, times: number): Promise<number> {
  let most = 0;
  for (let n = 0; n < times; n++) {
    const started = performance.now();
    await act();
    most = Math.max(most, performance.now() - started);
  }
  return most;
}
