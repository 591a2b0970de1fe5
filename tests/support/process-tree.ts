import { readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells what its processes hold (Linux). */
export const canWatchProcesses = process.platform === 'linux';

/** A process and everything it has started, by their ids. */
export function treeOf(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(treeOf)];
}

/** What each process of a tree holds in memory, bytes; of what several share, each counts its part. */
export const heldBy = (pid: number): number[] =>
  treeOf(pid).map((one) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) * 1024);

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** A process may have ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
