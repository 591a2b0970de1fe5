// Loaded into an app that is measured. On SIGUSR2 it collects its garbage and prints what memory it has left; on SIGWINCH it
// makes documents as BENCH_PRINT says (`count rest`), and prints what its event loop noticed.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.stdout.write(`${JSON.stringify({ memory: { rss, heapUsed, external } })}\n`);
});
process.on('SIGWINCH', async () => {
  const [count, rest] = (process.env.BENCH_PRINT ?? '').split(' ').map(Number);
  const { printMany } = await import('./printing.ts');
  process.stdout.write(`${JSON.stringify({ printing: await printMany(count, rest) })}\n`);
});
