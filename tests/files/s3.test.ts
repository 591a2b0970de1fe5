import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { credentialsIn, openStorage } from '../../src/files/open-storage.ts';
import { s3Place } from '../../src/files/s3-place.ts';

const KEYS = { accessKeyId: 'id', secretAccessKey: 'secret' };

describe('what is wrong with a bucket is said in one sentence', () => {
  const failing = (started: () => Promise<unknown>) =>
    Promise.resolve()
      .then(started)
      .then(() => expect.unreachable('it started'))
      .catch((error: unknown) => error);
  const says = (kind: string, sentence: RegExp) => ({
    name: 'FilesProblem',
    kind,
    message: expect.stringMatching(sentence),
  });

  test.each([
    ['no keys', () => 's3://papers', undefined, /AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing/],
    ['no bucket', () => 's3:///files', KEYS, /names no bucket/],
    ['keys in the address', () => 's3://id:secret@bucket/', KEYS, /has keys in it/],
    ['an unknown option', () => 's3://bucket/?acl=public', KEYS, /options other than/],
    ['an endpoint over the network without TLS', () => 's3://bucket/?endpoint=http://s3.example.org', KEYS, /no https/],
  ])('%s', async (_, url, keys, sentence) => {
    const failure = await failing(async () => openStorage(url(), keys).check());
    expect(failure).toMatchObject(says('refused', sentence));
    expect(String(failure)).not.toMatch(/secret|\n/);
  });

  test('nobody who answers: that may pass', async () => {
    // A port that nobody may listen at.
    expect(await failing(() => openStorage('s3://bucket/?endpoint=http://127.0.0.1:1', KEYS).check())).toMatchObject(
      says('away', /does not answer/),
    );
  });

  test.each([
    [507, '<Error><Code>XMinioStorageFull</Code></Error>', 'full', /no room left/],
    [403, '<Error><Code>AccessDenied</Code></Error>', 'refused', /may not read and write there \(AccessDenied\)/],
    [403, '<Error><Code>RequestTimeTooSkewed</Code></Error>', 'refused', /clock/],
    [301, '<Error><Code>PermanentRedirect</Code></Error>', 'refused', /somewhere else \(PermanentRedirect\)/],
    [400, '<Error><Code>AuthorizationHeaderMalformed</Code></Error>', 'refused', /check region/],
    [503, '<html>Sorry</html>', 'away', /answers HTTP 503/],
  ])('HTTP %i %s', async (status, body, kind, sentence) => {
    const stub: Server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
    await new Promise((resolve) => stub.once('listening', resolve));
    const { port } = stub.address() as AddressInfo;
    const storage = openStorage(`s3://bucket/?endpoint=http://127.0.0.1:${port}`, KEYS);
    expect(await failing(() => storage.check())).toMatchObject(says(kind, sentence));
    await new Promise((resolve) => stub.close(resolve));
  });
});

test.each([
  ['s3://papers', { bucket: 'papers', prefix: '', base: 'https://papers.s3.us-east-1.amazonaws.com' }],
  ['s3://my.papers/a/b/?region=eu-west-1', { prefix: 'a/b/', base: 'https://s3.eu-west-1.amazonaws.com/my.papers' }],
  ['s3://papers/x?endpoint=http://minio:9000/', { prefix: 'x/', base: 'http://minio:9000/papers' }],
  [
    's3://papers?endpoint=https://s3.example.org/v1&region=auto',
    { base: 'https://s3.example.org/v1/papers', region: 'auto' },
  ],
])('%s', (url, place) => expect(s3Place(url)).toMatchObject(place));

test('keys are read by their usual names, both or none', () => {
  expect(credentialsIn({ AWS_ACCESS_KEY_ID: 'a' })).toBeUndefined();
  expect(credentialsIn({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' })).toEqual({
    ...{ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' },
  });
});
