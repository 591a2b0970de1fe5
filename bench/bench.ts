/**
 * `npm run bench`: what the product costs and how quick it is, as ratios against a base of the same run.
 * `-- --only NAME` runs one subject, `--json FILE` writes the figures as well, `--strict` fails when one is missed, `--small`
 * only tries whether everything runs.
 */
import { writeFileSync } from 'node:fs';
import { measureAcks } from './acks.ts';
import { measureDay } from './day.ts';
import { measureDocuments } from './documents.ts';
import { type Figure, line, type Size } from './figures.ts';
import { measureFloors } from './floors.ts';
import { measureMemory } from './memory.ts';
import { measurePostgresClaims } from './postgres/claims.ts';
import { measurePostgresFloors } from './postgres/floors.ts';
import { measurePostgresInstances } from './postgres/instances.ts';
import { measurePostgresScale } from './postgres/scale.ts';
import { measureScale } from './scale.ts';

/** Subjects by name, with the minutes they take on two idle cores. */
const subjects: Readonly<Record<string, { minutes: number; measure: (size: Size) => Promise<Figure[]> }>> = {
  acks: { minutes: 1.5, measure: measureAcks },
  floors: { minutes: 0.5, measure: measureFloors },
  scale: { minutes: 6, measure: measureScale },
  memory: { minutes: 10, measure: measureMemory },
  day: { minutes: 5, measure: measureDay },
  documents: { minutes: 2, measure: measureDocuments },
  'postgres-floors': { minutes: 1, measure: measurePostgresFloors },
  'postgres-claims': { minutes: 0.5, measure: measurePostgresClaims },
  'postgres-instances': { minutes: 8, measure: measurePostgresInstances },
  'postgres-scale': { minutes: 7, measure: measurePostgresScale },
};

const option = (name: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const only = option('--only');
if (only !== undefined && !Object.hasOwn(subjects, only))
  throw new Error(`--only takes one of ${Object.keys(subjects).join(', ')}, not ${only}`);
const json = option('--json');
const small = process.argv.includes('--small');
const chosen = Object.entries(subjects).filter(([name]) => only === undefined || name === only);
const minutes = chosen.reduce((sum, [, { minutes }]) => sum + minutes, 0);
process.stdout.write(small ? 'Small sizes: these figures say nothing.\n' : `This takes about ${minutes} minutes.\n`);
const figures: Figure[] = [];
for (const [name, { measure }] of chosen) {
  const begun = performance.now();
  const measured = await measure({ small });
  figures.push(...measured);
  process.stdout.write(
    `\n${name} (${((performance.now() - begun) / 1000).toFixed(0)} s)\n${measured.map(line).join('\n')}\n`,
  );
}
const missed = figures.filter(({ ok }) => ok === false);
process.stdout.write(`\n${figures.length} figures, ${missed.length} missed\n`);
if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
process.exit(process.argv.includes('--strict') && missed.length > 0 ? 1 : 0);
