import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { codeOf } from '../../src/slack-api/classify-error.ts';
import { createClients } from '../../src/slack-api/connect.ts';
import { type Fetch, heldFetch } from '../../src/slack-api/held-fetch.ts';
import { submitOrder } from '../support/acting.ts';
import { startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe('A6 what Slack asks a method to wait', () => {
  let sandbox: Sandbox;
  let clients: ReturnType<typeof createClients>;
  beforeEach(async () => {
    sandbox = await startSandbox();
    clients = createClients(readConfig({ ...sandbox.env, DATABASE_URL: 'file:x.db' }), createLog('silent'));
  });
  afterEach(() => sandbox.stop());
  const failure = (call: Promise<unknown>) => call.then(() => 'worked', codeOf);

  test('binds the next call of that method by every client, and no other method', async () => {
    const { ana, sam } = sandbox.people;
    sandbox.faults.on('users.info', { kind: 'ratelimited', retryAfter: 30 }, { times: 1 });
    expect(await failure(clients.lookup.users.info({ user: ana.id }))).toBe('ratelimited');
    expect(await failure(clients.lookup.users.info({ user: sam.id }))).toBe('ratelimited');
    expect(await failure(clients.interactive.users.info({ user: sam.id }))).toBe('ratelimited');
    expect(sandbox.inspector.calls('users.info')).toHaveLength(1);
    expect(await failure(clients.outbox.auth.test())).toBe('worked');
  });

  test.each(['views.open', 'views.push', 'views.update', 'views.publish', 'chat.postMessage'])(
    'binds %s',
    async (method) => {
      sandbox.faults.on(method, { kind: 'ratelimited', retryAfter: 30 });
      for (let n = 0; n < 3; n++) expect(await failure(clients.interactive.apiCall(method, {}))).toBe('ratelimited');
      expect(sandbox.inspector.calls(method)).toHaveLength(1);
    },
  );
});

describe('A6 the wait itself', () => {
  const answer = (status: number, headers: Record<string, string> = {}) => new Response('{}', { status, headers });

  test('is over when it is over; the rest of it is what is said meanwhile', async () => {
    let time = 0;
    const asked: string[] = [];
    const answers = [answer(429, { 'retry-after': '10' }), answer(200), answer(200)];
    const ask: Fetch = async (input) => {
      asked.push(String(input));
      return answers.shift() ?? answer(500);
    };
    const held = heldFetch(() => time, ask);
    const address = 'https://slack.com/api/users.info';
    await held(address);
    time = 3500;
    const early = await held(address);
    expect([early.status, early.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await held('https://slack.com/api/users.list')).status).toBe(200);
    time = 10_000;
    expect((await held(address)).status).toBe(200);
    expect(asked).toHaveLength(3);
  });

  test('without a number of seconds there is none', async () => {
    const held = heldFetch(
      () => 0,
      async () => answer(429),
    );
    await held('https://slack.com/api/users.info');
    expect((await held('https://slack.com/api/users.info')).headers.get('retry-after')).toBeNull();
  });
});

test('A6 forms answer with what is known, without asking', async () => {
  const stage = await startStage();
  try {
    const { sandbox, people } = stage;
    await submitOrder(stage, people.ana, people.sam);
    const stranger = sandbox.hire('nina', 'Nina New');
    const before = sandbox.inspector.calls('users.info').length;
    sandbox.faults.on('users.info', { kind: 'ratelimited', retryAfter: 60 });
    for (let n = 0; n < 2; n++) {
      await stranger.command('/so list');
      await vi.waitFor(() => expect(stranger.screen()).toContain(words.forms.notice.unknownPerson));
      await stranger.closeModal(true);
    }
    await people.ana.command('/so list');
    expect(people.ana.ephemerals().at(-1)?.text).toContain('SO-000001');
    expect(sandbox.inspector.calls('users.info')).toHaveLength(before + 1);
  } finally {
    await stage.stop();
  }
});
