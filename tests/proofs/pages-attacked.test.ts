import { once } from 'node:events';
import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { linkFor } from '../support/signing.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { type Answered, ask, FORM, filled, from, PUBLIC_URL, shownIn } from '../support/web.ts';
import { words } from '../support/words.ts';

/** How much more memory an attack may cost. Bytes. */
const ALLOWED = 120_000_000;
/** How much of that may stay of ten thousand guesses. Bytes. */
const KEPT = 20_000_000;
const GUESSES = 10_000;
const AT_ONCE = 40;

describe('the pages for people outside Slack, attacked', () => {
  let stage: Stage;
  let link: string;
  let code: string;
  beforeAll(async () => {
    stage = await startStage('socket', {}, { publicUrl: PUBLIC_URL });
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    await confirm(stage, farid, channel);
    link = await linkFor(stage, farid, channel);
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    code = order ? await codeOn(stage.store, order, 2) : '';
  });
  afterAll(() => stage.stop());

  let people = 0;
  const look = (path: string, asked: Parameters<typeof ask>[2] = {}) =>
    ask(stage.service.port, path, { ...asked, headers: { ...from(people++), ...asked.headers } });
  const signatures = async () => {
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    const entries = order ? await stage.store.entries(order.team, order.id) : [];
    return entries.filter(({ action }) => action.type === 'sign').length;
  };
  /** Whether nobody is kept out, and nothing was signed. */
  async function isWell(): Promise<void> {
    expect((await look(link)).status).toBe(200);
    expect((await look(`/verify/${code}`)).status).toBe(200);
    expect(await signatures()).toBe(0);
  }

  /** Asks for all of these, several at once. */
  async function flood(paths: readonly string[], headers: (n: number) => Readonly<Record<string, string>>) {
    const answers = new Map<number, Set<string>>();
    const counts = new Map<number, number>();
    let next = 0;
    const one = async () => {
      for (let n = next++; n < paths.length; n = next++) {
        const { status, text } = await ask(stage.service.port, paths[n] ?? '', { headers: headers(n) });
        counts.set(status, (counts.get(status) ?? 0) + 1);
        answers.set(status, (answers.get(status) ?? new Set()).add(text.replace(/ value="[^"]*"/, '')));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return { counts, answers };
  }

  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  /** What this process keeps, bytes. */
  const kept = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };

  const digits = (n: number) =>
    n
      .toString(36)
      .toUpperCase()
      .replace(/[ILOU]/g, '7')
      .padStart(12, '0');
  const guesses: Record<string, (n: number) => string> = {
    tokens: (n) => `/sign/${digits(n).padStart(43, 'g')}`,
    codes: (n) => `/verify/SO-${String((n % 2) + 1).padStart(6, '0')}-2-${digits(n)}`,
  };

  test.each(Object.entries(guesses))(
    'ten thousand guessed %s of one address are slowed, and answered alike',
    async (_, guess) => {
      const before = kept();
      const begun = performance.now();
      const paths = Array.from({ length: GUESSES }, (_, n) => guess(n));
      const { counts, answers } = await flood(paths, () => ({ 'x-forwarded-for': `203.0.113.${_.length}` }));
      const seconds = (performance.now() - begun) / 1000;
      // A purse of sixty at seven a guess, those that were asked before the first was charged, and what comes back meanwhile.
      expect(counts.get(404)).toBeLessThan(AT_ONCE + 10 + seconds);
      expect([...counts.keys()].sort()).toEqual([404, 429]);
      for (const texts of answers.values()) expect(texts.size).toBe(1);
      expect(kept() - before).toBeLessThan(KEPT);
      await isWell();
    },
  );

  test.each(Object.entries(guesses))(
    '%s guessed from ten thousand addresses are answered alike, and remembered no longer than there is room',
    async (_, guess) => {
      const before = kept();
      const paths = Array.from({ length: GUESSES }, (_, n) => guess(n));
      const { counts, answers } = await flood(paths, (n) => ({
        'x-forwarded-for': `45.${Math.floor(n / 65_536)}.${Math.floor(n / 256) % 256}.${n % 256}`,
      }));
      expect(counts).toEqual(new Map([[404, GUESSES]]));
      expect(answers.get(404)?.size).toBe(1);
      expect(kept() - before).toBeLessThan(KEPT);
      await isWell();
    },
  );

  /** Sends a body of so many bytes, as fast as it is taken; with its length said or not. Undefined: it was cut off without a word. */
  async function sendLarge(bytes: number, declared: boolean): Promise<number | undefined> {
    const chunk = Buffer.alloc(64_000, 'M10 10L20 20');
    const asked = request({
      ...{ port: stage.service.port, host: '127.0.0.1', path: link, method: 'POST', agent: false },
      headers: {
        ...{ host: new URL(PUBLIC_URL).host, ...FORM, ...from(people++) },
        ...(declared ? { 'content-length': String(bytes) } : {}),
      },
    });
    const answered = new Promise<number | undefined>((resolve) => {
      asked.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('error', () => resolve(undefined));
      asked.on('close', () => resolve(undefined));
    });
    let open = true;
    void answered.then(() => {
      open = false;
    });
    for (let sent = 0; sent < bytes && open; sent += chunk.byteLength)
      if (!asked.write(chunk)) await Promise.race([once(asked, 'drain').catch(() => {}), answered]);
    if (open) asked.end();
    const status = await answered;
    asked.destroy();
    return status;
  }

  test.each([
    ['that says how large it is', true],
    ['that does not', false],
  ])('a drawing of a hundred megabytes %s: a clear answer, and memory stays', async (_, declared) => {
    const before = process.memoryUsage().rss;
    const statuses = [];
    for (let n = 0; n < 10; n++) statuses.push(await sendLarge(100_000_000, declared));
    expect(statuses).toContain(413);
    expect(statuses.filter((status) => status !== 413 && status !== undefined)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(ALLOWED);
    await isWell();
  });

  const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = FORM) =>
    look(link, { method: 'POST', headers, body });

  test.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M0 0L100 100"/></svg>'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['a picture', `data:image/png;base64,${'iVBORw0KGgo'.repeat(50)}`],
    ['another path', 'M0 0A50 50 0 0 1 100 100Z'],
    ['far outside', 'M0 0L999 999'],
    ['a number of points that no hand draws', `M0 0${'L600 200L0 0'.repeat(2000)}`],
    ['signs of control', 'M0 0\u0000L100 100\u202e'],
  ])('%s in the place of a drawing: it says what to do, and shows it nowhere', async (_, drawing) => {
    const page = await look(link);
    const answer = await post(filled(page, { drawing }));
    expect(answer.status).toBe(422);
    expect(shownIn(answer)).toContain(words.web.sign.error.unreadable({ option: words.web.sign.typed }));
    expect(answer.text).not.toMatch(/<svg|<img|onerror=alert\(1\)>/);
    await isWell();
  });

  test.each([
    ['as JSON', '{"name":"x","consent":"yes"}', { 'content-type': 'application/json' }, 415],
    ['as a file', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['as nothing', '', {}, 415],
    ['empty', '', FORM, 409],
    ['as bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x3d]), FORM, 409],
    ['with names of objects', 'version=2&__proto__=x&constructor=y&name=a', FORM, 422],
  ])('a form %s', async (_, body, headers, status) => {
    expect((await post(body, headers as Record<string, string>)).status).toBe(status);
    await isWell();
  });

  test.each([
    'evil.example.com',
    'orders.example.com.evil.example.com',
    'orders.example.com:8443',
    'orders.example.com@evil.example.com',
    '127.0.0.1',
  ])('headers that name another host (%s): refused, and named in no answer', async (host) => {
    for (const path of [link, `/verify/${code}`, '/web/x/sign.js']) {
      const answer = await look(path, { headers: { host, 'x-forwarded-host': host } });
      expect(answer.status).toBe(421);
      expect(answer.text + JSON.stringify(answer.headers)).not.toContain('evil');
    }
    const forwarded = await look(link, { headers: { 'x-forwarded-host': host, forwarded: `host=${host}` } });
    expect(forwarded.status).toBe(200);
    expect(forwarded.text).not.toContain('evil');
  });

  test.each([
    '/sign/../metrics',
    '/verify/../../etc/passwd',
    '/verify/..%2f..%2fmetrics',
    '/web/../../package.json',
    '/web/%2e%2e/%2e%2e/package.json',
    '/web/0000000000000000/sign.js',
    '//metrics',
    '/metrics',
    '/METRICS',
    '/readyz?x=/verify',
    `/sign/${'a'.repeat(4000)}`,
    '/sign/%00',
    `/sign/${'a'.repeat(43)}/copy`,
    `/sign/${'a'.repeat(43)}/photos/${'0'.repeat(64)}`,
    `/sign/${'a'.repeat(43)}/photos/..%2f..%2fpackage.json`,
    `/sign/${'a'.repeat(43)}/photos/../../package.json`,
    '/slack/events',
    'http://127.0.0.1/metrics',
    '*',
  ])('%s leads nowhere', async (path) => {
    const answer: Answered = await look(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/app_instance|"name"|root:/);
  });
});
