/**
 * The process in which pictures are decoded: what they do to it, they do to nothing else. It reads frames from standard
 * input and answers each on standard output; it ends with its parent, when a picture takes too much memory or time, or
 * when its parent says so. `argv[2]` says what it is for: photos or logos.
 */
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { createFrameReader, type Frame, framed } from './formats/frames.ts';
import { kindOf } from './formats/kind.ts';
import { readPicture } from './picture.ts';

/**
 * What a picture may take, bytes: 50 megapixels with room to work. Node and libvips take 65 MB here and the rest of the app
 * some 200, so that all of it together stays below 512.
 */
const MAX_MEMORY = 200_000_000;
/** Between two looks at memory and time, milliseconds: a picture fills some 20 MB in that time. */
const LOOK = 10;
/** A process that still holds as much after a picture leaves the next too little, bytes: it says so and is ended. */
const KEPT_MEMORY = 30_000_000;
/** What one picture may cost of a processor's time, microseconds: the largest photos take three seconds on a slow one. */
const MAX_CPU = 10_000_000;

/** What is asked for, and what is answered: facts, with bytes where there are any. */
type Answer = { readonly head: object; readonly bytes?: Uint8Array };
type Task = (bytes: Uint8Array) => Promise<Answer>;

async function photo(bytes: Uint8Array): Promise<Answer> {
  const { decodePhoto } = await import('./decode-photo.ts');
  const result = await decodePhoto(bytes);
  if ('code' in result) return { head: result };
  const { jpeg, ...head } = result;
  return { head, bytes: jpeg };
}

async function logo(bytes: Uint8Array): Promise<Answer> {
  const { decodeLogo } = await import('./decode-logo.ts');
  const result = await decodeLogo(bytes);
  if ('code' in result) return { head: result };
  const { bytes: picture, ...head } = result;
  return { head, bytes: picture };
}

/** Nothing is decoded for this; a file that is made to hurt may still take its time. */
async function clean(bytes: Uint8Array): Promise<Answer> {
  const picture = readPicture(bytes);
  if ('code' in picture) return { head: picture };
  return { head: { kind: kindOf(bytes) }, bytes: picture.write(picture.orientation) };
}

const tasks: Readonly<Record<string, Task>> = { photo, logo, clean };

/** What the process holds before its first picture, bytes. */
let empty = 0;

const endNow = () => process.kill(process.pid, 'SIGKILL');

async function work({ head, bytes }: Frame): Promise<void> {
  const task = typeof head === 'object' && head !== null && 'task' in head ? tasks[String(head.task)] : undefined;
  if (!task) throw new Error('an unknown task');
  const before = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (user + system > MAX_CPU || process.memoryUsage.rss() > empty + MAX_MEMORY) endNow();
  }, LOOK);
  try {
    const { head: facts, bytes: picture = new Uint8Array() } = await task(bytes);
    const full = process.memoryUsage.rss() > empty + KEPT_MEMORY;
    for (const chunk of framed({ head: { ...facts, full }, bytes: picture })) process.stdout.write(chunk);
  } finally {
    clearInterval(watch);
  }
}

async function main(): Promise<void> {
  // Answers to people in Slack go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    // When a container runs out of memory, Linux ends this process and not the app.
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Not Linux, or not allowed here: the memory is looked at all the same.
  }
  const { allowOnly, LOGO_LOADERS, PHOTO_LOADERS } = await import('./loaders.ts');
  const isForLogos = process.argv[2] === 'logo';
  allowOnly(isForLogos ? LOGO_LOADERS : PHOTO_LOADERS);
  // Everything is loaded before it is measured, and before anybody waits for it.
  await (isForLogos ? import('./decode-logo.ts') : import('./decode-photo.ts'));
  empty = process.memoryUsage.rss();
  const read = createFrameReader((frame) => void work(frame).catch(endNow));
  process.stdin.on('data', read);
  process.stdin.on('end', endNow);
  process.stdout.on('error', endNow);
  for (const chunk of framed({ head: { ready: true }, bytes: new Uint8Array() })) process.stdout.write(chunk);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
