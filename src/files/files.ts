import { createHash } from 'node:crypto';
import { type FileStorage, FilesProblem } from './storage.ts';

/** Files that outlive Slack. */
export interface Files {
  /** Keeps bytes under their SHA-256, which it returns; they are safe then. Throws a `FilesProblem`. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes of this SHA-256, and no others: undefined when there are none, a `FilesProblem` when they are damaged. */
  read(sha256: string): Promise<Uint8Array | undefined>;
}

/** The name under which bytes are kept. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes what comes in and checks what goes out, whatever the storage. */
export function createFiles(storage: FileStorage): Files {
  return {
    async keep(bytes) {
      const sha256 = sha256Of(bytes);
      await storage.put(sha256, bytes);
      return sha256;
    },
    async read(sha256) {
      const bytes = await storage.get(sha256);
      if (bytes && sha256Of(bytes) !== sha256)
        throw new FilesProblem(
          'damaged',
          `The file ${sha256} in ${storage.place} (FILES_URL) is damaged: put it back from a backup`,
        );
      return bytes;
    },
  };
}
