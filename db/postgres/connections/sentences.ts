import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseProblem } from '../../database-url.ts';

/** The code of an error or of what caused it: the server's (five characters), or Node's. */
export function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return '';
}

/** Drizzle's own error repeats the statement with all its values, which are nobody's business. */
export const plain = (error: unknown): unknown =>
  error instanceof DrizzleQueryError && error.cause ? error.cause : error;

/** Whether the connection is lost: what was not committed is undone by the server. */
export const isGone = (error: unknown): boolean =>
  !(error instanceof DatabaseProblem) &&
  (/^(08...|57P0[1-5]|25P0[34]|E(?!RR_)[A-Z_]+)$/.test(codeOf(error)) || LOST.test(messageOf(error)));

/** Whether it was one that worked before, or seemed to: another one may do better. */
export const isCut = (error: unknown): boolean =>
  isGone(error) &&
  (/^57P0[12]$|^ECONNRESET$|^EPIPE$/.test(codeOf(error)) || /^(Connection t|Client )/.test(messageOf(error)));

const LOST =
  /^(Connection terminated|Query read timeout|timeout e(xceeded|xpired)|Client (has encountered|was closed))/;

/** The server may be read, and takes no changes; with its own code for that. */
export class TakesNoChanges extends Error {
  readonly code = '25006';
}

/** Whether the connection is to a server that takes no changes: another one may be. */
export const isReadOnly = (error: unknown): boolean => codeOf(error) === '25006';

/** Whether only something that is written shows that such trouble is over: a full disk, missing rights, damage. */
export const isOverByWriting = (error: unknown): boolean => /^(53100|42|25P02|58|XX)/.test(codeOf(error));

/** Whether a transaction lost a race against another: made again, it finds what the other has left. */
export const isRace = (error: unknown): boolean => /^(40001|40P01|23505)$/.test(codeOf(error));

/** Whether another transaction held a lock for too long. */
export const isLocked = (error: unknown): boolean => codeOf(error) === '55P03';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

const LET_IN =
  'does not let this user in: the user or the password is wrong, or the server allows no connection from here; check its address and pg_hba.conf';

/** What the server says, and what to do about it. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^28P01|^28000/, LET_IN],
  [/^3D000/, 'does not exist; create it, or name another one'],
  [
    /^42501|^3F000/,
    'does not give this user the rights that the app needs; grant them (docs/several-instances.md, "Users and rights")',
  ],
  [/^42P01|^42703/, 'lacks a table or column of this app; restore a backup, or name another database'],
  [/^25P02/, 'refused a statement of a change, and with it the rest; the server’s log says which and why'],
  [/^53100/, 'has no room left; free some disk space on the server'],
  [
    /^53300/,
    'has no connection left for this app; raise max_connections, or stop other programs (an instance uses up to twelve)',
  ],
  [/^53/, 'is out of memory or another resource; check the server'],
  [
    /^25006/,
    'takes no changes: it is a standby, or read-only for this user (default_transaction_read_only); name the server that writes, or switch that off',
  ],
  [
    /^55P03|^57014/,
    'is kept waiting by another program or a long transaction; try again, and look at pg_stat_activity if it stays',
  ],
  [/^57P0[1-5]|^08/, 'is being stopped or started, or the connection was cut; check the server'],
  [/^25P0[34]/, 'ended a transaction that took too long; this computer, or the network, may be overloaded'],
  [/^XX00[12]|^58/, 'is damaged, or its disk fails; check the server and restore a backup'],
  [/^ENOENT/, 'cannot be reached: there is no such socket; check the folder that its address names as its host'],
  [/^ENOTFOUND|^EAI_/, 'cannot be found: nobody knows its host; check its address'],
  [
    /^ECONNREFUSED/,
    'cannot be reached: nothing answers at its address and port; start the server, or check its address',
  ],
  [
    /^ERR_TLS_CERT_ALTNAME/,
    'answers with a certificate for another host name; put the name that is in the certificate into its address, or correct the certificate',
  ],
  [/^CERT_HAS_EXPIRED/, 'answers with a certificate that has expired; renew it on the server'],
  [/^CERT_NOT_YET/, 'answers with a certificate that is not valid yet; check the clocks of both computers'],
  [
    /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|ERR_TLS_CERT)/,
    'answers with a certificate of an authority that is not trusted here; name the file with the certificate of that authority as sslrootcert=FILE in its address',
  ],
  [
    /^(EPROTO|ERR_SSL|ERR_TLS)/,
    'and this program do not agree on how to speak TLS; check the TLS versions and the certificates of the server, and sslcert in its address',
  ],
  [/^E(?!RR_)[A-Z_]+$/, 'cannot be reached; check the server and the network'],
];

/** The same by what is said beside the code; a server may say it in another language. */
const CLOSER: readonly (readonly [RegExp, string])[] = [
  [
    /does not support SSL/,
    'offers no TLS; switch it on at the server (ssl = on), or set sslmode=disable in its address if the network between is yours alone',
  ],
  [
    /password must be a|empty password returned/,
    'asks for a password, and its address has none; write it as postgres://USER:PASSWORD@HOST:5432/DATABASE',
  ],
  [/not currently accepting connections/, 'was closed to connections, as a template is; name another one'],
  [/SASL/, LET_IN],
  [
    /^28000 .*(no encryption|SSL off)/,
    'lets nobody in from here without TLS, or not at all; add sslmode=verify-full to its address, or check pg_hba.conf',
  ],
  [
    /^53300 .* for role /,
    'allows this user no more connections; raise the limit (ALTER ROLE … CONNECTION LIMIT): an instance uses up to twelve',
  ],
  [
    /^53300 .* for database /,
    'allows no more connections; raise its limit (ALTER DATABASE … CONNECTION LIMIT): an instance uses up to twelve',
  ],
];

/** The sentence for what the server could not do; anything that is not about the server stays as it is. */
export function explained(thrown: unknown, called: string): unknown {
  const error = plain(thrown);
  if (error instanceof DatabaseProblem) return error;
  const [code, message] = [codeOf(error), messageOf(error)];
  const because = (text: string) => new DatabaseProblem(`${called} ${text}`, { cause: error });
  const [, closer] = CLOSER.find(([said]) => said.test(`${code} ${message}`)) ?? [];
  if (closer) return because(closer);
  // Who was still at work when the app had waited long enough.
  if (/calling end on the pool/.test(message)) return because('is closed: the app is stopping');
  const [, sentence] = SENTENCES.find(([codes]) => codes.test(code)) ?? [];
  if (sentence) return because(sentence);
  return LOST.test(messageOf(error))
    ? because('does not answer, or the connection was cut; check the server and the network')
    : error;
}
