import { expect, vi } from 'vitest';
import type { Store } from '../../db/ports.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';

/** Resolves when nothing is under way between Slack and the processes on this database, and Slack is owed nothing that is due. */
export const nothingOwed = (
  { sandbox, store }: { readonly sandbox: Sandbox; readonly store: Store },
  { timeout = 60_000 } = {},
): Promise<void> =>
  vi.waitFor(
    async () => {
      await sandbox.idle();
      // One look: between two, an effect of another process may go from waiting to running unseen.
      const { pending, running, parked } = await store.backlog(sandbox.teamId, Date.now());
      expect({ pending, running, parked }).toEqual({ pending: 0, running: 0, parked: 0 });
    },
    { timeout, interval: 20 },
  );
