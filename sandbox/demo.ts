// npm run demo: a local Slack and the app side by side, and people who take three orders through their lives.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { connectSandbox } from './client.ts';
import { needsBuild } from './demo/build.ts';
import { type Program, startProgram } from './demo/programs.ts';
import { createStage } from './demo/stage.ts';
import { playStory } from './demo/story.ts';
import { sumUp } from './demo/summary.ts';
import { print, styled, WIDTH, wrapped } from './demo/terminal.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_OUTPUT = join(ROOT, 'demo-output');
const START_MS = 30_000;
/** How soon after a failure we would hear that a program died. */
const DEATH_MS = 500;
/** What we pass on of our own environment: no token, proxy or setting of somebody's real installation. */
const PASSED_ON = ['PATH', 'TZ', 'LANG', 'TMPDIR', 'TEMP', 'SystemRoot'];

const programs: Program[] = [];
let interrupted = false;

/** Sets the scene, plays, sums up, ends both programs. Resolves with the exit code. */
async function demo(output: string): Promise<number> {
  emptied(output);
  build();
  print(styled('bold', 'Service Orders for Slack: a demonstration'), '');
  const sandboxProgram = start('The sandbox', ['--import', 'tsx', 'sandbox/main.ts', '--port', '0'], {
    cwd: ROOT,
    env: {},
    logFile: join(output, 'sandbox.log'),
  });
  const [, url = ''] = await watched(sandboxProgram.says(/(http:\/\/[\d.]+:\d+)[,\s]/, START_MS));
  const sandbox = await watched(connectSandbox(url));
  print(
    ...wrapped(
      `Two programs are started on this computer: a stand-in for Slack (${url}), and the app, which takes it for Slack. Nothing leaves this computer.`,
      WIDTH,
    ),
  );
  // Its folder is the output's, so that no .env of a real installation is read.
  const env = { ...(await sandbox.env()), DATABASE_URL: `file:${join(output, 'service-orders.db')}`, PORT: '0' };
  introduceCompany(output, env);
  const app = start('The app', [join(ROOT, 'dist/src/main.js')], {
    cwd: output,
    env,
    logFile: join(output, 'app.log'),
  });
  await watched(app.says(/"msg":"ready"/, START_MS));

  await watched(playStory(createStage(sandbox)));
  const code = await watched(app.stop());
  if (code !== 0) throw new Error(`The app did not end well: exit code ${code}\n\n${app.output()}`);
  const complaints = await watched(sumUp(sandbox, output, relative(process.cwd(), output) || '.'));
  await sandboxProgram.stop();
  return complaints === 0 ? 0 : 1;
}

/** The company whose name stands on the documents, set as an admin would. */
const COMPANY = [
  ...['company.name', 'Northwind Field Services', 'company.address', 'Calle Larios 5\n29005 Málaga, Spain'],
  ...['company.taxId', 'ES B12345678', 'company.email', 'service@northwind.example'],
  ...['document.timeZone', 'Europe/Madrid', 'money.taxRate', '2100'],
];

function introduceCompany(cwd: string, env: Record<string, string>): void {
  const args = [join(ROOT, 'dist/src/settings-command.js'), 'set', ...COMPANY];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...passedOn(), ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The company could not be set up:\n\n${stderr}`);
}

/** Starts a program that ends with us. */
function start(
  name: string,
  args: string[],
  { env, ...where }: { cwd: string; env: Record<string, string>; logFile: string },
) {
  const program = startProgram({ name, args, env: { ...passedOn(), ...env }, ...where });
  programs.push(program);
  return program;
}

function passedOn(): Record<string, string> {
  const environment = process.env;
  return Object.fromEntries(PASSED_ON.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

/** The result, unless a program dies; a failure waits a moment, for a dead program explains it better. */
function watched<T>(result: Promise<T>): Promise<T> {
  const deaths = programs.map(({ alive }) => alive);
  const explained = result.catch(async (error: unknown) => {
    await Promise.race([...deaths, new Promise((resolve) => setTimeout(resolve, DEATH_MS))]);
    throw error;
  });
  return Promise.race([explained, ...deaths]);
}

/** Makes the folder, empty. Only our own folder is emptied; any other must be so already. */
function emptied(output: string): void {
  if (output === DEFAULT_OUTPUT) rmSync(output, { recursive: true, force: true });
  else if (existsSync(output) && readdirSync(output).length > 0)
    throw new Error(`${output} is not empty; name a new folder with --output`);
  mkdirSync(output, { recursive: true });
}

/** What `npm run build` does, when dist/ is not up to date. */
function build(): void {
  if (!needsBuild(ROOT)) return;
  print('Building the app …', '');
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The app could not be built; the compiler says why above.');
}

/** Ends both programs, politely, then the demo. */
async function interrupt(code: number): Promise<void> {
  interrupted = true;
  await Promise.all(programs.map((program) => program.stop()));
  process.exit(code);
}

for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
  process.once(signal, () => void interrupt(128 + number));
process.on('exit', () => {
  for (const program of programs) program.kill();
});
// Whoever reads along has gone (`npm run demo | head`).
process.stdout.on('error', () => process.exit(1));

const { values } = parseArgs({ options: { output: { type: 'string', default: DEFAULT_OUTPUT } } });
demo(resolve(values.output)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    if (interrupted) return;
    const logs = programs.length > 0 ? `\nThe logs are in ${values.output}.` : '';
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n${logs}\n`);
    process.exit(1);
  },
);
