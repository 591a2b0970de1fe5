import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each room may import besides itself (docs/ARCHITECTURE.md); a room has all the folders in it, unless they are rooms of their own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/order': [],
  'src/words': ['src/order'],
  'src/forms': ['src/order', 'src/words'],
  'src/office': ['src/order', 'src/words', 'src/forms', 'src'],
  'src/pictures': [],
  'src/pdf': ['src/order', 'src/pictures', 'src/words', 'src/verification.ts'],
  'src/files': ['src'],
  'src/web': ['src/order', 'src/words', 'src/forms', 'src/pictures', 'src/pdf', 'src/files', 'db', 'src'],
  'src/slack-api': ['src/words', 'src/files', 'db', 'src'],
  'src/slack/views': ['src/order', 'src/forms', 'src/words', 'src/office', 'db', 'src'],
  'src/slack/transport': ['src/order', 'src/forms', 'src/words', 'src/slack-api', 'src/slack/views', 'src'],
  'src/slack/people': [
    'src/order',
    'src/forms',
    'src/words',
    'src/office',
    'src/slack-api',
    'src/slack/words-for.ts',
    'db',
    'src',
  ],
  'src/slack/replies': [
    'src/forms',
    'src/words',
    'src/slack-api',
    'src/slack/views',
    'src/slack/transport',
    'src/slack/people',
    'db',
    'src',
  ],
  'src/slack/drafts': ['src/forms', 'db', 'src'],
  'sandbox/server/blocks': ['sandbox/server'],
  'sandbox/server/instruments': ['sandbox/server', 'sandbox/ui'],
  'sandbox/server/access': ['sandbox/server/instruments', 'sandbox/server'],
  'sandbox/server/workspace': ['sandbox/server/instruments', 'sandbox/server'],
  'sandbox/server/objects': ['sandbox/server/workspace', 'sandbox/server'],
  'sandbox/server/shown': ['sandbox/server/workspace', 'sandbox/server'],
  'sandbox/server/changes': [
    'sandbox/server/access',
    'sandbox/server/workspace',
    'sandbox/server/objects',
    'sandbox/server/shown',
    'sandbox/server',
  ],
  'sandbox/ui/widgets': ['sandbox/ui'],
  'sandbox/ui/text': ['sandbox/ui', 'sandbox'],
  'sandbox/ui/elements': ['sandbox/ui/text', 'sandbox/ui/widgets', 'sandbox/ui'],
  'sandbox/ui/blocks': ['sandbox/ui/elements', 'sandbox/ui/text', 'sandbox/ui'],
};

const root = join(import.meta.dirname, '..');
const files = ['src', 'db', 'sandbox'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name)),
);

/** What has rooms in it, innermost first. */
const HOUSES = ['src/slack', 'sandbox/server', 'sandbox/ui', 'src', 'db', 'sandbox'];

/** The room that a file is in: the folder below the house it is in; a file beside the rooms is one by itself. */
function roomOf(file: string): string {
  const house = HOUSES.find((one) => file.startsWith(`${one}/`)) ?? '';
  const [folder = '', ...rest] = file.slice(house.length + 1).split('/');
  return rest.length > 0 ? join(house, folder) : file;
}

const imports = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\() ?'(\.{1,2}\/[^']+)'/g)].map(
    ([, path = '']) => ({
      from: file,
      to: normalize(join(dirname(file), path)),
    }),
  ),
);

describe('the rooms', () => {
  test.each(Object.entries(MAY_IMPORT))('%s imports what is below it', (room, allowed) => {
    const below = (to: string) =>
      [room, ...allowed].some(
        (one) => roomOf(to) === one || dirname(to) === one || (one === 'db' && to.startsWith('db/')),
      );
    expect(imports.filter(({ from, to }) => roomOf(from) === room && !below(to))).toEqual([]);
  });

  test('nothing imports back: there is no circle between rooms', () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [a, b] = [roomOf(from), roomOf(to)];
      if (a !== b) next.set(a, (next.get(a) ?? new Set()).add(b));
    }
    const reached = (start: string) => {
      const seen = new Set<string>();
      for (const open = [start]; open.length > 0; ) {
        for (const room of next.get(open.pop() ?? '') ?? [])
          if (!seen.has(room)) {
            seen.add(room);
            open.push(room);
          }
      }
      return seen;
    };
    expect([...next.keys()].filter((room) => reached(room).has(room))).toEqual([]);
  });

  test('a folder has about a dozen files', () => {
    const inside = (folder: string) => files.filter((file) => dirname(file) === folder).length;
    expect([...new Set(files.map((file) => dirname(file)))].filter((folder) => inside(folder) > 15)).toEqual([]);
  });
});
