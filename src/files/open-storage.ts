import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderStorage } from './folder.ts';
import { type S3Credentials, s3Storage } from './s3.ts';
import { s3Place } from './s3-place.ts';
import { type FileStorage, FilesProblem } from './storage.ts';

const EXAMPLES = 'file:./data/files for a folder, s3://BUCKET/PREFIX?region=REGION for a bucket';

/**
 * The storage that FILES_URL names; `credentials`: for S3. Throws a `FilesProblem` that repeats nothing of an address of another
 * kind.
 */
export function openStorage(filesUrl: string, credentials?: S3Credentials): FileStorage {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(filesUrl)?.[1]?.toLowerCase();
  if (scheme === 'file') return folderStorage(folderOf(filesUrl));
  if (scheme !== 's3')
    throw new FilesProblem(
      'refused',
      scheme === undefined
        ? `FILES_URL does not begin with "file:" or "s3:"; set it to one of these, or to "none": ${EXAMPLES}`
        : `FILES_URL begins with "${scheme}:", which is unknown; set it to one of these, or to "none": ${EXAMPLES}`,
    );
  const place = s3Place(filesUrl);
  if (!credentials)
    throw new FilesProblem(
      'refused',
      'FILES_URL names a bucket, and AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing: set both',
    );
  return s3Storage(place, credentials);
}

/** What other S3 clients read of the environment as well. */
type S3Environment = Readonly<
  Partial<Record<'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN', string | undefined>>
>;

/** The keys to S3 in the environment; undefined unless both are there. */
export function credentialsIn(environment: S3Environment): S3Credentials | undefined {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  const keys = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return { ...keys, ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}) };
}

function folderOf(filesUrl: string): string {
  const path = filesUrl.slice('file:'.length);
  if (/[?#]/.test(path))
    throw new FilesProblem('refused', `FILES_URL has options after its folder, which are not supported; ${EXAMPLES}`);
  if (path.replaceAll('/', '') === '')
    throw new FilesProblem('refused', `FILES_URL names no folder of its own; ${EXAMPLES}`);
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(filesUrl);
  } catch (cause) {
    throw new FilesProblem('refused', 'FILES_URL is not a valid file address (one slash or three, not two)', { cause });
  }
}
