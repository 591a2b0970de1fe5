// npm run restore -- COPY [LAST-NUMBER]: puts a copy in the place of the database of DATABASE_URL. The app must not run.
import { FilesProblem } from '../src/files/storage.ts';
import { orderNumber } from '../src/order/text/order-number.ts';
import { filesAudited } from './auditing/files-told.ts';
import { onDatabase, say } from './command.ts';
import { DatabaseProblem } from './database-url.ts';
import { namedFilesIn } from './sqlite/upkeep/named-files.ts';
import { type Restored, restoreFile } from './sqlite/upkeep/restore-file.ts';

/** What became of the keys of the verification codes. */
function keysLine(keys: Restored['keys']): string[] {
  switch (keys) {
    case 'taken over':
      return ['The keys of the verification codes that were beside the copy are in use as well.'];
    case 'missing':
      return [
        'The keys that made its verification codes are not here. The codes stay valid, but a change of these versions in the database would not be noticed: put the file "keys" of the old computer beside the database before you start the app.',
      ];
    case 'there':
      return [];
  }
}

/** Says which files the database names that are not there. Whatever became of them, the database is restored. */
async function filesLines(target: string): Promise<void> {
  try {
    await filesAudited(await namedFilesIn(target));
  } catch (error) {
    // A copy from before an update names none.
    if (error instanceof FilesProblem) say(error.message);
    else if (!(error instanceof DatabaseProblem)) throw error;
  }
}

const [source, last, ...rest] = process.argv.slice(2);

await onDatabase(async (target, keys) => {
  const lastNumber = last === undefined ? 0 : Number(/^(?:SO-)?(\d{1,9})$/i.exec(last)?.[1]);
  if (!source || Number.isNaN(lastNumber) || rest.length > 0)
    throw new DatabaseProblem(
      'Say which copy to restore, and the last number given if the database before cannot be read: npm run restore -- FILE [NUMBER]',
    );
  const restored = await restoreFile(source, target, lastNumber, keys);
  const { orders, recordsEnd, kept, numbersKnown } = restored;
  const lines = [
    `${source} is the database ${target} now: ${orders} orders, its records end ${new Date(recordsEnd).toISOString()}.`,
    ...(kept ? [`The database before is kept as ${kept}.`] : []),
    ...keysLine(restored.keys),
    `The next order gets the number ${orderNumber(restored.lastNumber + 1)}.`,
    ...(numbersKnown
      ? []
      : [
          'Whether that was given before is unknown: look for the newest channel; if need be, run this again and add its number.',
        ]),
    'Start the app.',
  ];
  say(lines.join('\n'));
  await filesLines(target);
});
