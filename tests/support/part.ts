import { execFileSync } from 'node:child_process';

/** Which part of its moments a long sweep strikes at: `all`, or 1, 2 …; unless it is given, another one with each commit. */
const ASKED = process.env.SWEEP;

/** Whether this run is to try all of everything. */
export const tryAll = ASKED === 'all';

/** Every `parts`-th of them, another set with each commit; all with SWEEP=all, the n-th set with SWEEP=n. */
export function partOf<T>(all: readonly T[], parts: number): T[] {
  if (tryAll) return [...all];
  const which = ASKED === undefined ? byCommit() : Number(ASKED);
  if (!Number.isInteger(which)) throw new Error(`SWEEP is “all” or a number, not “${ASKED}”`);
  return all.filter((_, at) => at % parts === which % parts);
}

/** Other digits than those by which the gate chooses its sixth of the proofs, so that in time every part has its turn. */
const byCommit = (): number =>
  Number.parseInt(execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).slice(4, 10), 16);
