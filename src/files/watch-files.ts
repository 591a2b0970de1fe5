import type { Log } from '../log.ts';
import { createFiles, type Files } from './files.ts';
import { type FileStorage, FilesProblem } from './storage.ts';

/** Files whose troubles are told once, and that are tried by themselves until they are over. */
export interface WatchedFiles extends Files {
  /** Tries the storage. Throws a `FilesProblem` when FILES_URL is wrong; what may pass is waited for, and told. */
  start(): Promise<void>;
  stop(): void;
}

/** `onBack`: files can be kept again; what waited for that may go on. `every`: how often that is tried, milliseconds. */
export function watchFiles(
  storage: FileStorage,
  log: Log,
  { onBack, every }: { readonly onBack: () => void; readonly every: number },
): WatchedFiles {
  const files = createFiles(storage);
  /** What failed last: it is tried again just so, since there may be room for less. */
  let failing: (() => Promise<unknown>) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const later = (work: () => unknown) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(work, every).unref();
  };

  function troubled(error: unknown, tried: () => Promise<unknown>): void {
    if (!failing) {
      const why = error instanceof Error ? error.message : String(error);
      log.error({ event: 'files.unusable', error: why }, 'files cannot be kept; what cannot be kept is not issued');
      later(again);
    }
    failing = tried;
  }

  async function again(): Promise<void> {
    const tried = failing;
    if (!tried) return;
    try {
      await tried();
    } catch {
      return later(again);
    }
    failing = undefined;
    log.info({ event: 'files.usable' }, 'files can be kept again');
    onBack();
    // What was failing just now may have been put aside only after that.
    later(onBack);
  }

  return {
    async keep(bytes) {
      const put = () => files.keep(bytes);
      try {
        return await put();
      } catch (error) {
        troubled(error, put);
        throw error;
      }
    },
    read: files.read,
    async start() {
      try {
        await storage.check();
      } catch (error) {
        if (!(error instanceof FilesProblem) || error.kind === 'refused') throw error;
        troubled(error, storage.check);
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
