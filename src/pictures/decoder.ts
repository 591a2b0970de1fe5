import { z } from 'zod';
import { type DecoderProcess, startDecoderProcess } from './child.ts';
import type { Frame } from './formats/frames.ts';
import { type Logo, LogoProblem } from './logo.ts';
import type { Photo } from './photo.ts';
import { Unprinted } from './unprinted.ts';

/** The program ends; nothing is wrong with the picture. */
export class DecoderStopped extends Error {
  override name = 'DecoderStopped';
}

/** Reads pictures that anybody may have made, in a process of its own, one at a time, in the order they were asked for. */
export type Decoder = ReturnType<typeof createDecoder>;

/** `timeoutMs` limits one picture, not its wait in line. `module` replaces the process's, for tests. */
interface DecoderOptions {
  readonly timeoutMs?: number;
  readonly module?: URL;
}

/** The process itself counts what a picture costs of its own time; this is for a computer that is busy otherwise. */
const TIMEOUT_MS = 30_000;
/** After so long without work the process ends and gives its memory back. Milliseconds. */
const IDLE_MS = 20_000;

type Task = 'photo' | 'clean' | 'logo';

const PhotoFacts = z.object({ width: z.number(), height: z.number(), incomplete: z.boolean().exactOptional() });
const LogoFacts = z.object({ type: z.enum(['image/png', 'image/jpeg']), width: z.number(), height: z.number() });
/** Said by a process that has no memory left for another picture. */
const Full = z.object({ full: z.literal(true) });

/** Nothing is started before the first picture comes. */
export function createDecoder({ timeoutMs = TIMEOUT_MS, module }: DecoderOptions = {}) {
  let running: { readonly what: 'photo' | 'logo'; readonly process: DecoderProcess } | undefined;
  let stopped = false;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const inLine = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    await ending?.process.end();
  }

  /** The process for a task; drawings are read by one that reads nothing else. */
  async function processFor(task: Task): Promise<DecoderProcess> {
    clearTimeout(idle);
    const what = task === 'logo' ? 'logo' : 'photo';
    if (running && (running.what !== what || !running.process.alive())) await end();
    running ??= { what, process: startDecoderProcess(what, module) };
    await running.process.ready;
    return running.process;
  }

  /** The answer; undefined when the picture has ended the process, or had to be ended with it. */
  const ask = (task: Task, bytes: Uint8Array): Promise<Frame | undefined> =>
    inLine(async () => {
      if (stopped) throw new DecoderStopped('the app stops');
      try {
        const child = await processFor(task);
        const answer = await child.ask({ head: { task }, bytes }, timeoutMs);
        if (!answer || Full.safeParse(answer.head).success) await end();
        if (stopped) throw new DecoderStopped('the app stops');
        idle = setTimeout(() => void inLine(end), IDLE_MS).unref();
        return answer;
      } catch (error) {
        await end();
        throw stopped ? new DecoderStopped('the app stops', { cause: error }) : error;
      }
    });

  /** What the process says of a picture, and its bytes; or why there are none. */
  async function asked(task: 'photo' | 'clean', bytes: Uint8Array): Promise<Frame | Unprinted> {
    const answer = await ask(task, bytes);
    if (!answer) return { code: 'undecodable' };
    return Unprinted.safeParse(answer.head).data ?? answer;
  }

  return {
    /** The photo in these bytes, made ready for print, or why there is none. Rejects when no process can be had. */
    async photo(bytes: Uint8Array): Promise<Photo | Unprinted> {
      const answer = await asked('photo', bytes);
      return 'code' in answer ? answer : { ...PhotoFacts.parse(answer.head), jpeg: new Uint8Array(answer.bytes) };
    },
    /** The same picture, pixel by pixel, without anything it says of place, time and people; or why that cannot be had. */
    async clean(bytes: Uint8Array): Promise<Uint8Array | Unprinted> {
      const answer = await asked('clean', bytes);
      return 'code' in answer ? answer : answer.bytes;
    },
    /** The logo in these bytes, or why it cannot be one. */
    async logo(bytes: Uint8Array): Promise<Logo | LogoProblem> {
      const answer = await ask('logo', bytes);
      if (!answer) return { code: 'too_heavy' };
      return (
        LogoProblem.safeParse(answer.head).data ?? {
          ...LogoFacts.parse(answer.head),
          bytes: new Uint8Array(answer.bytes),
        }
      );
    },
    /** Ends the process. What is still to be done is rejected with `DecoderStopped`. */
    async stop(): Promise<void> {
      stopped = true;
      await end();
      await last;
    },
  };
}
