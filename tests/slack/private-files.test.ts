import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exposedFiles } from '../../src/private-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  for (const name of ['data', 'shared']) mkdirSync(join(folder, name), { mode: 0o700 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const exposed = () =>
  exposedFiles(join(folder, 'data/orders.db'), join(folder, '.env'), join(folder, 'shared/keys')).map((one) =>
    one.replaceAll(folder, ''),
  );

test.each([['.env'], ['shared/keys'], ['data/orders.db'], ['data/orders.db-wal']])(
  'F13 what is said of each mode of a file: %s',
  (name) => {
    const file = join(folder, name);
    writeFileSync(file, '');
    const says = (mode: number) => {
      chmodSync(file, mode);
      return exposed();
    };
    for (const mode of [0o600, 0o400, 0o640, 0o440]) expect(says(mode), mode.toString(8)).toEqual([]);
    for (const mode of [0o644, 0o604])
      expect(says(mode)).toEqual([
        `/${name} can be read by others on this computer (mode ${mode.toString(8)}): chmod 600 /${name}`,
      ]);
    for (const mode of [0o660, 0o666, 0o602])
      expect(says(mode)).toEqual([expect.stringContaining(' can be changed by ')]);
  },
);

test.each(['data', 'shared'])('F13 a folder in which others can put another file: %s', (name) => {
  chmodSync(join(folder, name), 0o777);
  expect(exposed()).toEqual([`/${name} can be changed by others on this computer (mode 777): chmod 700 /${name}`]);
});

test('what is no file, or has no way to it, is left to those who read it', () => {
  mkdirSync(join(folder, 'shared/keys'), { mode: 0o755 });
  chmodSync(join(folder, 'shared/keys'), 0o755);
  expect(exposed()).toEqual([]);
  writeFileSync(join(folder, '.env'), '', { mode: 0o600 });
  expect(exposedFiles(join(folder, '.env/orders.db'), join(folder, '.env'), join(folder, '.env/keys'))).toEqual([]);
});
