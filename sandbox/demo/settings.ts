// npm run demo:settings: the app's settings command on the demo that runs. [--data FOLDER] and what npm run settings takes.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { objectOf, parseJson, stringOf } from '../server/json.ts';
import { DATABASE_FILE, runningDemo } from './folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const [option, named, ...rest] = process.argv.slice(2);
const isNamed = option === '--data' && named !== undefined;
const folder = isNamed ? resolve(named) : join(ROOT, 'demo-data');
const url = await runningDemo(folder);
if (url === undefined) {
  process.stderr.write('No demo is running. Start it with “npm run demo”, then use this in another terminal.\n');
  process.exit(1);
}
const { result } = objectOf(parseJson(await (await fetch(`${url}/sandbox/env`)).text()));
const tokens = Object.entries(objectOf(result)).map(([name, value]) => [name, stringOf(value) ?? '']);
const command = [join(ROOT, 'dist/src/settings-command.js'), ...(isNamed ? rest : process.argv.slice(2))];
spawn(process.execPath, command, {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...Object.fromEntries(tokens),
    DATABASE_URL: `file:${join(folder, DATABASE_FILE)}`,
    KEYS_FILE: join(folder, 'keys'),
  },
}).once('close', (code) => process.exit(code ?? 1));
