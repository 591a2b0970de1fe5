import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STYLE } from './headers.ts';

/** What the pages load, all of it from here. */
const FILES = {
  'page.css': { type: STYLE, file: join(import.meta.dirname, 'assets/page.css') },
} as const;

type AssetName = keyof typeof FILES;

/** The files that pages load, read once. Their address changes with what is in them, so that browsers may keep them for ever. */
export function readAssets() {
  const all = Object.entries(FILES).map(([name, { type, file }]) => ({ name, type, bytes: readFileSync(file) }));
  const hash = all.reduce((sum, { name, bytes }) => sum.update(name).update(bytes), createHash('sha256'));
  const folder = `/web/${hash.digest('hex').slice(0, 16)}`;
  return {
    /** Where a page finds it. */
    at: (name: AssetName): string => `${folder}/${name}`,
    /** What is there; undefined for any other path. */
    of: (path: string) => all.find(({ name }) => path === `${folder}/${name}`),
  };
}

export type Assets = ReturnType<typeof readAssets>;
