import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetchFile, NotFetched } from '../../src/slack/fetch-file.ts';

const seen: (string | undefined)[] = [];
const server = createServer((request, response) => {
  seen.push(request.headers.authorization);
  if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
  else if (request.url === '/busy') response.writeHead(503).end();
  else response.writeHead(200, { 'content-type': 'image/jpeg' }).end('bytes');
});
let host: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const fetchFile = () => createFetchFile({ botToken: 'xoxb-1', apiUrl: `${host}/api/` });

test('a file is fetched with the bot’s token', async () => {
  expect(Buffer.from(await fetchFile()(`${host}/photo`)).toString()).toBe('bytes');
  expect(seen.at(-1)).toBe('Bearer xoxb-1');
});

test('the token goes to Slack’s hosts only', async () => {
  const before = seen.length;
  for (const address of [
    'https://slack.com.evil.example/x',
    `http://localhost:${new URL(host).port}/photo`,
    'http://files.slack.com/x',
  ])
    await expect(fetchFile()(address)).rejects.toThrow(NotFetched);
  expect(seen).toHaveLength(before);
});

test('a login page is no file; a busy server is asked again', async () => {
  await expect(fetchFile()(`${host}/page`)).rejects.toThrow(NotFetched);
  await expect(fetchFile()(`${host}/busy`)).rejects.toThrow('status 503');
});
