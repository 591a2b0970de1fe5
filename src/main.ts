import { DatabaseProblem } from '../db/database-url.ts';
import { ConfigProblem, configFromEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { type Service, startService } from './service.ts';
import { StartProblem } from './slack/connect.ts';

/** Starts the program; a problem that a human can mend is said in plain words, without a stack. */
async function main(): Promise<void> {
  // Whoever read the log has gone; that is no reason to.
  process.stdout.on('error', () => {});
  const config = configFromEnvironment();
  const log = createLog(config.logLevel);
  let service: Service | undefined;
  let ending = false;

  const end = async (why: string, code: number) => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'stopping');
    await service?.stop();
    log.info('stopped');
    process.exit(code);
  };
  process.on('SIGTERM', () => void end('SIGTERM', 0));
  process.on('SIGINT', () => void end('SIGINT', 0));
  process.on('unhandledRejection', (error) => {
    if (ending) return;
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
