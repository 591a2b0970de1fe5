import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { respond } from '../../src/slack/transport/response-url.ts';
import { GiveUp, Unanswered } from '../../src/slack-api/classify-error.ts';
import { createFetchFile, createSendFile, NotFetched } from '../../src/slack-api/fetch-file.ts';

const seen: { url: string; authorization: string | undefined }[] = [];
const server = createServer((request, response) => {
  request.resume();
  const url = request.url ?? '';
  seen.push({ url, authorization: request.headers.authorization });
  const moved = /^\/moved\/(\d+)\?to=(.*)$/.exec(url);
  if (moved) response.writeHead(Number(moved[1]), { location: decodeURIComponent(moved[2] ?? '') }).end();
  else if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
  else if (url === '/busy') response.writeHead(503).end();
  else if (url === '/endless') endless(response);
  else if (url === '/broken')
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
  host = `http://127.0.0.1:${port()}`;
});
afterAll(() => server.close());

const apiUrl = () => `${host}/api/`;
const fetchFile = () => createFetchFile({ botToken: 'xoxb-1', apiUrl: apiUrl() });
const sendFile = () => createSendFile({ apiUrl: apiUrl() });
const bytes = new Uint8Array(3);

test('a file is fetched with the bot’s token', async () => {
  expect(Buffer.from(await fetchFile()(`${host}/photo`)).toString()).toBe('bytes');
  expect(seen.at(-1)?.authorization).toBe('Bearer xoxb-1');
});

test('a login page is no file; a busy server is asked again', async () => {
  await expect(fetchFile()(`${host}/page`)).rejects.toThrow(NotFetched);
  await expect(fetchFile()(`${host}/busy`)).rejects.toThrow('status 503');
});

test('a file without end is not read to its end', async () => {
  await expect(fetchFile()(`${host}/endless`)).rejects.toThrow(NotFetched);
  expect(sent).toBeLessThan(60);
});

test('what breaks off in the middle, either way, is no answer: time may heal it', async () => {
  await expect(fetchFile()(`${host}/broken`)).rejects.toThrow(Unanswered);
  await expect(sendFile()(`${host}/broken`, bytes)).rejects.toThrow(Unanswered);
  await expect(sendFile()(`${host}/busy`, bytes)).rejects.toThrow(Unanswered);
  await sendFile()(`${host}/upload`, bytes);
});

describe('F10 a token, a file or an answer goes to Slack’s hosts and nowhere else', () => {
  test.each([
    'https://slack.com.evil.example/x',
    'http://files.slack.com/x',
    'https://files.slack.com@127.0.0.1/x',
    'https://me:secret@files.slack.com/x',
    'https://files.slack.com./x',
    'https://files.slack.com:8443/x',
    'https://ｆiles.slack.com.evil.example/x',
    'https://files.slаck.com/x',
    'http://[::1]/x',
    'http://[::ffff:127.0.0.1]/x',
    'http://2130706434/x',
    'http://127.1.1.1/x',
    'http://localhost/x',
    '//127.0.0.1/x',
    'ftp://127.0.0.1/x',
    'file:///etc/passwd',
    'no address',
    '',
  ])('not to %s', async (address) => {
    const before = seen.length;
    const other = address.replace(/^(http:\/\/[^/]+)\/x$/, `$1:${port()}/x`);
    await expect(fetchFile()(other)).rejects.toThrow(NotFetched);
    await expect(sendFile()(other, bytes)).rejects.toThrow(GiveUp);
    expect(seen).toHaveLength(before);
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%s) is not followed, not even on the same host', async (status) => {
    for (const to of ['/photo', `${host}/photo`, `http://localhost:${port()}/photo`, 'https://files.slack.com/x', '']) {
      const from = `${host}/moved/${status}?to=${encodeURIComponent(to)}`;
      const before = seen.length;
      await expect(fetchFile()(from), to).rejects.toThrow(NotFetched);
      await expect(sendFile()(from, bytes), to).rejects.toThrow(GiveUp);
      expect(await respond(from, { text: 'private', blocks: [] }, createLog('silent')), to).toBe(status);
      expect(seen.length - before, to).toBe(3);
    }
  });
});
