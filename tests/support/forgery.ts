import { expect, vi } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import { RECORD_KINDS } from '../../src/office/master-data.ts';
import { type Looking, lookInto } from './database.ts';
import { FORGED_CHANNEL, forgedType, onFile, readImport } from './desk-forged.ts';
import { interact } from './forged.ts';
import { NO_REMINDERS } from './seeded.ts';
import { sketches } from './sketches.ts';
import { type OnePerState, onePerState } from './somebody.ts';
import { type Stage, startStage } from './stage.ts';

/** Who put on file what is there. */
export const BY = { id: 'U0OFFICE', name: 'Office' };

/** What is kept of people as Slack describes them, of answers that they were given, and of Homes that were opened. */
export const BOOKKEEPING = ['people', 'done_once', 'homes'];

/** Where forged payloads are tried: an order in each state, one record of each kind, a file that was read, and `parked`, a call that was given up. */
export interface Forgery {
  readonly stage: Stage;
  readonly database: Looking;
  readonly orders: OnePerState;
  readonly parked: string;
  /** The view that a person is shown for what they did. */
  shownTo(name: string, payload: JsonObject): Promise<string>;
  /** What is on file, the changes of each. */
  keptRecords(): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startForgery(): Promise<Forgery> {
  const stage = await startStage('socket', {}, sketches);
  const { store, people } = stage;
  const database = lookInto(stage.file);
  const { faults, inspector, teamId, workspace } = stage.sandbox;
  workspace.admin.createChannel(FORGED_CHANNEL, { isPrivate: true });
  workspace.admin.inviteApp(FORGED_CHANNEL);
  faults.on('conversations.archive', { kind: 'error', error: 'restricted_action' }, { times: 1 });
  await stage.set(NO_REMINDERS);
  const orders = await onePerState(stage);
  const parked = (await store.parked(teamId, 1))[0]?.id ?? '';
  for (const kind of RECORD_KINDS) await store.saveRecord(teamId, onFile[kind], 0, { at: 1, by: BY });
  await store.saveRecord(teamId, forgedType, 0, { at: 1, by: BY });
  await keepImport(stage);
  await stage.idle();
  return {
    stage,
    database,
    orders,
    parked,
    async shownTo(name, payload) {
      await interact(stage, payload);
      const call = await vi.waitFor(() => {
        const opened = inspector.calls('views.open').find(({ args }) => args.trigger_id === payload.trigger_id);
        if (!opened) throw new Error('nothing was shown yet');
        return opened;
      }, POLL);
      await people[name]?.closeModal(true).catch(() => {});
      return JSON.stringify(call.args);
    },
    keptRecords: () =>
      Promise.all(
        RECORD_KINDS.flatMap((kind) => {
          const client = kind === 'site' ? { client: onFile.client.id } : {};
          return [
            store.recordsByName(teamId, { kind, ...client }, { limit: 50 }),
            store.recordChanges(teamId, kind, onFile[kind].id, 50),
          ];
        }),
      ),
    async stop() {
      expect(stage.sandbox.complaints).toEqual([]);
      database.close();
      await stage.stop();
    },
  };
}

const POLL = { timeout: 5000, interval: 2 };

/** A file that was read and waits for somebody to say whether it is carried out. */
async function keepImport({ store, sandbox: { teamId: team } }: Stage): Promise<void> {
  const { id } = readImport;
  await store.beginImport({ ...readImport, team }, { type: 'read_import', import: 'none' }, 1);
  const record = { ...onFile.client, id: 'client-9', externalId: 'K-9' };
  const line = { n: 0, line: 2, outcome: 'add', record, revision: 0, problems: [], name: 'New', changes: [] } as const;
  await store.saveImportLines(team, id, [line]);
  const counts = { ...readImport.counts, add: 1 };
  await store.saveImport(team, id, 'reading', { state: 'planned', counts });
}

/** Fails where none of these sentences was said. */
export const saysOneOf = (said: string, sentences: readonly string[], where = '') =>
  expect(
    sentences.some((one) => said.includes(one)),
    `${where}: ${said}`,
  ).toBe(true);
