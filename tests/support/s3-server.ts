import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { openStorage } from '../../src/files/open-storage.ts';

export const BUCKET = 'service-orders';

/** The keys that the server knows. */
export const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** An S3 server on this computer that checks signatures, with one bucket. */
export async function startS3Server() {
  const directory = mkdtempSync(join(tmpdir(), 'service-orders-s3-'));
  const server = new S3rver({
    ...{ directory, silent: true, address: '127.0.0.1', port: 0 },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await server.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const url = (prefix: string, bucket = BUCKET, region = 'us-east-1') =>
    `s3://${bucket}/${prefix}?endpoint=${encodeURIComponent(endpoint)}&region=${region}`;
  return {
    url,
    open: (prefix: string) => openStorage(url(prefix), KEYS),
    /** Changes what an object says. */
    damage(key: string, bytes: Uint8Array): void {
      const path = readdirSync(join(directory, BUCKET), { recursive: true, encoding: 'utf8' }).find(
        (name) => name.includes(key) && name.endsWith('_object'),
      );
      if (path === undefined) throw new Error(`there is no ${key}`);
      writeFileSync(join(directory, BUCKET, path), bytes);
    },
    async stop() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
