import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LiveMessage, TrafficLine } from '../../ui/contract.ts';
import type { World } from '../world.ts';
import { isForeign } from './foreign.ts';
import { trafficLine } from './traffic.ts';

/** Changes that come in quick succession are told once. Milliseconds. */
const COALESCE_MS = 25;
/** Traffic that a newly opened inspector is shown. */
const BACKLOG = 200;
const MESSAGE_MAX = 1024;

/** The page's live connections: a word whenever something has changed, and the traffic for who wants it. */
export interface Live {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

/** Listens to the workspace and to the inspector; a WebSocket a tab (browsers allow six other connections in all). */
export function createLive({ workspace, inspector }: Pick<World, 'workspace' | 'inspector'>): Live {
  const server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_MAX });
  const curious = new Set<WebSocket>();
  let due: NodeJS.Timeout | undefined;
  let seen = 0;
  let lines: TrafficLine[] = [];
  const tell = (sockets: Iterable<WebSocket>, message: LiveMessage) => {
    const text = JSON.stringify(message);
    for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.send(text);
  };
  const flush = () => {
    due = undefined;
    tell(server.clients, { type: 'change' });
    if (lines.length > 0) tell(curious, { type: 'traffic', lines });
    lines = [];
  };
  const soon = () => {
    if (server.clients.size > 0) due ??= setTimeout(flush, COALESCE_MS);
  };
  workspace.on('change', soon);
  const unsubscribe = inspector.subscribe((record) => {
    seen += 1;
    if (curious.size === 0) return;
    lines.push(trafficLine(record, seen));
    soon();
  });
  server.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    socket.on('close', () => curious.delete(socket));
    socket.on('message', () => {
      if (curious.has(socket)) return;
      curious.add(socket);
      const last = inspector.entries.slice(-BACKLOG);
      const first = seen - last.length;
      tell([socket], { type: 'traffic', lines: last.map((record, at) => trafficLine(record, first + at + 1)) });
    });
  });
  return {
    upgrade: (request, raw, head) => {
      if (isForeign(request) || request.headers.origin === undefined) {
        raw.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, raw, head, (socket) => server.emit('connection', socket, request));
    },
    stop: () => {
      clearTimeout(due);
      workspace.off('change', soon);
      unsubscribe();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
