// npm run demo: a local Slack in the browser, with the app in it and a company that has begun to use it. With --postgres the app
// are two instances on a PostgreSQL server of the demo's own.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, needsBuild } from './demo/build.ts';
import { introduceCompany, LANGUAGES, pricesFor } from './demo/company.ts';
import { DATABASE_FILE, type DemoFolder, demoFolder } from './demo/folder.ts';
import { createGuide, type DemoGuide } from './demo/guide.ts';
import { type KeptServer, keepPostgres } from './demo/postgres.ts';
import { ENDS_WITH_DEMO, type Program, ProgramDied, startProgram } from './demo/programs.ts';
import { playStory } from './demo/story.ts';
import { freePortFrom, startOnFreePort } from './free-port.ts';
import { buildPage } from './server/page/assets.ts';
import type { Sandbox } from './server/server.ts';
import { saveWorkspace } from './server/workspace/saved.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const START_MS = 60_000;
const PORT = 4000;
/** What we pass on of our own environment: no token, proxy or setting of somebody's real installation. */
const PASSED_ON = ['PATH', 'TZ', 'LANG', 'TMPDIR', 'TEMP', 'SystemRoot'];

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    reset: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
    port: { type: 'string', default: String(PORT) },
  },
});

const print = (...lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const warn = (words: string) => process.stderr.write(`\n${words}\n`);

interface Running {
  folder: DemoFolder;
  sandbox: Sandbox;
  guide: DemoGuide;
  /** Of the app, by their names. */
  instances: Map<string, Program>;
  postgres?: KeptServer;
  /** The workspace has its story, and may be kept. */
  complete: boolean;
}

let running: Running | undefined;
/** Since when the demo ends. */
let ending: number | undefined;

/** Starts both programs and prints the address; the workspace is filled while people look on. */
async function demo(): Promise<void> {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no port`);
  const data = values.data ?? join(ROOT, values.postgres ? 'demo-postgres' : 'demo-data');
  const folder = demoFolder(resolve(data), values.postgres ? 'postgres' : DATABASE_FILE);
  const { saved, steps, afresh } = await folder.open(values.reset);
  if (afresh) print(`${afresh}; this one begins afresh.`);
  const guide = createGuide();
  const building = needsBuild(ROOT) ? build(ROOT) : Promise.resolve();
  // Waited for below, where its failure is told.
  building.catch(() => {});
  if (needsBuild(ROOT)) print('Building the app …');
  const sandbox = await startOnFreePort(
    { manifest: join(ROOT, 'slack-manifest.yml'), port, guide, saved, locales: LANGUAGES },
    true,
  );
  running = { folder, sandbox, guide, instances: new Map(), complete: saved !== undefined };
  if (port !== 0 && !sandbox.url.endsWith(`:${port}`)) print(`Port ${port} is taken; the next free one is used.`);
  folder.begin(sandbox.url);
  await Promise.all([building, buildPage()]);

  let databaseUrl = `file:${join(folder.path, DATABASE_FILE)}`;
  if (values.postgres) {
    running.postgres = await keepPostgres(folder.path, (words) => void (ending || warn(words)));
    databaseUrl = running.postgres.url;
  }
  // People outside Slack are led to the first instance, beside the page: the next demo finds the same port, as a rule.
  const pagesPort = await freePortFrom(Number(new URL(sandbox.url).port) + 1);
  const publicUrl = process.env.PUBLIC_URL || `http://127.0.0.1:${pagesPort}`;
  // Its folder is the demo's, so that no .env of a real installation is read.
  const ours = { DATABASE_URL: databaseUrl, KEYS_FILE: join(folder.path, 'keys'), PUBLIC_URL: publicUrl };
  const env = { ...passedOn(), ...sandbox.env, ...ours };
  const demo = running;
  const portOf = (index: number) => String(index === 0 ? pagesPort : 0);
  const names = values.postgres ? ['app-1', 'app-2'] : ['app'];
  await Promise.all(names.map((name, index) => keepUp(demo, name, { ...env, PORT: portOf(index) })));

  const near = relative(process.cwd(), folder.path) || '.';
  const where = near.startsWith('..') ? folder.path : near;
  print(
    '',
    `  Open ${sandbox.url}`,
    '',
    'A local stand-in for Slack with the app in it: nothing leaves this computer.',
    ...(values.postgres
      ? [
          'Two instances of the app share a PostgreSQL database; the Inspector shows which one answered.',
          `Kill one, and the other goes on: ${[...demo.instances].map(([name, { pid }]) => `${name} is process ${pid}`).join(', ')}.`,
        ]
      : []),
  );
  if (process.env.PUBLIC_URL) print(`PUBLIC_URL must lead to port ${pagesPort} of this computer.`);
  const again = values.postgres ? '--postgres --reset' : '--reset';
  print(`The data is in ${where}/ and is kept; “npm run demo -- ${again}” starts over. Stop with Ctrl-C.`, '');
  if (values.open) openBrowser(sandbox.url);
  const set = (settings?: readonly string[]) =>
    introduceCompany(join(ROOT, 'dist/src/settings-command.js'), folder.path, env, settings);
  if (saved === undefined) await set();
  await fill(running, steps, saved === undefined && set);
}

/** Waits before an app that did not come up is started again, milliseconds. */
const AGAIN_MS = 5000;

/**
 * Starts an instance of the app, and again whenever it dies, as a service manager does, for as long as it takes (Slack may
 * be made to fail); gives up on one that has never come up.
 */
async function keepUp(demo: Running, name: string, env: Record<string, string>, hasBeenUp = false): Promise<void> {
  const { folder } = demo;
  const called = name === 'app' ? 'The app' : `The app (${name})`;
  const app = startProgram({
    name: called,
    args: [...ENDS_WITH_DEMO, join(ROOT, 'dist/src/main.js')],
    cwd: folder.path,
    env: { ...env, INSTANCE: name },
    logFile: join(folder.path, `${name}.log`),
  });
  demo.instances.set(name, app);
  let up = false;
  let died = false;
  app.alive.catch((death: unknown) => {
    died = true;
    if (ending) return;
    if (!up && !hasBeenUp) return void end(1, words(death));
    const brief = death instanceof ProgramDied ? death.brief : words(death);
    const wait = up ? 0 : AGAIN_MS;
    warn(`${brief}\n${called} is started again${wait ? ` in ${wait / 1000} seconds` : ''}, and goes on where it was.`);
    setTimeout(() => {
      if (!ending) keepUp(demo, name, env, true).catch((error: unknown) => void end(1, words(error)));
    }, wait);
  });
  await app.says(/"msg":"ready"/, START_MS).catch((late: unknown) => {
    if (!died) throw late;
  });
  up = !died;
  if (up && hasBeenUp) print(`${called} is up again: process ${app.pid}.`);
}

/** Lets the people act out the story, the first time (with `set`, an admin's hand on the settings); from then on the first steps count. */
async function fill(
  demo: Running,
  steps: readonly string[],
  set: false | ((settings: readonly string[]) => Promise<void>),
): Promise<void> {
  const { folder, sandbox, guide } = demo;
  const say = (words: string | undefined) => {
    guide.tell(words);
    sandbox.workspace.changed();
  };
  const sinceFile = join(folder.path, 'since.txt');
  if (set) {
    const tell = (words: string) => say(`Your colleagues are filling the workspace: ${words}.`);
    const broken = await playStory(sandbox, {
      tell,
      hidePrices: (hidden) => set(pricesFor(hidden ? 'office' : 'everybody')),
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (ending) return;
    writeFileSync(sinceFile, sandbox.workspace.nextTs());
    demo.complete = true;
    if (broken === undefined) print('The workspace is filled. The panel “First steps” on the page says what to try.');
    else
      warn(
        `The workspace is filled in part only. Start over with --reset, or try out what is there.\n${words(broken)}`,
      );
    guide.begin(sandbox, readFileSync(sinceFile, 'utf8'));
    return say(
      broken === undefined ? undefined : 'The workspace is filled in part only; “npm run demo -- --reset” starts over.',
    );
  }
  guide.begin(sandbox, existsSync(sinceFile) ? readFileSync(sinceFile, 'utf8') : '', steps);
  say(undefined);
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

function passedOn(): Record<string, string> {
  const environment = process.env;
  return Object.fromEntries(PASSED_ON.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, string[]>> = { darwin: ['open'], win32: ['cmd', '/c', 'start'] };
  const [command = '', ...args] = commands[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => print(`No browser could be opened; open ${url} yourself.`))
    .unref();
}

/** Ends the app, then saves the workspace it has finished with, then ends the sandbox. */
async function end(code: number, problem?: string): Promise<void> {
  if (ending) return;
  ending = performance.now();
  if (problem) warn(problem);
  if (running) {
    const { instances, postgres, sandbox, guide, folder, complete } = running;
    // An app that was down goes on where it was, like one that was killed: its database says what it had begun.
    await Promise.all([...instances.values()].map((app) => app.stop()));
    await postgres?.stop();
    await sandbox.idle(1000).catch(() => {});
    const kept = complete && instances.size > 0;
    if (kept) folder.save(saveWorkspace(sandbox.workspace), guide.done());
    await Promise.race([sandbox.stop(), new Promise((done) => setTimeout(done, 1000))]);
    print(
      kept
        ? `Stopped; the next “npm run demo${postgres ? ' -- --postgres' : ''}” goes on from here.`
        : 'Stopped before the workspace was complete; the next demo begins afresh.',
    );
  }
  process.exit(code);
}

for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // One Ctrl-C may be heard twice, by way of npm; a second one later means it.
    if (ending !== undefined && performance.now() - ending > 1000) process.exit(1);
    void end(0);
  });
process.on('exit', () => {
  for (const program of running?.instances.values() ?? []) program.kill();
  // Killed, it would leave its server behind.
  void running?.postgres?.stop();
});
process.stdout.on('error', () => void end(1));

demo().catch((error: unknown) => void end(1, words(error)));
