// The last step of `npm ci`: installs better-sqlite3 in the version that suits the running Node, and only that one, so
// that nothing is compiled where a binary comes along (docs/decisions/0008).
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const driver = new URL('../db/sqlite/driver/', import.meta.url);
const folder = createRequire(driver)('./folder.cjs').folderFor(process.versions.node);
// npm gives its own address to the scripts it runs; without it (another package manager) npm is looked up in the PATH.
const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
// Without scripts npm does not try to compile what it finds sources of.
const flags = folder === 'node-20' ? [] : ['--ignore-scripts'];
const [command, ...first] = npm;
const { status, stdout, stderr } = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', ...flags], {
  cwd: fileURLToPath(new URL(folder, driver)),
  encoding: 'utf8',
  shell: npm.length === 1 && process.platform === 'win32',
});
if (status !== 0) {
  const said = `${stdout}${stderr}`;
  const why = /\bgyp\b/.test(said)
    ? `The database driver for Node ${process.versions.node} could not be compiled. Install python3, make and g++ (Debian, Ubuntu: apt-get install python3 make g++) and run npm ci again, or use Node 22.14 or later, which needs no compiler.`
    : `${said}\nThe database driver could not be installed. Run npm ci again once npm can reach its registry.`;
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
