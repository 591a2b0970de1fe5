// npm run migrate [-- --decimals COP=0:1-412,COP=2:413-] [--restore-triggers] [--new-key]: brings the database of DATABASE_URL up to date
// with what only a human knows. A start of the app does the same without.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { onDatabase, say } from './command.ts';
import { DatabaseProblem } from './database-url.ts';
import { readAnswers } from './decimals-answers.ts';
import { type Keys, keysFile, keysFileFor } from './keys.ts';
import { newestName } from './rows/key-names.ts';
import { connect, explained } from './sqlite/connection.ts';
import { demandGuards, restoreGuards } from './sqlite/upkeep/guards.ts';
import { newKey } from './sqlite/upkeep/known-keys.ts';
import { migrate } from './sqlite/upkeep/migrate.ts';

const USAGE =
  'Usage: npm run migrate [-- --decimals COP=0:1-412,COP=2:413-] [--restore-triggers] [--new-key] (docs/operations.md, "Upgrade")';

/** What was asked for on the command line. */
function asked() {
  try {
    const { values } = parseArgs({
      options: {
        decimals: { type: 'string', multiple: true },
        'restore-triggers': { type: 'boolean' },
        'new-key': { type: 'boolean' },
      },
    });
    return values;
  } catch (cause) {
    throw new DatabaseProblem(USAGE, { cause });
  }
}

const madeKey = (keys: Keys, file: string): string =>
  `${file} has a new key, ${newestName(keys)}, which makes the verification codes from the next start on: copy the file to every instance.`;

async function run(file: string, named: string | undefined): Promise<void> {
  const { decimals, 'restore-triggers': triggers = false, 'new-key': withKey = false } = asked();
  const keys = named ?? keysFile(file);
  const answers = decimals && readAnswers(decimals.join(','));
  if (!existsSync(file)) {
    say(`There is no database ${file} yet: nothing to do.`);
    return;
  }
  const client = connect(file);
  try {
    const { steps, decided, kept } = await migrate(client, file, { answers, announce: say, keys });
    const restored = triggers ? restoreGuards(client) : [];
    demandGuards(client, file);
    if (withKey) say(madeKey(newKey(client, keys), keys));
    if (steps === 0 && decided === 0 && restored.length === 0 && !withKey) {
      say(`${file} is up to date: nothing to do.`);
      return;
    }
    if (restored.length > 0) say(`Put back: ${restored.join(', ')}.`);
    if (decided > 0) say(`Decided for ${decided} ${decided === 1 ? 'order' : 'orders'}.`);
    if (kept) say(`The database before is kept as ${kept}.`);
    say(`${file} is up to date. Start the app.`);
  } catch (error) {
    throw explained(error, file);
  } finally {
    client.close();
  }
}

/** In PostgreSQL, as the user who owns the tables. */
async function runPostgres(databaseUrl: string, named: string | undefined): Promise<void> {
  const { decimals, 'restore-triggers': triggers = false, 'new-key': withKey = false } = asked();
  if (decimals)
    throw new DatabaseProblem('A PostgreSQL database needs no answers about decimals; leave --decimals out');
  const { bringUpToDate } = await import('./postgres/upkeep/bring-up-to-date.ts');
  const keys = named ?? keysFileFor(databaseUrl);
  const { name, steps, restored, made } = await bringUpToDate(databaseUrl, triggers, withKey ? keys : undefined, say);
  if (made) say(madeKey(made, keys));
  if (restored.length > 0) say(`Put back: ${restored.join(', ')}.`);
  say(
    steps === 0 && restored.length === 0 && !made
      ? `${name} is up to date: nothing to do.`
      : `${name} is up to date. Start the app.`,
  );
}

await onDatabase(run, runPostgres);
