import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { orderNumber } from '../order/text/order-number.ts';
import type { Besides, Printed } from './document.ts';
import type { RenderedBytes, RenderTask } from './worker.ts';

/** The program ends; nothing is wrong with what was to be rendered. */
export class RendererStopped extends Error {
  override name = 'RendererStopped';
}

/** Makes PDFs in a thread of its own, one at a time, in the order they were asked for. */
export type Renderer = ReturnType<typeof startRenderer>;

/** What is printed besides the version, and what ends the render early. */
export interface RenderOptions extends Besides {
  readonly signal?: AbortSignal;
}

/** `timeoutMs` limits one render, not its wait in line. `worker` replaces the thread's module, for tests. */
export interface RendererOptions {
  readonly timeoutMs?: number;
  readonly worker?: URL;
}

const DEFAULT_TIMEOUT_MS = 30_000;
/** A runaway layout fails its own task instead of the process. */
const HEAP_LIMIT_MB = 1024;
/** A document makes some 50 MB of short-lived objects: with room for them they are never copied. */
const YOUNG_HEAP_MB = 64;

/** Starts the thread at once. Nothing of react-pdf is loaded in the caller's own. */
export function startRenderer({ timeoutMs = DEFAULT_TIMEOUT_MS, worker }: RendererOptions = {}) {
  const pool = startPool(worker);
  const stopped = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const inLine = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };

  const limited = async <T>(
    what: string,
    run: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    const limit = AbortSignal.timeout(timeoutMs);
    const ends = [stopped.signal, limit, ...(signal ? [signal] : [])];
    const ended = () => ends.find((end) => end.aborted);
    try {
      ended()?.throwIfAborted();
      return await run(AbortSignal.any(ends));
    } catch (error) {
      const end = ended();
      if (end === limit)
        throw new Error(`${what} was stopped: it took longer than ${timeoutMs / 1000} s.`, { cause: error });
      throw end ? end.reason : new Error(`${what} failed: ${messageOf(error)}`, { cause: error });
    }
  };

  return {
    /**
     * The PDF of one version: the same version gives the same bytes, and so the same hex SHA-256. Rejects when there is no such version, when `signal` aborts, when it takes longer than the time
     * limit, or when the thread dies; none of these touches the renders after it.
     */
    render(
      order: Printed,
      version: number,
      { signal, ...besides }: RenderOptions = {},
    ): Promise<RenderedBytes & { readonly fileName: string }> {
      const name = `${orderNumber(order.number)} v${version}`;
      // Only what a version is made of crosses into the thread.
      const { team, id, number, versions, entries } = order;
      const task: RenderTask = { order: { team, id, number, versions, entries }, version, ...besides };
      return inLine(async () => {
        const run = (ends: AbortSignal): Promise<RenderedBytes> => pool.run(task, { name: 'render', signal: ends });
        return { ...(await limited(`The PDF ${name}`, run, signal)), fileName: `${name}.pdf` };
      });
    },
    /** Resolves when the thread is up and has rendered once. */
    warm: (): Promise<void> =>
      inLine(() =>
        limited('The warm-up render', async (ends) => void (await pool.run(null, { name: 'warm', signal: ends }))),
      ),
    /** Ends the thread. What is still to be rendered is rejected. */
    async stop(): Promise<void> {
      stopped.abort(new RendererStopped('The PDF renderer was stopped.'));
      await last;
      await pool.destroy();
    },
  };
}

/** One thread with the PDF module, or `worker` in its place. */
export function startPool(worker?: URL): Piscina {
  const fromSource = import.meta.url.endsWith('.ts');
  const source = fromSource ? sourceLoader() : { env: {}, execArgv: [] };
  const pool = new Piscina({
    filename: (worker ?? new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url)).href,
    minThreads: 1,
    maxThreads: 1,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    // The thread sees no secrets; production mode halves the memory React takes.
    env: { ...source.env, NODE_ENV: 'production' },
    execArgv: source.execArgv,
  });
  // A thread that dies while idle has no task to reject; the next task gets a new one.
  pool.on('error', () => undefined);
  return pool;
}

/** What a thread needs to run TypeScript and JSX: `--import tsx` alone registers nothing outside the main thread. */
function sourceLoader(): { env: Record<string, string>; execArgv: string[] } {
  const tsx = import.meta.resolve('tsx/esm/api');
  const register = `import { register } from ${JSON.stringify(tsx)}; register();`;
  return {
    env: { TSX_TSCONFIG_PATH: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) },
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(register)}`],
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
