import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { move } from '../../db/moving/move.ts';
import { openStore } from '../../db/open.ts';
import { auditServer } from '../../db/postgres/upkeep/audit.ts';
import { bringUpToDate } from '../../db/postgres/upkeep/bring-up-to-date.ts';
import { selfSigned } from '../support/certificates.ts';
import { freshDatabase, open, urlOf } from './postgres-database.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { tlsProxy } from './tls-proxy.ts';

const folder = temporaryFolder();
const certificates = {
  own: selfSigned('localhost'),
  elsewhere: selfSigned('db.elsewhere.example'),
  expired: selfSigned('localhost', { expired: true }),
};
type Server = keyof typeof certificates;

let database: Awaited<ReturnType<typeof freshDatabase>>;
const servers = new Map<Server, Awaited<ReturnType<typeof tlsProxy>>>();
beforeAll(async () => {
  database = await freshDatabase();
  const port = Number(new URL(database.url).port);
  for (const name of ['own', 'elsewhere', 'expired'] as const) {
    servers.set(name, await tlsProxy(port, certificates[name]));
    writeFileSync(folder.file(`${name}.pem`), certificates[name].cert);
    writeFileSync(folder.file(`${name}.key`), certificates[name].key);
  }
  writeFileSync(folder.file('empty.pem'), '');
  writeFileSync(folder.file('words.pem'), 'no certificate\n');
  writeFileSync(folder.file('damaged.pem'), certificates.own.cert.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA'));
  mkdirSync(folder.file('certificates'));
});
afterAll(async () => {
  for (const server of servers.values()) server.close();
  await database.remove();
});

/** An address of a server with this certificate, with files named without their folder. */
const addressOf = (server: Server, search: string) =>
  urlOf(database.name, {
    host: `localhost:${servers.get(server)?.port}`,
    search: `?${search.replaceAll(/(sslrootcert|sslcert|sslkey)=([\w.]+\.(?:pem|key)|certificates)/g, (_, name, file) => `${name}=${folder.file(file)}`)}`,
  });

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it was done'),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DatabaseProblem);
  return (error as DatabaseProblem).message;
}

test.each<[string, Server, string]>([
  ['the host of the certificate', 'own', 'sslmode=verify-full&sslrootcert=own.pem'],
  ['as other programs write it', 'own', 'ssl=true&sslrootcert=own.pem'],
  ['any host of the authority', 'elsewhere', 'sslmode=verify-ca&sslrootcert=elsewhere.pem'],
  ['encrypted, whoever answers', 'expired', 'sslmode=require'],
  ['with a certificate of the app', 'own', 'sslmode=verify-full&sslrootcert=own.pem&sslcert=own.pem&sslkey=own.key'],
])('TLS: %s', async (_, server, search) => {
  const store = await open(addressOf(server, search));
  expect(await store.alive()).toBe(true);
  await store.close();
});

const ANOTHER_HOST =
  /^The PostgreSQL database \S+ at localhost:\d+ \(DATABASE_URL\) answers with a certificate for another host name; put the name that is in the certificate into its address/;

test.each<[string, Server, string, RegExp]>([
  ['another host', 'elsewhere', 'sslmode=verify-full&sslrootcert=elsewhere.pem', ANOTHER_HOST],
  [
    'an unknown authority',
    'own',
    'sslmode=verify-full',
    /certificate of an authority that is not trusted here; name the file .* as sslrootcert=FILE/,
  ],
  ['another authority', 'own', 'sslmode=verify-full&sslrootcert=elsewhere.pem', /authority that is not trusted here/],
  ['an expired certificate', 'expired', 'sslmode=verify-full&sslrootcert=expired.pem', /has expired; renew it/],
  [
    'no file',
    'own',
    'sslmode=verify-full&sslrootcert=gone.pem',
    /^DATABASE_URL names sslrootcert=\S+gone\.pem, and there is no such file; name a PEM file/,
  ],
  ['a folder', 'own', 'sslmode=verify-full&sslrootcert=certificates', /certificates, which is a folder; name a PEM/],
  ['an empty file', 'own', 'sslmode=verify-full&sslrootcert=empty.pem', /empty\.pem, which holds no certificate/],
  ['other words', 'own', 'sslmode=require&sslrootcert=words.pem', /words\.pem, which holds no certificate/],
  ['a damaged one', 'own', 'sslmode=verify-ca&sslrootcert=damaged.pem', /no certificate, or a damaged one; name/],
  [
    'a key that is none',
    'own',
    'sslmode=require&sslcert=own.pem&sslkey=words.pem',
    /are not a certificate and its key/,
  ],
  ['another’s key', 'own', 'sslmode=require&sslcert=own.pem&sslkey=expired.key', /are not a certificate and its key/],
  ['no key', 'own', 'sslmode=require&sslcert=own.pem', /has one of sslcert and sslkey; name both/],
  ['an unknown wish', 'own', 'ssl=perhaps', /sslmode=perhaps; choose one of/],
])('TLS that fails is said in one sentence: %s', async (_, server, search, sentence) => {
  expect(await refusal(open(addressOf(server, search)))).toMatch(sentence);
});

test('the commands say the same', async () => {
  const address = addressOf('elsewhere', 'sslmode=verify-full&sslrootcert=elsewhere.pem');
  expect(await refusal(auditServer(address, [], () => {}))).toMatch(ANOTHER_HOST);
  expect(await refusal(bringUpToDate(address, false))).toMatch(ANOTHER_HOST);
  const file = folder.file('source.db');
  await (await openStore(`file:${file}`)).close();
  expect(await refusal(move(file, address))).toMatch(/^The PostgreSQL database \S+ at localhost:\d+ answers with/);
  const noFile = addressOf('own', 'sslmode=verify-full&sslrootcert=gone.pem');
  expect(await refusal(move(file, noFile))).toMatch(
    /^The address to move to names sslrootcert=\S+gone\.pem, and there/,
  );
});

test.skipIf(process.getuid?.() === 0)('a file of somebody else', async () => {
  chmodSync(folder.file('own.key'), 0);
  expect(await refusal(open(addressOf('own', 'sslmode=require&sslcert=own.pem&sslkey=own.key')))).toMatch(
    /own\.key, which cannot be read by the user who runs this/,
  );
});
