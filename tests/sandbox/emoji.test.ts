import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emojiOf } from '../../sandbox/ui/text/emoji.ts';

test('the page shows every emoji that the product writes', () => {
  const source = join(import.meta.dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const codes = files.flatMap((name) =>
    [...readFileSync(join(source, name), 'utf8').matchAll(/['`]:([a-z_]+):/g)].map(([, code = '']) => code),
  );
  expect(codes).toContain('warning');
  expect([...new Set(codes)].filter((code) => emojiOf(code) === undefined)).toEqual([]);
});
