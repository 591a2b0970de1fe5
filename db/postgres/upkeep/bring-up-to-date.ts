import { named, onConnection } from '../connection.ts';
import { demandGuards, restoreGuards } from './guards.ts';
import { migrate } from './migrate.ts';

/** Does for a PostgreSQL database what a start of the app does, and puts triggers back when that is asked for. Throws a `DatabaseProblem`. */
export async function bringUpToDate(databaseUrl: string, triggers: boolean) {
  const where = named(databaseUrl);
  return onConnection(where, async (client) => {
    const steps = await migrate(client, where.name);
    const restored = triggers ? await restoreGuards(client) : [];
    await demandGuards(client, where.name);
    return { name: where.name, steps, restored };
  });
}
