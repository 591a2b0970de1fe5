import { setTimeout as rest } from 'node:timers/promises';
import type { OfficeExecutor } from '../executor.ts';
import { drawImport } from '../imports/told.ts';

/** Lines that are carried out together: in SQLite some five milliseconds, in which nobody else is answered. */
const TOGETHER = 5;
/** The longest rest after them, milliseconds: the half of the time belongs to people. */
const REST = 100;
/** How often its author sees how far it is, milliseconds: the app changes people's messages fifteen times a minute at most. */
const TOLD_EVERY = 10_000;

/**
 * Carries out what was read, a few lines at a time, and rests as long after them. Safe to repeat: it goes on after the last lines
 * that were carried out. Its author sees at once that it has begun; that they cannot be told how far it is keeps it from nothing.
 */
export const applyImport: OfficeExecutor<'apply_import'> = async ({ import: id }, attempt) => {
  const { claimed, log, store, now } = attempt;
  const { team } = claimed;
  const tell = () =>
    drawImport(attempt, id).catch((error: unknown) =>
      log.debug({ event: 'import.progress_not_told', import: id, error }, 'how far an import is could not be told'),
    );
  const begins = tell();
  for (let told = now(); ; ) {
    const begun = performance.now();
    const one = await store.applyImportLines(team, id, TOGETHER, Math.floor(now() / 1000));
    if (one?.state !== 'applying') break;
    await rest(Math.min(performance.now() - begun, REST));
    if (now() - told < TOLD_EVERY) continue;
    told = now();
    await begins;
    await tell();
  }
  if ((await begins) !== 'applied') await drawImport(attempt, id);
};
