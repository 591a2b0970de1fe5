import { type IncomingHttpHeaders, request } from 'node:http';

/** Where the pages for people outside Slack are published in tests. */
export const PUBLIC_URL = 'https://orders.example.com';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Asks the app at this port as somebody does who was led to `PUBLIC_URL`. */
export const ask = (
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { host: new URL(PUBLIC_URL).host, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
            bytes: Buffer.concat(chunks),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

/** From another address each time, as many people are. */
export const from = (n: number): Readonly<Record<string, string>> => ({
  'x-forwarded-for': `198.51.${Math.floor(n / 250) % 250}.${n % 250}`,
});

/** What a page says, without its markup. */
export const shownIn = ({ text }: Pick<Answered, 'text'>): string =>
  text
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replaceAll(/<span class="whole">([^<]*)<\/span>/g, '$1')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A hand, as the page sends it. */
export const DRAWING = 'M40 120L80 40L120 150L160 60M200 100L300 90L380 130';

/** What somebody fills in there, with a drawing; the version is read from the page. */
export const filled = (page: Pick<Answered, 'text'>, changes: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    version: /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '',
    ...{ name: 'Peter Jensen', position: 'Facility manager', reservations: '' },
    ...{ how: 'drawn', drawing: DRAWING, consent: 'yes' },
    ...changes,
  }).toString();

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
