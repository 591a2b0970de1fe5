import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles } from '../../src/files/files.ts';
import type { FileStorage, StoredFile } from '../../src/files/storage.ts';

/** A storage with nothing in it. `damage`: changes what is kept under a hash, as nobody should. */
export interface FreshStorage {
  readonly storage: FileStorage;
  /** The same place, opened once more. */
  again(): FileStorage;
  damage(sha256: string, bytes: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What every storage promises. `open` is asked for a fresh one before each test. */
export function storageContract(open: () => Promise<FreshStorage>): void {
  describe('a storage of files', () => {
    let fresh: FreshStorage;
    beforeEach(async () => {
      fresh = await open();
      await fresh.storage.check();
    });
    afterEach(() => fresh.remove());

    const listed = async (): Promise<StoredFile[]> => {
      const all: StoredFile[] = [];
      for await (const one of fresh.storage.list()) all.push(one);
      return all.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    };

    test('gives what it keeps, bit for bit, also when it is opened once more', async () => {
      const files = createFiles(fresh.storage);
      const bytes = randomBytes(3_000_000);
      const sha256 = await files.keep(bytes);
      expect(sha256).toBe(hashOf(bytes));
      const read = await createFiles(fresh.again()).read(sha256);
      expect(read?.byteLength).toBe(bytes.byteLength);
      expect(bytes.equals(read ?? Buffer.alloc(0))).toBe(true);
    });

    test('keeps an empty file, and has nothing under a hash that nobody kept', async () => {
      const files = createFiles(fresh.storage);
      const sha256 = await files.keep(Buffer.alloc(0));
      expect((await files.read(sha256))?.byteLength).toBe(0);
      expect(await files.read(hashOf(Buffer.from('nobody')))).toBeUndefined();
    });

    test('keeping the same once more, also at the same time, changes nothing', async () => {
      const files = createFiles(fresh.storage);
      const bytes = randomBytes(50_000);
      await Promise.all(Array.from({ length: 5 }, () => files.keep(bytes)));
      await files.keep(bytes);
      expect((await listed()).map(({ sha256, size }) => ({ sha256, size }))).toEqual([
        { sha256: hashOf(bytes), size: 50_000 },
      ]);
    });

    test('lists everything with its size and since when it is there; what is removed is gone', async () => {
      const files = createFiles(fresh.storage);
      expect(await listed()).toEqual([]);
      const begun = Date.now();
      const kept = await Promise.all([1, 2, 3].map((n) => files.keep(Buffer.from('x'.repeat(n)))));
      const found = await listed();
      expect(found.map(({ sha256 }) => sha256)).toEqual(kept.toSorted());
      expect(new Set(found.map(({ size }) => size))).toEqual(new Set([1, 2, 3]));
      // Storages count in seconds.
      for (const { since } of found) expect(Math.abs(since - begun)).toBeLessThan(60_000);
      const [one = ''] = kept;
      await fresh.storage.remove(one);
      await fresh.storage.remove(one);
      expect(await files.read(one)).toBeUndefined();
      expect(await listed()).toHaveLength(2);
    });

    test('damaged bytes are never given out; keeping the right ones puts them back', async () => {
      const files = createFiles(fresh.storage);
      const bytes = randomBytes(1000);
      const sha256 = await files.keep(bytes);
      await fresh.damage(sha256, randomBytes(1000));
      await expect(files.read(sha256)).rejects.toThrow(
        expect.objectContaining({ kind: 'damaged', message: expect.stringContaining(sha256) }),
      );
      await files.keep(bytes);
      expect(bytes.equals((await files.read(sha256)) ?? Buffer.alloc(0))).toBe(true);
    });
  });
}
