import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { Import, ImportLine, LineCounts } from '../../../db/ports.ts';
import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import { type Doubt, encodeAbout, type SomeLines, type Unreadable } from '../../office/imports/about.ts';
import { mappingOf } from '../../office/imports/columns.ts';
import { CSV_LIMITS, readCsv } from '../../office/imports/csv.ts';
import { numbersIn } from '../../office/imports/numbers.ts';
import { readersWords } from '../../slack/words-for.ts';
import { classifyError } from '../../slack-api/classify-error.ts';
import { NotFetched } from '../../slack-api/fetch-file.ts';
import { isTheirs } from '../../slack-api/peoples-files.ts';
import type { AnyAttempt, OfficeExecutor } from '../executor.ts';
import { planned } from '../imports/plan.ts';
import { drawImport, postImport } from '../imports/told.ts';

type Reading = AnyAttempt<CheckpointOf<'read_import'>>;

/** Lines that are written together: in SQLite a few milliseconds. */
const TOGETHER = 50;

/**
 * Bytes of a file that is read before anything is said of it, in less than a second: its author hears at once what it would do, and
 * no message has to be changed. Slack lets an app post many more messages than it may change.
 */
const SHORT = 30_000;

/** Lines that a doubt names; how many there are is said besides. */
const NAMED = 5;

const NONE: LineCounts = { add: 0, change: 0, same: 0, wrong: 0, done: 0, moved: 0 };

/**
 * Looks what a file of records would do, and asks its author whether it is to be done. Changes no record. Safe to repeat: what
 * was read before is read once more.
 */
export const readImport: OfficeExecutor<'read_import'> = async ({ import: id }, attempt) => {
  const { claimed, store } = attempt;
  const { team } = claimed;
  const begun = await store.import(team, id);
  if (!begun) return;
  if (begun.ts === null && begun.file.size > SHORT) await postImport(attempt, begun);
  if (begun.state === 'reading') {
    const unreadable = await attempt.fileTurns(() => read(attempt, begun));
    if (unreadable) await store.saveImport(team, id, 'reading', { state: 'refused', about: encodeAbout(unreadable) });
  }
  const now = await store.import(team, id);
  if (now && (now.ts !== null || (await postImport(attempt, now)))) await drawImport(attempt, id);
};

/** Reads the file and keeps what its lines come to; why it cannot be read, where that is so. */
async function read(attempt: Reading, one: Import): Promise<Unreadable | undefined> {
  const { store, settings } = attempt;
  const { team, id, kind } = one;
  const bytes = await bytesOf(attempt, one);
  if ('code' in bytes) return bytes;
  const table = await readCsv(bytes);
  if ('code' in table) return table;
  const mapping = mappingOf(kind, table.header);
  if ('code' in mapping)
    return mapping.code === 'column_missing' ? { ...mapping, columns: [...mapping.columns] } : mapping;
  const words = readersWords(await store.person(team, one.by.id), settings);
  const counts = { ...NONE };
  let waiting: ImportLine[] = [];
  let numbered = 0;
  const doubts: Partial<Record<Doubt, SomeLines>> = {};
  const keep = async (): Promise<boolean> => {
    const isKept = waiting.length === 0 || (await store.saveImportLines(team, id, waiting));
    waiting = [];
    return isKept;
  };
  const { currency } = settings.money;
  const numbers = await numbersIn(table, mapping, { locale: words.locale, currency });
  const planning = { store, words, currency, numbers };
  for await (const some of planned(one, mapping, table.lines, planning)) {
    for (const { line, doubts: its } of some) {
      counts[line.outcome]++;
      if (givesNumber(line)) numbered++;
      for (const doubt of its) {
        const { n, first } = doubts[doubt] ?? { n: 0, first: [] };
        doubts[doubt] = { n: n + 1, first: n < NAMED ? [...first, line.line] : first };
      }
    }
    waiting.push(...some.map(({ line }) => line));
    // Somebody may have cancelled it.
    if (waiting.length >= TOGETHER && !(await keep())) return undefined;
    await breath();
  }
  await keep();
  const about = encodeAbout({
    code: 'read',
    encoding: table.encoding,
    unknown: [...mapping.unknown],
    missing: [...mapping.missing],
    numbered,
    doubts,
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await store.saveImport(team, id, 'reading', { state: 'planned', sha256, about, counts });
  return undefined;
}

/** Whether a line was matched by its name with a record that had no number. */
const givesNumber = ({ outcome, changes }: ImportLine): boolean =>
  outcome === 'change' && changes.some(({ name, before }) => name === 'externalId' && before === '');

/** The file's bytes, if it is its author's own. Throws while Slack is in trouble. */
async function bytesOf({ slack, fetchFile, claimed }: Reading, { file, by }: Import): Promise<Uint8Array | Unreadable> {
  try {
    const { file: found } = await slack('files.info', { file: file.id });
    if (!found || !isTheirs(found, by.id, claimed.team)) return { code: 'not_theirs' };
    if ((found.size ?? 0) > CSV_LIMITS.bytes) return { code: 'too_large' };
    if (found.size === 0) return { code: 'empty' };
    const address = found.url_private_download ?? found.url_private;
    return address ? await fetchFile(address) : { code: 'gone' };
  } catch (error) {
    if (error instanceof NotFetched || classifyError(error).kind === 'give up') return { code: 'gone' };
    throw error;
  }
}
