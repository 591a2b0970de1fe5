import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { defaultSettings } from '../../src/settings.ts';
import { optionalScopes, requiredScopes } from '../../src/slack-api/scopes.ts';

const DOCUMENTS = [
  'README.md',
  ...['company-setup', 'import-columns', 'running', 'slack-setup', 'operations', 'several-instances'].map(
    (name) => `docs/${name}.md`,
  ),
];

const read = (path: string): string => readFileSync(path, 'utf8');
const scripts = Object.keys(
  z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts,
);
/** npm's own commands, which need no script. */
const NPM = ['ci', 'prune', 'rebuild'];

test.each(DOCUMENTS)('%s names only npm commands that exist', (path) => {
  const commands = [...read(path).matchAll(/\bnpm (run )?([a-z-]+)/g)];
  const unknown = commands.filter(([, run, name = '']) => !scripts.includes(name) && (run || !NPM.includes(name)));
  expect(unknown.map(([all]) => all)).toEqual([]);
});

test('the README names every script that people start', () => {
  const internal = ['postinstall', 'prestart', 'presettings', 'migrations'];
  const readme = read('README.md');
  const named = scripts.filter((name) => new RegExp(`npm (run )?${name}\\b`).test(readme));
  expect(named).toEqual(scripts.filter((name) => !internal.includes(name)));
});

test.each(DOCUMENTS)('%s links only to files and headings that exist', (path) => {
  const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const local = links.filter((target) => !/^https?:/.test(target));
  const broken = local.filter((target) => {
    const [file = '', anchor] = target.split('#');
    const linked = file === '' ? path : join(dirname(path), file);
    return !existsSync(linked) || (anchor !== undefined && !anchorsOf(linked).includes(anchor));
  });
  expect(local.length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});

/** Headings as GitHub turns them into anchors. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}

test("docs/running.md's configuration table has exactly the variables of .env.example", () => {
  const rows = [...read('docs/running.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  const example = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(rows).toEqual(example);
});

test("docs/company-setup.md's settings table has exactly the settings there are", () => {
  const cells = [...read('docs/company-setup.md').matchAll(/^\| (`[a-z]+\.\w+`[^|]*) \|/gm)].map(
    ([, cell = '']) => cell,
  );
  const named = cells.flatMap((cell) => cell.match(/[a-z]+\.\w+/g) ?? []);
  const all = Object.entries(defaultSettings).flatMap(([group, values]) =>
    Object.keys(values).map((name) => `${group}.${name}`),
  );
  expect(named).toEqual(all);
});

test('docs/slack-setup.md explains every scope, event, command and shortcut of the manifest', () => {
  const Manifest = z.object({
    features: z.object({
      shortcuts: z.array(z.object({ name: z.string() })),
      slash_commands: z.array(z.object({ command: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  });
  const { features, oauth_config, settings } = Manifest.parse(parse(read('slack-manifest.yml')));
  const [, required = '', optional = ''] = read('docs/slack-setup.md').split(/^### (?:Required|Optional)$/m);
  const named = (part: string) =>
    [...part.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) => cell.match(/[a-z:_]+/g) ?? []);
  expect(named(required).toSorted()).toEqual(requiredScopes.toSorted());
  const [scopes = '', rest = ''] = optional.split('### App-level token');
  expect(named(scopes).toSorted()).toEqual(Object.keys(optionalScopes).toSorted());
  expect([...requiredScopes, ...Object.keys(optionalScopes)].toSorted()).toEqual(oauth_config.scopes.bot.toSorted());
  const words = [
    ...features.slash_commands.map(({ command }) => `\`${command}\``),
    ...features.shortcuts.map(({ name }) => `**${name}**`),
    ...settings.event_subscriptions.bot_events.map((event) => `\`${event}\``),
  ];
  expect(words.filter((word) => !rest.includes(word))).toEqual([]);
});

test('docs/operations.md quotes log lines and metrics that the code has', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const source = files.map((name) => read(join('src', name))).join('\n');
  const operations = read('docs/operations.md');
  const table = operations.slice(operations.indexOf('| `msg` |'), operations.indexOf('## What can fail'));
  const quoted = [...table.matchAll(/^\| (`.+?`) \| /gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)]);
  const lines = quoted.map(([, line = '']) => line).filter((line) => line !== 'msg');
  const metrics = [...operations.matchAll(/service_orders_\w+/g)].map(([name]) => name);
  expect(lines.length).toBeGreaterThan(8);
  const fixed = (line: string) => line.split(/ ?\(?…|180/)[0] ?? line;
  expect([...lines.map(fixed), ...metrics].filter((words) => !source.includes(words))).toEqual([]);
});

test('docs/operations.md has a row for every sentence that the PostgreSQL store warns with', () => {
  const files = readdirSync('db/postgres', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const warned = files.flatMap((name) =>
    [...read(join('db/postgres', name)).matchAll(/\bwarn\(\s*`([^`]+)`/g)].map(([, sentence = '']) => sentence),
  );
  expect(warned.length).toBeGreaterThan(3);
  const table = read('docs/operations.md').split('\n| `msg` |')[1] ?? '';
  const pieces = (sentence: string) => sentence.split(/\$\{[^}]*\}/).flatMap((piece) => piece.split(/[;,(]/));
  const isTold = (sentence: string) => pieces(sentence).some((one) => one.length > 12 && table.includes(one.trim()));
  expect(warned.filter((sentence) => !isTold(sentence))).toEqual([]);
});

test('every log line has a stable event code', () => {
  const files = ['src', 'db'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
  const calls = files.flatMap((file) =>
    [...read(file).matchAll(/\blog\.(?:info|warn|error|fatal|debug)\((?<given>[^;]*?)\)(?:;|\s|,)/g)].map(
      ({ groups }) => `${file}: ${groups?.given}`,
    ),
  );
  expect(calls.length).toBeGreaterThan(50);
  expect(calls.filter((call) => !/event: '[a-z]+\.[a-z_]+'/.test(call))).toEqual([]);
});
