import { DatabaseProblem } from '../db/database-url.ts';
import { ConfigProblem, configFromEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { type Service, startService } from './service.ts';
import { StartProblem } from './slack/connect.ts';

/** A stop never takes longer, milliseconds. */
const LONGEST_STOP = 9500;

/** Starts the program; a problem that a human can mend is said in plain words, without a stack. */
async function main(): Promise<void> {
  // Whoever read the log has gone; that is no reason to.
  process.stdout.on('error', () => {});
  const config = configFromEnvironment();
  const log = createLog(config.logLevel);
  let service: Service | undefined;
  let ending: number | undefined;

  const end = async (why: string, code: number) => {
    if (ending !== undefined) return;
    ending = performance.now();
    log.info({ why }, 'stopping');
    // Whatever happens on the way: what is owed is in the database, and the next start takes it over.
    setTimeout(() => process.exit(code), LONGEST_STOP).unref();
    await service?.stop().catch((error: unknown) => log.error({ error }, 'the stop was not clean'));
    log.info('stopped');
    process.exit(code);
  };
  const signalled = (signal: string) => {
    // Ctrl-C under npm is heard twice at once; a second one later means it.
    if (ending !== undefined && performance.now() - ending > 1000) process.exit(0);
    void end(signal, 0);
  };
  process.on('SIGTERM', signalled);
  process.on('SIGINT', signalled);
  process.on('unhandledRejection', (error) => {
    if (ending !== undefined) return;
    log.fatal({ error }, 'something failed that nobody waited for');
    void end('a fault', 1);
  });
  service = await startService(config, log, (why) => void end(why, 1));
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigProblem || error instanceof StartProblem || error instanceof DatabaseProblem;
  process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
