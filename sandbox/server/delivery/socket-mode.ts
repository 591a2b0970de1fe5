import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { newHex } from '../ids.ts';
import { isObject, type JsonObject, objectOf, parseJson, stringOf } from '../json.ts';
import type { Parcel, SocketMode } from '../ports.ts';
import type { World } from '../world.ts';
import { type AckWatch, watchAck } from './ack-watch.ts';

const CONNECTIONS_MAX = 10;
const PING_MS = 10_000;
/** Bytes of an answer (the whole frame) that Slack drops without a word; HTTP has no such limit (slack-go/slack#1196). */
const ANSWER_DROPPED = 20_480;
/** How many envelopes are remembered to tell a second ack from an unknown one. */
const ACKS_KEPT = 5000;

interface Connection {
  /** The instance at the other end, where it says its name, else the connection's number. */
  name: string;
  socket: WebSocket;
  raw: Duplex;
  open: boolean;
  /** The sandbox itself ended or froze it: what is lost with it is not the app's fault. */
  faulted: boolean;
  /** Nothing gets through any more, either way. */
  frozen: boolean;
  watches: Map<string, AckWatch>;
}

/** Waits for connections; they come with a ticket from apps.connections.open. */
export function createSocketMode(world: () => World): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  /** Each with the name of the instance that asked for it. */
  const tickets = new Map<string, string | undefined>();
  const connections = new Set<Connection>();
  let refusals: number | boolean = 0;
  let renewNext = false;
  const live = () => [...connections].filter((connection) => connection.open);
  const acks = new Map<string, AckWatch>();
  let opened = 0;

  const accept = (socket: WebSocket, raw: Duplex, instance: string | undefined) => {
    opened += 1;
    const name = instance ?? `connection ${opened}`;
    const connection: Connection = { name, socket, raw, open: true, faulted: false, frozen: false, watches: new Map() };
    connections.add(connection);
    const pings = setInterval(
      () => connection.open && !connection.frozen && socket.ping(`Ping from sandbox ${Date.now()}`),
      PING_MS,
    );
    pings.unref();
    socket.on('message', (data) => receive(world(), acks, data, name));
    socket.on('error', () => {});
    socket.on('close', (code) => {
      clearInterval(pings);
      end(connection);
      connections.delete(connection);
      world().inspector.note(`Socket Mode: ${name} closed (${code})`);
      world().workspace.changed();
    });
    socket.send(JSON.stringify(hello(world(), live().length)));
    world().inspector.note(`Socket Mode: ${name} said hello`);
    world().workspace.changed();
    world().delivery.flush();
  };

  const end = (connection: Connection) => {
    connection.open = false;
    for (const watch of connection.watches.values()) watch.failed('lost', !connection.faulted);
    connection.watches.clear();
  };

  const renew = (connection: Connection) => {
    connection.faulted = true;
    connection.socket.send(JSON.stringify(disconnect('warning')));
    connection.socket.send(JSON.stringify(disconnect('refresh_requested')));
    connection.open = false;
    setTimeout(() => connection.socket.close(1000), 1000).unref();
  };

  /** What Slack does with an eleventh: it gets no hello, but is told why, and closed. */
  const turnAway = (socket: WebSocket) => {
    world().inspector.note(`Socket Mode: a connection was turned away, ${connections.size} are open`);
    socket.on('error', () => {});
    socket.send(JSON.stringify(disconnect('too_many_websockets')));
    socket.close(1000);
  };

  const refused = () => {
    if (typeof refusals === 'boolean') return refusals;
    refusals -= 1;
    return refusals >= 0;
  };

  return {
    issueTicket: (instance) => {
      const ticket = newHex(16);
      tickets.set(ticket, instance);
      const { url, appId } = world().workspace;
      return `${url.replace(/^http/, 'ws')}link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade: (request, raw, head) => {
      const ticket = new URL(request.url ?? '', 'http://localhost').searchParams.get('ticket') ?? '';
      const reject = (line: string) => raw.end(`HTTP/1.1 ${line}\r\nConnection: close\r\n\r\n`);
      const instance = tickets.get(ticket);
      if (!tickets.delete(ticket)) return void reject('403 Forbidden');
      if (refused()) return void reject('503 Service Unavailable');
      server.handleUpgrade(request, raw, head, (socket) => {
        // One that is about to end counts until it is closed.
        if (connections.size >= CONNECTIONS_MAX) turnAway(socket);
        else accept(socket, raw, instance);
      });
    },
    send: (parcel, id) => {
      const candidates = live();
      const chosen = candidates[candidates.length > 0 ? world().faults.chosen(candidates.length) : 0];
      const watch = watchAck(world(), id, parcel, chosen?.name);
      if (chosen === undefined) {
        watch.failed('unreachable', false);
        return watch.outcome;
      }
      acks.set(id, watch);
      const [oldest] = acks.keys();
      if (acks.size > ACKS_KEPT && oldest !== undefined) acks.delete(oldest);
      chosen.watches.set(id, watch);
      watch.outcome.then(() => chosen.watches.delete(id)).catch(() => {});
      if (!chosen.frozen) chosen.socket.send(JSON.stringify(envelope(id, parcel)));
      // Slack waits in vain, and nobody is to blame.
      else setTimeout(() => watch.failed('lost', false), world().timing.ackMs - 50).unref();
      if (renewNext) renew(chosen);
      renewNext = false;
      return watch.outcome;
    },
    connections: () => live().length,
    faults: {
      refresh: (most) => {
        for (const connection of live().slice(0, most)) renew(connection);
      },
      refreshAfterNext: () => {
        renewNext = true;
      },
      drop: () => {
        for (const connection of live()) {
          connection.faulted = true;
          end(connection);
          connection.raw.destroy();
        }
      },
      freeze: (ms) => {
        for (const connection of live()) {
          connection.faulted = true;
          connection.frozen = true;
          connection.raw.pause();
          const drop = () => {
            end(connection);
            connection.raw.destroy();
          };
          setTimeout(drop, ms).unref();
        }
      },
      refuse: (times) => {
        refusals = times;
      },
      say: (text) => live()[0]?.socket.send(text),
    },
    stop: () => {
      for (const connection of connections) connection.faulted = true;
      for (const socket of server.clients) {
        socket.close(1000);
        setTimeout(() => socket.terminate(), 300).unref();
      }
      server.close();
    },
  };
}

function envelope(id: string, parcel: Parcel): JsonObject {
  const retry = { retry_attempt: parcel.retry?.attempt ?? 0, retry_reason: parcel.retry?.reason ?? '' };
  return {
    envelope_id: id,
    type: parcel.type,
    accepts_response_payload: parcel.acceptsResponse,
    payload: parcel.payload,
    ...(parcel.type === 'events_api' ? retry : {}),
  };
}

function receive(world: World, acks: Map<string, AckWatch>, data: RawData, by: string): void {
  const text = String(data);
  const message = parseJson(text);
  const id = stringOf(objectOf(message).envelope_id);
  const watch = id === undefined ? undefined : acks.get(id);
  if (!isObject(message) || watch === undefined) {
    world.complaints.raise(
      'bad_ack',
      `The app sent something that is no ack of a known envelope: ${text.slice(0, 200)}`,
    );
    return;
  }
  const bytes = Buffer.byteLength(text);
  if (bytes >= ANSWER_DROPPED) watch.dropped(bytes, message.payload, by);
  else watch.answered(message.payload, by);
}

function hello(world: World, count: number): JsonObject {
  const debug = {
    host: 'applink-sandbox',
    started: new Date().toISOString(),
    build_number: 1,
    approximate_connection_time: 18060,
  };
  return {
    type: 'hello',
    connection_info: { app_id: world.workspace.appId },
    num_connections: count,
    debug_info: debug,
  };
}

const disconnect = (reason: string): JsonObject => ({
  type: 'disconnect',
  reason,
  debug_info: { host: 'applink-sandbox' },
});
