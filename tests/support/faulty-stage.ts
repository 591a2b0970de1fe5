import { vi } from 'vitest';
import type { SandboxOptions } from '../../sandbox/server/server.ts';
import type { Timeouts } from '../../src/slack-api/connect.ts';
import { type Stage, startStage } from './stage.ts';
import { complaintsOf, type Place } from './sweep.ts';
import { PUBLIC_URL } from './web.ts';

/** How long the app waits for Slack's answers here: long enough for a busy computer, milliseconds. */
const WAIT = 2000;
const brief: Timeouts = { interactive: WAIT, lookup: WAIT, outbox: WAIT, files: WAIT };

/** An answer that comes when nobody waits for it any more. Milliseconds. */
export const TOO_LATE = WAIT * 1.2;

/** The longest that anything is owed after some faults: back-offs, doubts and looks. Milliseconds. */
const MAX_LENGTH = 180_000;

/** The app in this process, which does not die, before a Slack that does not always answer. */
export async function startFaultyStage(
  options: SandboxOptions = {},
  timeouts = brief,
  settings: Record<string, unknown> = { channel: { archiveAfterDays: 0 } },
): Promise<Place> {
  const stage: Stage = await startStage(
    'socket',
    { fileShareDelayMs: 0, ...options },
    { timeouts, publicUrl: PUBLIC_URL },
  );
  const { sandbox, store } = stage;
  await stage.set(settings);
  await vi.waitFor(async () => {
    if (!(await store.person(sandbox.teamId, sandbox.people.farid.id))) throw new Error('not everybody was read yet');
  }, MAX_LENGTH);
  return {
    sandbox,
    store,
    alive: async () => {},
    death: () => new Promise(() => {}),
    settled: () =>
      vi.waitFor(
        async () => {
          await sandbox.idle();
          const { pending, running, parked } = await store.backlog(sandbox.teamId, Date.now());
          if (pending + running + parked > 0)
            throw new Error(`owed: ${pending} waiting, ${running} under way, ${parked} parked`);
        },
        { timeout: MAX_LENGTH, interval: 20 },
      ),
    pages: () => [stage.service.port],
    complaints: () => complaintsOf(sandbox),
    stop: () => stage.stop(),
  };
}
