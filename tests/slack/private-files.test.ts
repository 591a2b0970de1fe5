import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exposedFiles } from '../../src/private-files.ts';

test('F13 what is said of each mode of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const environment = join(folder, '.env');
  writeFileSync(environment, '');
  const says = (mode: number) => {
    chmodSync(environment, mode);
    return exposedFiles(join(folder, 'orders.db'), environment).map((one) => one.slice(environment.length));
  };
  for (const mode of [0o600, 0o400, 0o640, 0o440]) expect(says(mode), mode.toString(8)).toEqual([]);
  for (const mode of [0o644, 0o604])
    expect(says(mode)).toEqual([
      ` can be read by others on this computer (mode ${mode.toString(8)}): chmod 600 ${environment}`,
    ]);
  for (const mode of [0o660, 0o666, 0o602])
    expect(says(mode)).toEqual([expect.stringContaining(' can be changed by ')]);
  rmSync(folder, { recursive: true });
});
