import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';

/** The largest body we read, bytes; Slack's own are far below one megabyte. */
export const BODY_LIMIT = 2_000_000;
/** How far a request's time may be from ours, seconds (docs: five minutes). Bolt looks at the past only. */
const SKEW = 300;

/**
 * Stands before Bolt's receiver, which falls over a signed body that is no object and takes a form only under its exact
 * content type. Answers 413 and 401 by itself; anything that is not Slack's stays unread.
 */
export function signedRequests(signingSecret: string, receiver: RequestListener): RequestListener {
  return (request, response) => {
    void buffered(request)
      .then((rawBody) => {
        if (rawBody === undefined) return end(response, 413, { connection: 'close' });
        const { 'x-slack-signature': signature, 'x-slack-request-timestamp': time } = request.headers;
        const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
        request.headers['content-type'] = type;
        const body = rawBody.toString();
        if (typeof signature === 'string') {
          const timestamp = Number(time);
          if (!(Math.abs(Date.now() / 1000 - timestamp) <= SKEW)) return end(response, 401);
          const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
          if (!isValidSlackRequest({ signingSecret, body, headers })) return end(response, 401);
          if (!isWhole(type, body)) return end(response, 400);
        }
        receiver(Object.assign(request, { rawBody }), response);
      })
      // Whoever sent it went away half-way.
      .catch(() => response.destroy());
  };
}

/** The body; undefined when it is too large. */
function buffered(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= BODY_LIMIT) return void chunks.push(chunk);
      chunks.length = 0;
      resolve(undefined);
    });
    request.on('end', () => resolve(size <= BODY_LIMIT ? Buffer.concat(chunks) : undefined));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the request was broken off')));
  });
}

/** Whether Bolt will find an object in the body. */
function isWhole(type: string, body: string): boolean {
  const form = type === 'application/x-www-form-urlencoded';
  const payload = form ? new URLSearchParams(body).getAll('payload') : [body];
  // A form without a payload, or with several, is a flat one to Bolt.
  if (form && payload.length !== 1) return true;
  try {
    const value: unknown = JSON.parse(payload[0] ?? '');
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end();
}
