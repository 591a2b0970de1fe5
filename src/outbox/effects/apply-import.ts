import { setImmediate as breath } from 'node:timers/promises';
import type { OfficeExecutor } from '../executor.ts';
import { drawImport } from '../imports/told.ts';

/** Lines that are carried out together: in SQLite some ten milliseconds, in which nobody else is answered. */
const TOGETHER = 10;
/** How often its author sees how far it is, milliseconds: Slack lets an app change messages about once a second. */
const TOLD_EVERY = 3000;

/** Carries out what was read, a few lines at a time. Safe to repeat: it goes on after the last lines that were carried out. */
export const applyImport: OfficeExecutor<'apply_import'> = async ({ import: id }, attempt) => {
  const { claimed, store, now } = attempt;
  const { team } = claimed;
  for (let told = now(); ; await breath()) {
    const one = await store.applyImportLines(team, id, TOGETHER, Math.floor(now() / 1000));
    if (one?.state !== 'applying') break;
    if (now() - told < TOLD_EVERY) continue;
    told = now();
    await drawImport(attempt, id);
  }
  await drawImport(attempt, id);
};
