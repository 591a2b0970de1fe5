import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate for a host that vouches for itself. `expired`: it was valid until yesterday. */
export function selfSigned(host: string, { expired = false } = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ends = Date.now() + (expired ? -DAY_MS : 10 * DAY_MS);
  const name = sequence(der(0x31, sequence(identifier(2, 5, 4, 3), der(0x0c, Buffer.from(host)))));
  const algorithm = sequence(identifier(1, 2, 840, 10045, 4, 3, 2));
  const alternative = der(0x04, sequence(der(0x82, Buffer.from(host))));
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(instant(ends - 20 * DAY_MS), instant(ends)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(identifier(2, 5, 29, 17), alternative))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', toSign, privateKey)]);
  const body = sequence(toSign, algorithm, der(0x03, signature)).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${body.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));

function identifier(first: number, second: number, ...rest: readonly number[]): Buffer {
  const bytes = rest.flatMap((part) => [
    ...(part >= 16_384 ? [128 | (part >> 14)] : []),
    ...(part >= 128 ? [128 | ((part >> 7) & 127)] : []),
    part & 127,
  ]);
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

const instant = (at: number): Buffer =>
  der(0x18, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`));
