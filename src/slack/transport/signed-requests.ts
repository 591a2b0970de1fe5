import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { isTooDeep } from './nesting.ts';
import { createBodies, type Unread } from './request-bodies.ts';

/** How far a request's time may be from ours, seconds (docs: five minutes). Bolt looks at the past only. */
const SKEW = 300;

/** What is answered to a body that is not read to its end. */
const STATUS = { 'too large': 413, 'too slow': 408, 'no room': 503 } as const satisfies Record<Unread, number>;

/**
 * Stands before Bolt's receiver, which falls over a signed body that is no object and takes a form only under its exact
 * content type. What cannot be Slack's, by its headers, is answered 401 and its body stays unread; so does one that is too
 * large or too slow. A request that was taken already is answered 200 and goes no further: a captured one is worth
 * nothing, and Slack, which repeats only what was not taken, need not ask a third time.
 */
export function signedRequests(signingSecret: string, receiver: RequestListener): RequestListener {
  const bodies = createBodies();
  const seen = createSeenSignatures();
  return (request, response) => {
    const signed = signedBy(request.headers);
    if (!signed) return turnAway(response, 401);
    void bodies
      .read(request)
      .then((rawBody) => {
        if (typeof rawBody === 'string') return turnAway(response, STATUS[rawBody]);
        const { signature, timestamp } = signed;
        const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
        request.headers['content-type'] = type;
        const body = rawBody.toString();
        const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
        if (!isValidSlackRequest({ signingSecret, body, headers })) return end(response, 401);
        if (!isWhole(type, body)) return end(response, 400);
        if (!seen.take(signature, timestamp + SKEW)) return end(response, 200);
        response.once('close', () => {
          const taken = response.writableFinished && response.statusCode < 300;
          if (!taken) seen.forget(signature);
        });
        receiver(Object.assign(request, { rawBody }), response);
      })
      // The sender went away half-way.
      .catch(() => response.destroy());
  };
}

/** Remembered signatures: more than Slack sends one workspace's app in ten minutes; about 20 MB. */
const MAX_SEEN = 100_000;

/** Signatures of requests that were taken: Slack signs each once, so that a second one is a copy. Times in seconds. */
function createSeenSignatures() {
  const seen = new Map<string, number>();
  return {
    /** Remembers a signature until then. False when it is remembered already. */
    take(signature: string, until: number): boolean {
      // They come nearly in the order of their times; what is out of order is kept a little longer.
      for (const [old, end] of seen) {
        if (end >= Date.now() / 1000 && seen.size < MAX_SEEN) break;
        seen.delete(old);
      }
      if (seen.has(signature)) return false;
      seen.set(signature, until);
      return true;
    },
    /** The request was not taken after all: the same one may come again. */
    forget: (signature: string) => void seen.delete(signature),
  };
}

/** What the headers say of who signed the request and when (seconds); undefined when Slack cannot have, or not just now. */
function signedBy(headers: IncomingHttpHeaders): { signature: string; timestamp: number } | undefined {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': time } = headers;
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return undefined;
  if (typeof time !== 'string' || !/^\d{1,12}$/.test(time)) return undefined;
  const timestamp = Number(time);
  return Math.abs(Date.now() / 1000 - timestamp) <= SKEW ? { signature, timestamp } : undefined;
}

/** Whether Bolt will find an object in the body, and nothing nested too deep for it. */
function isWhole(type: string, body: string): boolean {
  const form = type === 'application/x-www-form-urlencoded';
  const payload = form ? new URLSearchParams(body).getAll('payload') : [body];
  // A form without a payload, or with several, is a flat one to Bolt.
  if (form && payload.length !== 1) return true;
  try {
    const json = payload[0] ?? '';
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !isTooDeep(json);
  } catch {
    return false;
  }
}

/** Answers, and closes the connection: nothing more is read from it. */
function turnAway(response: ServerResponse, status: number): void {
  end(response, status, { connection: 'close' });
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end();
}
