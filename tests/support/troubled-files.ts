import { createHash } from 'node:crypto';
import { openStorage } from '../../src/files/open-storage.ts';
import { type FileStorage, FilesProblem } from '../../src/files/storage.ts';

export type TroubledFiles = ReturnType<typeof troubledFiles>;

/** A folder of files that can be made to refuse what it is given, as a full disk does. */
export function troubledFiles() {
  let trouble = false;
  let refused = 0;
  const hears: ((bytes: Uint8Array) => void)[] = [];
  return {
    /** For `startStage`. */
    openFiles(url: string): FileStorage {
      const storage = openStorage(url);
      return {
        ...storage,
        async put(sha256, bytes) {
          if (trouble) {
            refused++;
            throw new FilesProblem('full', 'there is no room for files');
          }
          for (const hear of hears) hear(bytes);
          await storage.put(sha256, bytes);
        },
      };
    },
    set full(is: boolean) {
      trouble = is;
    },
    /** How often it had no room. */
    refused: () => refused,
    /** Hears what is kept, right before it is. */
    onPut(hear: (bytes: Uint8Array) => void): void {
      hears.push(hear);
    },
  };
}

/** The SHA-256 of bytes, hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
