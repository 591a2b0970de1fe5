import { expect, vi } from 'vitest';
import type { Store } from '../../db/ports.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';

/**
 * Resolves when nothing is under way between Slack and the processes on this database, and Slack is owed nothing; `dueOnly`:
 * nothing that is due already.
 */
export const nothingOwed = (
  { sandbox, store }: { readonly sandbox: Sandbox; readonly store: Store },
  { dueOnly = false, timeout = 60_000 } = {},
): Promise<void> =>
  vi.waitFor(
    async () => {
      await sandbox.idle();
      // One look: between two, an effect of another process may go from waiting to running unseen.
      const { pending, running, parked } = await store.backlog(sandbox.teamId, dueOnly ? Date.now() : undefined);
      expect({ pending, running, parked }).toEqual({ pending: 0, running: 0, parked: 0 });
    },
    { timeout, interval: 20 },
  );
