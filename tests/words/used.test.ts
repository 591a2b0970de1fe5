import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogues } from '../../src/words/words.ts';
import { messagesIn } from '../support/catalogue.ts';

const root = join(import.meta.dirname, '..', '..', 'src');
const SECTIONS = /^words\/[a-z]{2}\//;

/** Which names each file has, beside the catalogues. */
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !SECTIONS.test(name))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .map((text) => ({
    names: new Set(text.match(/[\p{L}_][\p{L}\p{N}_]*/gu)),
    /** What is looked into by a name that is not written there: `state[order.state]`, `Object.values(name)`. */
    byName: new Set(
      [...text.matchAll(/([\p{L}_][\p{L}\p{N}_]*)(?:\[(?!['"\]])|\)\s*(?:as|\.))/gu)].map(([, name]) => name),
    ),
  }));

/** Whether some file asks for a message: it names its section, and the message or what is looked into by name. */
function isUsed(path: string): boolean {
  const steps = path.split('.');
  const section = steps[0] ?? '';
  const own = steps.at(-1) ?? '';
  return files.some(
    ({ names, byName }) =>
      names.has(section) && (names.has(own) || steps.slice(0, -1).some((step) => byName.has(step))),
  );
}

test('every message is asked for somewhere', () => {
  expect(messagesIn(catalogues.en).filter(([path]) => !isUsed(path))).toEqual([]);
});
