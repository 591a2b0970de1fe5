import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/files/files.ts';
import { openStorage } from '../../src/files/open-storage.ts';
import { storageContract } from '../files/storage-contract.ts';
import { approve, asked, submitOrder } from '../support/acting.ts';
import { hasS3Server, KEYS, startS3Server } from '../support/s3-server.ts';
import { startStage } from '../support/stage.ts';

describe.skipIf(!hasS3Server)('in a real S3 server', () => {
  let server: Awaited<ReturnType<typeof startS3Server>>;
  beforeAll(async () => {
    server = await startS3Server();
  }, 60_000);
  afterAll(() => server?.stop());

  storageContract(async () => {
    const prefix = `papers/${randomUUID()}`;
    return {
      storage: server.open(prefix),
      again: () => server.open(prefix),
      damage: (sha256, bytes) => server.damage(`${prefix}/${sha256.slice(0, 2)}/${sha256}`, bytes),
      remove: async () => {},
    };
  });

  describe('a bucket of files', () => {
    test('is listed page by page', async () => {
      const storage = server.open('many');
      const files = createFiles(storage);
      const kept = new Set<string>();
      // More than a page of the protocol.
      for (let n = 0; n < 1100; n += 50)
        for (const one of await Promise.all(Array.from({ length: 50 }, (_, i) => files.keep(Buffer.from(`${n + i}`)))))
          kept.add(one);
      const found = new Set<string>();
      for await (const { sha256 } of storage.list()) found.add(sha256);
      expect(found).toEqual(kept);
    }, 60_000);

    test('without a prefix it is the whole bucket', async () => {
      const files = createFiles(server.open(''));
      const sha256 = await files.keep(Buffer.from('at the top'));
      expect(Buffer.from((await files.read(sha256)) ?? []).toString()).toBe('at the top');
    });
  });

  test('the app keeps its documents there, and sends one again that Slack has deleted', async () => {
    const stage = await startStage('socket', {}, { openFiles: () => server.open('story') });
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await approve(stage, sam, channel, [farid]);
    const title = `SO-${channel.slice(3, 9)} v1.pdf`;
    const { files } = stage.sandbox.workspace;
    const issued = [...files.values()].find((file) => file.title === title) ?? expect.unreachable();
    // Slack is not even asked for its own.
    const looks = () =>
      stage.sandbox.inspector.calls('files.info').filter(({ args }) => args.file === issued.id).length;
    const before = looks();
    issued.deleted = true;
    await asked(ana, `/so document ${channel}`);
    await stage.idle();
    const [sent] = ana.directMessages().flatMap((message) => message.files.filter((file) => file.title === title));
    expect(files.get(sent?.id ?? '')?.bytes).toEqual(issued.bytes);
    expect(looks()).toBe(before);
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  }, 60_000);

  describe('what is not as it should be', () => {
    test('bytes that are not of their hash are refused by the server', async () => {
      await expect(server.open('').put('ab'.repeat(32), Buffer.from('x'))).rejects.toThrow('BadDigest');
    });

    test.each([
      ['a bucket that is not there', () => server.url('', 'no-such-bucket'), KEYS, /there is no such bucket/],
      ['a key that nobody knows', () => server.url(''), { ...KEYS, accessKeyId: 'test:nobody' }, /the keys are wrong/],
      ['a wrong secret', () => server.url(''), { ...KEYS, secretAccessKey: 'secret' }, /the keys are wrong/],
    ])('%s', async (_, url, keys, sentence) => {
      const failure = await openStorage(url(), keys)
        .check()
        .then(() => expect.unreachable('it started'))
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ kind: 'refused', message: expect.stringMatching(sentence) });
      expect(String(failure)).not.toMatch(/secret|\n/);
    });
  });
});
