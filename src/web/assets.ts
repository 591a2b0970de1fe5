import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SCRIPT, STYLE } from './headers.ts';

/** What the pages load, all of it from here. */
const FILES = {
  'page.css': { type: STYLE, file: join(import.meta.dirname, 'assets/page.css') },
  'sign.js': { type: SCRIPT, file: join(import.meta.dirname, 'assets/sign.js') },
  'signature_pad.js': {
    type: SCRIPT,
    file: join(dirname(createRequire(import.meta.url).resolve('signature_pad')), 'signature_pad.min.js'),
  },
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
