import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** More than Slack ever opens to one app. */
export const MOST_CONNECTIONS = 256;

/**
 * Keeps at most `most` connections: the oldest makes room for a new one, but never one whose request has come in whole
 * and is being answered. Whoever opens many and sends nothing keeps nobody else out.
 */
export function limitConnections(server: Server, most = MOST_CONNECTIONS): void {
  /** In the order in which they were opened. */
  const open = new Map<Socket, IncomingMessage | undefined>();
  server.on('connection', (socket) => {
    open.set(socket, undefined);
    socket.once('close', () => open.delete(socket));
    if (open.size <= most) return;
    for (const [oldest, request] of open) {
      if (request?.complete || oldest === socket) continue;
      open.delete(oldest);
      oldest.destroy();
      return;
    }
  });
  server.prependListener('request', (request, response: ServerResponse) => {
    const { socket } = request;
    if (!open.has(socket)) return;
    open.set(socket, request);
    response.once('close', () => open.has(socket) && open.set(socket, undefined));
  });
}
