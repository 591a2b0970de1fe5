import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';

/** What Slack sends over the socket that is not for the app but for the connection. */
const FOR_THE_CONNECTION = new Set(['hello', 'disconnect']);

/**
 * Stands between the socket and the SDK. The SDK emits an event under whatever name stands in a message: `error` or a
 * name of its own would end the process or the connection, and a message that is no object is a fault nobody catches.
 * Envelopes are given on under one harmless name; the receiver looks only at the payload.
 */
export function hearSafely({ client }: SocketModeReceiver, log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const message = isBinary ? undefined : parsed(data);
    if (!message) return log.warn('something that is no message came over the socket; it is passed over');
    const ours = typeof message.type === 'string' && FOR_THE_CONNECTION.has(message.type);
    if (!ours && typeof message.envelope_id !== 'string')
      return log.warn('a message without an envelope came over the socket; it is passed over');
    const safe = JSON.stringify(ours ? message : { ...message, type: 'envelope' });
    for (const listener of listeners) listener.call(client, safe, false);
  });
}

function parsed(data: unknown): Record<string, unknown> | undefined {
  try {
    const text = typeof data === 'string' ? data : data instanceof Uint8Array ? new TextDecoder().decode(data) : '';
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
