import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { isTooDeep } from './nesting.ts';
import { BODY_LIMIT } from './request-bodies.ts';

/** What Slack sends over the socket that is not for the app but for the connection. */
const FOR_THE_CONNECTION = new Set(['hello', 'disconnect']);
/** Envelopes that the SDK emits under these names, where nobody listens: they go on as they came. */
const HARMLESS = new Set(['interactive', 'slash_commands']);

/**
 * Stands between the socket and the SDK, and never throws. The SDK emits an event under whatever name stands in a message:
 * `error` or a name of its own would end the process or the connection, and a message that is no object is a fault nobody
 * catches. Envelopes are given on under one harmless name; the receiver looks only at the payload. A message that is too
 * large, too deep or no message is passed over; the envelope of one that is only too deep is given on empty, so that it is
 * acked with a refusal like everything that we do not understand.
 */
export function hearSafely({ client }: Pick<SocketModeReceiver, 'client'>, log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  const passOver = (fields: { event: string; characters?: number }, what: string) =>
    log.warn(fields, `${what} came over the socket; it was ignored`);
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const text = isBinary ? undefined : textOf(data);
    if (text !== undefined && text.length > BODY_LIMIT)
      return passOver({ event: 'socket.too_large', characters: text.length }, 'a message that is too large');
    const message = text === undefined ? undefined : parsed(text);
    if (text === undefined || !message) return passOver({ event: 'socket.no_message' }, 'something that is no message');
    const ours = typeof message.type === 'string' && FOR_THE_CONNECTION.has(message.type);
    if (!ours && typeof message.envelope_id !== 'string')
      return passOver({ event: 'socket.no_envelope' }, 'a message without an envelope');
    const deep = isTooDeep(text);
    if (deep) log.warn({ event: 'socket.too_deep' }, 'rejected a socket message that is nested too deeply');
    const { type, envelope_id } = message;
    const whole = deep ? { envelope_id, payload: {} } : message;
    const known = typeof type === 'string' && HARMLESS.has(type) && !deep;
    const safe = known ? text : JSON.stringify(ours ? { type } : { ...whole, type: 'envelope' });
    for (const listener of listeners) listener.call(client, safe, false);
  });
}

function textOf(data: unknown): string | undefined {
  return typeof data === 'string' ? data : data instanceof Uint8Array ? new TextDecoder().decode(data) : undefined;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
