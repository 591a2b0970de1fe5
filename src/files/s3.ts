import { AwsClient } from 'aws4fetch';
import { type FileStorage, FilesProblem, isSha256, type StoredFile } from './storage.ts';

/** Who the app is to the storage: by the names that other S3 clients use as well. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Which bucket, where. `prefix`: what every key begins with, '' or with a slash at its end. `base`: the bucket's address. */
export interface S3Place {
  readonly bucket: string;
  readonly prefix: string;
  readonly base: string;
  readonly region: string;
}

/** A storage that does not answer by then is away. Milliseconds. */
const TIMEOUT = 30_000;
/** What is read of an answer that says no. */
const EXCERPT = 4000;

/** Keeps files as objects of a bucket, `prefix/ab/abcd…`, in Amazon S3 or any storage that speaks its protocol. */
export function s3Storage({ bucket, prefix, base, region }: S3Place, credentials: S3Credentials): FileStorage {
  const client = new AwsClient({ ...definite(credentials), service: 's3', region, retries: 0 });
  const place = `the bucket ${bucket}${prefix === '' ? '' : ` (${prefix}…)`}`;
  const problem = (kind: FilesProblem['kind'], what: string, cause?: unknown) =>
    new FilesProblem(kind, `Files cannot be kept in ${place} (FILES_URL): ${what}`, { cause });

  const keyOf = (sha256: string) => {
    if (!isSha256(sha256)) throw new Error(`${sha256} is no SHA-256`);
    return `${prefix}${sha256.slice(0, 2)}/${sha256}`;
  };
  const addressOf = (key: string) => `${base}/${key.split('/').map(encodeURIComponent).join('/')}`;

  /** The whole answer, undefined where there is no such object; anything else that is no success is thrown. */
  async function answer(address: string, init: RequestInit): Promise<Uint8Array | undefined> {
    let status: number;
    let bytes: Uint8Array;
    try {
      const response = await client.fetch(address, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      status = response.status;
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw problem('away', 'the storage does not answer', cause);
    }
    if (status >= 200 && status < 300) return bytes;
    const said = Buffer.from(bytes.subarray(0, EXCERPT)).toString();
    const code = /<Code>(\w{1,80})<\/Code>/.exec(said)?.[1] ?? '';
    if (status === 404 && code !== 'NoSuchBucket') return undefined;
    throw problem(...told(status, code));
  }

  const put = (key: string, sha256: string, bytes: Uint8Array) =>
    answer(addressOf(key), {
      method: 'PUT',
      body: Uint8Array.from(bytes),
      // The storage compares what arrives with it.
      headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' },
    });

  return {
    place,
    async put(sha256, bytes) {
      await put(keyOf(sha256), sha256, bytes);
    },
    get: async (sha256) => answer(addressOf(keyOf(sha256)), { method: 'GET' }),
    async *list() {
      for (let token: string | undefined = ''; token !== undefined; ) {
        const query: Record<string, string> = { 'list-type': '2', prefix };
        if (token !== '') query['continuation-token'] = token;
        const page = await answer(`${base}/?${new URLSearchParams(query)}`, { method: 'GET' });
        const xml = Buffer.from(page ?? []).toString();
        for (const [, object = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const found = storedIn(object);
          if (found) yield found;
        }
        token = textIn(xml, 'IsTruncated') === 'true' ? textIn(xml, 'NextContinuationToken') : undefined;
      }
    },
    async remove(sha256) {
      await answer(addressOf(keyOf(sha256)), { method: 'DELETE' });
    },
    async check() {
      const key = `${prefix}probe`;
      await put(key, PROBE.sha256, PROBE.bytes);
      if (!(await answer(addressOf(key), { method: 'GET' })))
        throw problem('away', 'what was written just now is not there');
    },
  };
}

const PROBE = {
  bytes: Buffer.from('probe'),
  sha256: 'ba9c736f19e7f60b7f6764adb0b7908c0a2b394e09b6c09863528c7f2bc86095',
};

/** What the operator has to know of an answer. */
function told(status: number, code: string): [FilesProblem['kind'], string] {
  const said = code === '' ? `HTTP ${status}` : code;
  if (code === 'NoSuchBucket') return ['refused', 'there is no such bucket; make it, or name another one'];
  if (['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken', 'ExpiredToken'].includes(code))
    return [
      'refused',
      `the keys are wrong (${said}); check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN`,
    ];
  if (code === 'RequestTimeTooSkewed') return ['refused', 'the clock of this computer is wrong; set it right'];
  if (status === 401 || status === 403)
    return ['refused', `the keys may not read and write there (${said}); allow them to get, put and list objects`];
  if (code === 'AuthorizationHeaderMalformed' || (status >= 300 && status < 400))
    return ['refused', `the bucket is somewhere else (${said}); check region and endpoint`];
  if (status === 507 || /StorageFull|QuotaExceeded|InsufficientStorage/.test(code))
    return ['full', `there is no room left (${said}); make some`];
  return ['away', `the storage answers ${said}`];
}

const definite = ({ sessionToken, ...keys }: S3Credentials) => (sessionToken ? { ...keys, sessionToken } : keys);

/** The object of a listing, when it is one of ours. */
function storedIn(xml: string): StoredFile | undefined {
  const sha256 = textIn(xml, 'Key')?.split('/').at(-1) ?? '';
  const since = Date.parse(textIn(xml, 'LastModified') ?? '');
  return isSha256(sha256) ? { sha256, size: Number(textIn(xml, 'Size')), since } : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const textIn = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`)
    .exec(xml)?.[1]
    ?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? '');
