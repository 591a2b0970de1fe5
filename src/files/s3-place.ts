import type { S3Place } from './s3.ts';
import { FilesProblem } from './storage.ts';

const OPTIONS = ['endpoint', 'region'];
const EXAMPLE = 's3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION';

const wrong = (what: string) => new FilesProblem('refused', `FILES_URL ${what}; write it as ${EXAMPLE}`);

/** Where `s3://bucket/prefix?endpoint=…&region=…` is; Amazon's own without an endpoint. Throws a `FilesProblem`. */
export function s3Place(filesUrl: string): S3Place {
  const url = URL.canParse(filesUrl) ? new URL(filesUrl) : undefined;
  if (!url) throw wrong('is no address');
  if (url.username || url.password)
    throw wrong('has keys in it, which belong into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  const bucket = url.host;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw wrong('names no bucket');
  const unknown = [...url.searchParams.keys()].find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined || url.hash) throw wrong('has options other than endpoint and region');
  const path = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  const region = url.searchParams.get('region') || 'us-east-1';
  if (!/^[\w-]{1,64}$/.test(region)) throw wrong('names no region');
  const endpoint = url.searchParams.get('endpoint');
  return { bucket, prefix: path === '' ? '' : `${path}/`, base: baseOf(bucket, region, endpoint), region };
}

function baseOf(bucket: string, region: string, endpoint: string | null): string {
  // A certificate for every bucket's name covers none with a dot.
  if (!endpoint)
    return bucket.includes('.')
      ? `https://s3.${region}.amazonaws.com/${bucket}`
      : `https://${bucket}.s3.${region}.amazonaws.com`;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !isGuarded(url) || url.search || url.hash)
    throw wrong(
      'has an endpoint that is no https address (http is for this computer, or a name in a network of its own)',
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/${bucket}`;
}

/** What people's documents travel to: encrypted, or not beyond this computer or its containers. */
const isGuarded = ({ protocol, hostname, username, password }: URL): boolean =>
  username === '' &&
  password === '' &&
  (protocol === 'https:' || (protocol === 'http:' && (!hostname.includes('.') || /^127\./.test(hostname))));
