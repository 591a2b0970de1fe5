import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';
import { ask, from, PUBLIC_URL, shownIn } from '../support/web.ts';
import { ANY, like, words } from '../support/words.ts';

const say = words.web.verify;

describe.each(transports)('the verification page, over %s', (mode) => {
  let stage: Stage;
  let codes: string[];
  let people = 0;
  beforeAll(async () => {
    stage = await startStage(mode, {}, { publicUrl: PUBLIC_URL });
    await stage.set({ company: { name: 'Nord <b>Service</b>' } });
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam, { job: { title: 'Secret pump' } });
    await approve(stage, sam, channel, [farid]);
    await confirm(stage, farid, channel);
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    codes = order ? await Promise.all([1, 2].map((n) => codeOn(stage.store, order, n))) : [];
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const look = (path: string, headers = {}) =>
    ask(stage.service.port, path, { headers: { ...from(people++), ...headers } });

  test('tells whether a document is genuine and current, whose it is and when it was issued, and nothing of what it says', async () => {
    const current = await look(`/verify/${codes[1]}`);
    expect(current.status).toBe(200);
    const told = shownIn(current);
    expect(told).toContain(say.genuine);
    expect(told).toContain(say.current);
    expect(told).toContain(say.document({ order: 'SO-000001', version: 2 }));
    expect(told).toMatch(like(say.issuedBy({ company: 'Nord <b>Service</b>', when: ANY })));
    expect(current.text).not.toContain('<b>Service');
    const old = shownIn(await look(`/VERIFY/${codes[0]}`));
    expect(old).toMatch(like(say.superseded({ version: 2, when: ANY })));
    for (const secret of ['Secret pump', 'Acme', 'Ana', 'Sam', 'Farid']) expect(told + old).not.toContain(secret);
  });

  test('a code is read as people type it, in the address or in the form', async () => {
    const typed = (codes[1] ?? '').toLowerCase().replaceAll('-', ' ');
    for (const path of [
      `/verify/${encodeURIComponent(typed)}`,
      `/verify?code=${encodeURIComponent(typed)}`,
      `/verify/${codes[1]}?utm_source=x`,
    ])
      expect(shownIn(await look(path)), path).toContain(say.genuine);
    const asked = await look('/verify');
    expect([asked.status, shownIn(asked).includes(say.label)]).toEqual([200, true]);
  });

  test('a wrong code is answered alike, whether or not there is such an order, and whatever it is', async () => {
    const wrong = [
      'SO-000001-2-ABCD-EFGH-JKMN',
      'SO-000001-9-ABCD-EFGH-JKMN',
      'SO-000999-2-ABCD-EFGH-JKMN',
      'hello',
      '%E0%A4%A',
    ];
    const answers = await Promise.all(wrong.map((code) => look(`/verify/${code}`)));
    const [first] = answers.map(({ status, headers, text }) => ({
      status,
      headers: { ...headers, date: '', 'content-length': '' },
      text: text.replace(/ value="[^"]*"/, ''),
    }));
    expect(first?.status).toBe(404);
    for (const { status, headers, text } of answers)
      expect({
        status,
        headers: { ...headers, date: '', 'content-length': '' },
        text: text.replace(/ value="[^"]*"/, ''),
      }).toEqual(first);
    expect(first?.text).toContain(say.notGenuine);
  });

  test('who checks a paper reads their own language, whatever language the paper is in, and can check the next', async () => {
    const german = wordsFor('de').web.verify;
    expect(shownIn(await look('/verify/nonsense', { 'accept-language': 'x;q=1, de-AT,en;q=0.5' }))).toContain(
      german.notGenuine,
    );
    const genuine = shownIn(await look(`/verify/${codes[1]}`, { 'accept-language': 'de' }));
    expect(genuine).toContain(german.genuine);
    expect(genuine).toMatch(like(german.issuedBy({ company: 'Nord <b>Service</b>', when: `${ANY}.${ANY}` })));
    expect(genuine).toContain(german.label);
  });

  test('nothing runs or is loaded from elsewhere, nothing is kept, indexed or passed on', async () => {
    const { headers, text } = await look(`/verify/${codes[1]}`);
    expect(headers).toMatchObject({
      'x-robots-tag': expect.stringContaining('noindex'),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['set-cookie']).toBeUndefined();
    const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(loaded).not.toEqual([]);
    for (const address of loaded) {
      const file = await look(address);
      expect([file.status, file.headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
    }
  });

  test.each([
    ['health', '/healthz'],
    ['readiness', '/readyz'],
    ['metrics', '/metrics'],
    ['anything else', '/'],
    ['a path with tricks', '/verify/../metrics'],
    ['one that is written otherwise', '/%2e%2e/metrics'],
    ['what lies beside the assets', '/web/../config.ts'],
  ])('on the published address there is nothing else: %s', async (_, path) => {
    const { status, text } = await look(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/app_|ready|process_/);
  });

  test('where nobody outside comes, health is what it was', async () => {
    expect((await look('/healthz', { host: '127.0.0.1:3000' })).status).toBe(200);
  });

  test('the pages are served to no other host, and change nothing', async () => {
    expect((await look('/verify', { host: 'evil.example.com' })).status).toBe(421);
    expect((await ask(stage.service.port, '/verify', { method: 'POST', headers: from(people++) })).status).toBe(405);
  });

  test('who guesses is told to wait, and then is told nothing else', async () => {
    const guesser = { 'x-forwarded-for': '203.0.113.9' };
    const seen = new Map<number, number>();
    for (let n = 0; n < 30; n++) {
      const { status } = await look('/verify/SO-000001-2-ABCD-EFGH-JKMN', guesser);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
    expect(seen.get(404)).toBeLessThan(12);
    const genuine = await look(`/verify/${codes[1]}`, guesser);
    expect([genuine.status, Number(genuine.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await look(`/verify/${codes[1]}`)).status).toBe(200);
  });
});

describe('without PUBLIC_URL', () => {
  test('there is no such page', async () => {
    const stage = await startStage();
    expect((await ask(stage.service.port, '/verify')).status).toBe(404);
    await stage.stop();
  });
});
