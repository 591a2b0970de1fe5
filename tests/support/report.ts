import type { Tally } from './sweep.ts';

/** Prints what a sweep came to, so that it can be quoted. */
export function report(what: string, { lives, struck, lost, doubled }: Tally): void {
  process.stdout.write(`${what}: ${struck.length} in ${lives} lives, ${lost} lost, ${doubled} doubled\n`);
}
