/**
 * Why files cannot be kept or read; the message is a sentence for the operator that names the remedy. refused: what FILES_URL says
 * is wrong, or the app may not write there. full: there is no room. away: nobody answers, or not as they should; that may pass.
 * damaged: what is kept is not what was put there.
 */
export class FilesProblem extends Error {
  override name = 'FilesProblem';
  readonly kind: 'refused' | 'full' | 'away' | 'damaged';
  constructor(kind: FilesProblem['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** What a storage has: under which SHA-256, how many bytes, and since when (milliseconds). */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly since: number;
}

/**
 * A place that keeps bytes under the SHA-256 (hex) that it is given for them; it looks at neither, which `createFiles` does. What
 * fails is thrown as a `FilesProblem`.
 */
export interface FileStorage {
  /** Where it is, for the operator. */
  readonly place: string;
  /** Resolves when the bytes would outlive a power cut. Putting the same once more changes nothing. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is nothing under it. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** Everything in it, in any order. */
  list(): AsyncIterable<StoredFile>;
  /** What is not there stays so. */
  remove(sha256: string): Promise<void>;
  /** Tries whether files can be kept and read. */
  check(): Promise<void>;
}

/** What is kept under: 64 digits. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
