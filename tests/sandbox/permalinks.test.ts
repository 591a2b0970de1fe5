import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { testSandbox, webClient } from './test-app.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.stop());

const leadsTo = async (address: string | undefined) => {
  const response = await fetch(address ?? '', { redirect: 'manual' });
  return response.status === 302 ? response.headers.get('location') : response.status;
};

test('D5 every address that the app is given for people is the sandbox’s own, and leads to the page', async () => {
  const client = webClient(sandbox);
  const me = await client.auth.test();
  expect(me.url).toBe(`${sandbox.url}/`);
  expect((await fetch(me.url ?? '')).status).toBe(200);

  const channel = (await client.conversations.create({ name: 'so-1', is_private: true })).channel?.id ?? '';
  expect(await leadsTo(`${me.url}archives/${channel}`)).toBe(`/?at=${channel}`);
  const { ts = '' } = await client.chat.postMessage({ channel, text: 'Hello' });
  const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
  expect(await leadsTo(permalink)).toBe(`/?at=${channel}&message=${ts}`);

  await client.conversations.invite({ channel, users: sandbox.people.ana.id });
  const files = [{ name: 'Bericht ü/2.txt', bytes: Buffer.from('x') }];
  await sandbox.people.ana.say('so-1', 'Look', files);
  const [file] = (await client.conversations.history({ channel, limit: 1 })).messages?.[0]?.files ?? [];
  const info = await client.files.info({ file: file?.id ?? '' });
  expect(await leadsTo(info.file?.permalink)).toBe(`/?file=${file?.id}`);

  const card = (as: string, id = file?.id) => fetch(`${sandbox.url}/page/card?as=${as}&file=${id}`);
  expect(await (await card('ana')).json()).toMatchObject({ ok: true, result: { id: file?.id } });
  for (const response of [await card('ben'), await card('ana', 'F0'), await card('nobody')])
    expect(await response.json()).toMatchObject({ ok: false });
  for (const path of ['archives/', 'archives/../x', 'archives/C1/p1', 'files/U1', 'files/U1/../F1/x', 'archives/<b>'])
    expect(await leadsTo(`${sandbox.url}/${path}`), path).toBe(404);
});
