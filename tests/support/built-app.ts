import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** The app as it is shipped, in a folder of its own beside `dist`. */
export interface BuiltApp {
  /** Where `src` and `db` are. */
  readonly folder: string;
  /** What Node is to run. */
  readonly program: string[];
  remove(): void;
}

/** Builds it afresh, in a second: its types are for `npm run check`. */
export function buildApp(): BuiltApp {
  const folder = `dist.tried-${process.pid}`;
  execFileSync(process.execPath, ['scripts/build.mjs', folder, '--noCheck']);
  return {
    folder,
    program: [`${folder}/src/main.js`],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
