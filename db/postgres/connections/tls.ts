import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ConnectionOptions, createSecureContext } from 'node:tls';
import { DatabaseProblem } from '../../database-url.ts';

/** How TLS may be asked for in an address; with the meaning that these have for PostgreSQL's own programs. */
const MODES = ['disable', 'require', 'verify-ca', 'verify-full'];

/** What an address says about TLS. */
export const TLS_PARAMETERS: readonly string[] = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'ssl',
  'uselibpqcompat',
];

/** What other programs say for a mode. */
const MODE_OF: Readonly<Record<string, string>> = {
  true: 'verify-full',
  1: 'verify-full',
  false: 'disable',
  0: 'disable',
};

/** Where the authorities are meant that Node knows itself. */
const SYSTEM = 'system';

/**
 * How TLS is spoken with a server: the files are read once. Undefined where the address says nothing about it. Throws a
 * `DatabaseProblem` about what stands in the address that `source` names.
 */
export function tlsOf(asked: URLSearchParams, source: string): ConnectionOptions | false | undefined {
  const given = Object.fromEntries(TLS_PARAMETERS.map((name) => [name, asked.get(name) || undefined]));
  const { sslmode, ssl, sslrootcert: root, ...own } = given;
  const mode = sslmode ?? (ssl === undefined ? undefined : (MODE_OF[ssl] ?? ssl));
  if (mode !== undefined && !MODES.includes(mode))
    throw new DatabaseProblem(`${source} has sslmode=${mode}; choose one of ${MODES.join(', ')}`);
  if (mode === 'verify-ca' && (root === undefined || root === SYSTEM))
    throw new DatabaseProblem(`${source} has sslmode=verify-ca without sslrootcert=FILE; add it, or use verify-full`);
  if ((own.sslcert === undefined) !== (own.sslkey === undefined))
    throw new DatabaseProblem(`${source} has one of sslcert and sslkey; name both files, or none`);
  if (mode === 'disable') return false;
  if (mode === undefined && root === undefined && own.sslcert === undefined) return undefined;
  const ca = root === undefined || root === SYSTEM ? undefined : authorities(root, source);
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(own.sslcert && own.sslkey ? ownCertificate(own.sslcert, own.sslkey, source) : {}),
    ...(mode === 'require' && ca === undefined ? { rejectUnauthorized: false } : {}),
    ...(mode === 'require' || mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
  };
}

/** The certificates in a file. */
function authorities(path: string, source: string): string {
  const text = textOf('sslrootcert', path, source);
  const found = text.match(/-----BEGIN (TRUSTED )?CERTIFICATE-----[^-]*-----END \1?CERTIFICATE-----/g) ?? [];
  try {
    if (found.length === 0) throw new Error('no certificate');
    for (const one of found) new X509Certificate(one);
    return text;
  } catch (cause) {
    throw new DatabaseProblem(
      `${source} names sslrootcert=${path}, which holds no certificate, or a damaged one; name the PEM file with the certificate of the authority`,
      { cause },
    );
  }
}

function ownCertificate(certFile: string, keyFile: string, source: string) {
  const [cert, key] = [textOf('sslcert', certFile, source), textOf('sslkey', keyFile, source)];
  try {
    createSecureContext({ cert, key });
    return { cert, key };
  } catch (cause) {
    throw new DatabaseProblem(
      `${source} names sslcert=${certFile} and sslkey=${keyFile}, which are not a certificate and its key without a password; name these PEM files`,
      { cause },
    );
  }
}

function textOf(parameter: string, path: string, source: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    const why =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'and there is no such file'
        : code === 'EISDIR'
          ? 'which is a folder'
          : 'which cannot be read by the user who runs this';
    throw new DatabaseProblem(`${source} names ${parameter}=${path}, ${why}; name a PEM file that can be read`, {
      cause,
    });
  }
}
