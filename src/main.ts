import { besideKeys, DatabaseProblem } from '../db/database-url.ts';
import { keysFileFor } from '../db/keys.ts';
import { ConfigProblem, configFromEnvironment, ENVIRONMENT_FILE, secretsOf } from './config.ts';
import { FilesProblem } from './files/storage.ts';
import { createLog, redacted } from './log.ts';
import { exposedFiles } from './private-files.ts';
import { type Service, startService } from './service.ts';
import { StartProblem } from './slack-api/connect.ts';

/** A stop never takes longer, milliseconds. */
const MAX_STOP = 9500;
/** The code of a process that ended because of a fault of its own (EX_SOFTWARE of sysexits.h). */
const FAULT = 70;

/** Starts the program; a problem that a human can fix is said in plain words, without a stack. */
async function main(): Promise<void> {
  // The reader of the log has gone; that is no reason to end.
  process.stdout.on('error', () => {});
  // What is made from here on is for nobody but the app's own user: files 600, folders 700.
  process.umask(0o077);
  const config = configFromEnvironment();
  const log = createLog(config.logLevel, secretsOf(config), config.instance);
  let service: Service | undefined;
  let ending: number | undefined;

  const end = async (why: string, code: number) => {
    if (ending !== undefined) return;
    ending = performance.now();
    log.info({ event: 'service.stopping', why }, 'stopping');
    // Whatever happens on the way: what is owed is in the database, and the next start takes it over.
    setTimeout(() => process.exit(code), MAX_STOP).unref();
    await service
      ?.stop()
      .catch((error: unknown) => log.error({ event: 'service.stop_failed', error }, 'shut down with errors'));
    log.info({ event: 'service.stopped' }, 'stopped');
    process.exit(code);
  };
  const signalled = (signal: string) => {
    // Ctrl-C under npm is heard twice at once; a second one later means it.
    if (ending !== undefined && performance.now() - ending > 1000) process.exit(0);
    void end(signal, 0);
  };
  process.on('SIGTERM', signalled);
  process.on('SIGINT', signalled);
  const failed = (error: unknown) => {
    if (ending === undefined) log.fatal({ event: 'service.fault', error }, 'an unexpected error');
    else log.error({ event: 'service.stop_failed', error }, 'an error during shutdown');
    void end('a fault', FAULT);
  };
  process.on('unhandledRejection', failed);
  process.on('uncaughtException', failed);
  const { databaseUrl } = config;
  const keys = config.keysFile ?? keysFileFor(databaseUrl);
  for (const sentence of exposedFiles(besideKeys(databaseUrl), ENVIRONMENT_FILE, keys))
    log.warn({ event: 'files.exposed' }, sentence);
  service = await startService(config, log, (why) => void end(why, 1));
}

main().catch((error: unknown) => {
  const plain = [ConfigProblem, StartProblem, DatabaseProblem, FilesProblem].some((kind) => error instanceof kind);
  process.stderr.write(
    `${redacted(error instanceof Error ? (plain ? error.message : (error.stack ?? error.message)) : String(error))}\n`,
  );
  process.exit(1);
});
