import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Unanswered } from '../../src/outbox/slack-errors.ts';
import { createFetchFile, createSendFile, NotFetched } from '../../src/slack/fetch-file.ts';

const seen: (string | undefined)[] = [];
const server = createServer((request, response) => {
  seen.push(request.headers.authorization);
  if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
  else if (request.url === '/busy') response.writeHead(503).end();
  else if (request.url === '/moved') response.writeHead(302, { location: '/photo' }).end();
  else if (request.url === '/away') response.writeHead(302, { location: `http://localhost:${port()}/photo` }).end();
  else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
  else if (request.url === '/endless') endless(response);
  else if (request.url === '/broken')
    response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
  else response.writeHead(200, { 'content-type': 'image/jpeg' }).end('bytes');
});
const port = () => (server.address() as AddressInfo).port;
let sent = 0;
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'image/jpeg' });
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(1_000_000))) sent++;
  };
  response.on('drain', more);
  more();
}
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

test('a file that has moved is followed on Slack’s hosts, and not to anywhere else or for ever', async () => {
  expect(Buffer.from(await fetchFile()(`${host}/moved`)).toString()).toBe('bytes');
  const before = seen.length;
  await expect(fetchFile()(`${host}/away`)).rejects.toThrow('one of Slack’s hosts');
  expect(seen).toHaveLength(before + 1);
  await expect(fetchFile()(`${host}/round`)).rejects.toThrow(NotFetched);
});

test('a file without end is not read to its end', async () => {
  await expect(fetchFile()(`${host}/endless`)).rejects.toThrow(NotFetched);
  expect(sent).toBeLessThan(60);
});

test('what breaks off in the middle, either way, is no answer: time may heal it', async () => {
  await expect(fetchFile()(`${host}/broken`)).rejects.toThrow(Unanswered);
  await expect(createSendFile()(`${host}/broken`, new Uint8Array(3))).rejects.toThrow(Unanswered);
  await expect(createSendFile()(`${host}/busy`, new Uint8Array(3))).rejects.toThrow(Unanswered);
  await createSendFile()(`${host}/upload`, new Uint8Array(3));
});
