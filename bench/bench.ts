/** `npm run bench`: figures as ratios against a baseline of the same run; `-- --json FILE` writes them as well. */
import { writeFileSync } from 'node:fs';
import { measureAcks } from './acks.ts';

const json = process.argv[process.argv.indexOf('--json') + 1];
const figures = await measureAcks();
for (const { what, value, unit, ratio } of figures)
  process.stdout.write(
    `${what.padEnd(58)} ${value.toFixed(1).padStart(8)} ${unit}${ratio ? `   × ${ratio.toFixed(2)} of ${ratio ? 'the empty database' : ''}` : ''}\n`,
  );
if (process.argv.includes('--json') && json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
