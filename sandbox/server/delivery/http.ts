import { createHmac } from 'node:crypto';
import { isObject, type JsonObject, parseJson, stringOf } from '../json.ts';
import type { Outcome, Parcel } from '../ports.ts';
import type { World } from '../world.ts';
import { watchAck } from './ack-watch.ts';

/** How long a tardy app is still listened to, to tell "late" from "never". */
const TIMEOUT_MS = 10_000;

/** Slack's words for why an event comes again over HTTP. */
const REASONS: Record<string, string> = { timeout: 'http_timeout' };

/** Signs a body as Slack does: `v0=` and the HMAC of `v0:timestamp:body`. */
export function signature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** The answer's header in which an instance of the app says its name. */
const INSTANCE = 'x-served-by';

/** Sends a parcel to the app's request URL, or one of its addresses, signed; a 2xx answer in time is the ack. */
export function sendOverHttp(world: World, parcel: Parcel, id: string): Promise<Outcome> {
  const { addresses } = world;
  const address = addresses.next();
  const watch = watchAck(world, id, parcel, address === undefined ? undefined : new URL(address).host);
  if (address === undefined) {
    // A load balancer that has nobody left answers by itself, with a 503.
    watch.failed(addresses.list().length > 0 ? 'http_error' : 'unreachable', false);
    return watch.outcome;
  }
  const { body, type } = encoded(parcel);
  const timestamp = world.workspace.seconds();
  const retry = parcel.retry && parcel.retry.attempt > 0 ? parcel.retry : undefined;
  const headers = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(world.secrets.signingSecret, timestamp, body),
    ...(retry
      ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': REASONS[retry.reason] ?? retry.reason }
      : {}),
  };
  fetch(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
    .then(async (response) => {
      const text = await response.text();
      const by = response.headers.get(INSTANCE)?.slice(0, 60);
      if (!response.ok) {
        return watch.failed(response.headers.get('x-slack-no-retry') === '1' ? 'no_retry' : 'http_error', true, by);
      }
      watch.answered(answerBody(response.headers.get('content-type') ?? '', text), by);
    })
    .catch(() => watch.failed('lost', false));
  return watch.outcome;
}

function answerBody(type: string, text: string): unknown {
  if (text === '') return undefined;
  const json = type.includes('json') ? parseJson(text) : undefined;
  return json ?? text;
}

function encoded(parcel: Parcel): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded';
  if (parcel.type === 'events_api') return { body: JSON.stringify(parcel.payload), type: 'application/json' };
  if (parcel.type === 'interactive') {
    return { body: new URLSearchParams({ payload: JSON.stringify(parcel.payload) }).toString(), type: form };
  }
  return { body: new URLSearchParams(flat(parcel.payload)).toString(), type: form };
}

function flat(payload: JsonObject): Record<string, string> {
  const entries = Object.entries(payload).map(([key, value]) => [
    key,
    isObject(value) ? JSON.stringify(value) : (stringOf(value) ?? ''),
  ]);
  return Object.fromEntries(entries);
}
