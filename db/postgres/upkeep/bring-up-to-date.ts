import { onConnection } from '../connection.ts';
import { named } from '../connections/address.ts';
import { type Warn, warnOfMaintenance } from './advice.ts';
import { demandOwner } from './demands.ts';
import { demandGuards, restoreGuards } from './guards.ts';
import { newKeyOnServer } from './known-keys.ts';
import { migrate } from './migrate.ts';

/**
 * Does for a PostgreSQL database what a start of the app does, but for the keys. Puts triggers back, and adds a new key to a file,
 * when that is asked for. `warn` hears what the operator should know. Throws a `DatabaseProblem`.
 */
export async function bringUpToDate(databaseUrl: string, triggers: boolean, newKeyIn?: string, warn: Warn = () => {}) {
  const where = named(databaseUrl);
  return onConnection(where, async (client) => {
    const steps = await migrate(client, where.called);
    if (steps > 0) warnOfMaintenance(where, warn);
    if (triggers) await demandOwner(client, where.called);
    const restored = triggers ? await restoreGuards(client) : [];
    await demandGuards(client, where.called);
    const made = newKeyIn === undefined ? undefined : await newKeyOnServer(client, newKeyIn);
    return { name: where.name, steps, restored, made };
  });
}
