import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/server/server.ts';
import { startAppProcess } from '../support/app-process.ts';

test('no token reaches the log, as the program is developed (from source) either', async () => {
  const sandbox = await startSandbox();
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  const environment = { ...sandbox.env, DATABASE_URL: `file:${join(folder, 'orders.db')}`, LOG_LEVEL: 'trace' };
  const app = startAppProcess(environment, ['--import', 'tsx', 'src/main.ts']);
  await app.ready();
  await sandbox.people.ana.command('/so help');
  expect(await app.stop()).toBe(0);
  expect(app.output()).not.toMatch(/xoxb-|xapp-/);
  expect(app.log().map(({ event }) => event)).not.toContain('workspace.foreign_orders');
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});
