import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** More than Slack ever opens to one app. */
const MAX_CONNECTIONS = 256;

/**
 * Keeps at most `most` connections: the oldest that never brought a whole request makes room for a new one, then the oldest
 * that waits for its next one, never one that is being answered. One who opens many and sends nothing keeps nobody else out.
 */
export function limitConnections(server: Server, most = MAX_CONNECTIONS): void {
  /** In the order in which they were opened. */
  const open = new Map<Socket, IncomingMessage | undefined>();
  /** Those that were answered once. */
  const served = new WeakSet<Socket>();
  server.on('connection', (socket) => {
    open.set(socket, undefined);
    socket.once('close', () => open.delete(socket));
    if (open.size <= most) return;
    const idle = [...open].flatMap(([one, request]) => (request?.complete || one === socket ? [] : [one]));
    const oldest = idle.find((one) => !served.has(one)) ?? idle[0];
    if (!oldest) return;
    open.delete(oldest);
    oldest.destroy();
  });
  server.prependListener('request', (request, response: ServerResponse) => {
    const { socket } = request;
    if (!open.has(socket)) return;
    open.set(socket, request);
    response.once('close', () => {
      if (request.complete) served.add(socket);
      if (open.has(socket)) open.set(socket, undefined);
    });
  });
}
