// Runs a program of the demo: PROGRAM [ARGUMENTS …]. Its input ends when the demo is gone, even when that was killed, and the
// program ends then too. What it starts itself knows nothing of this.
import { pathToFileURL } from 'node:url';

process.stdin.once('close', () => process.exit(1)).resume();
process.stdin.unref?.();
process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1] ?? '').href);
