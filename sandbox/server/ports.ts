import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Addresses } from './instruments/addresses.ts';
import type { SocketFaults } from './instruments/faults.ts';
import type { JsonObject } from './json.ts';
import type { StoredMessage } from './workspace/entities.ts';
import type { WorkspaceEvent } from './workspace/workspace.ts';

/** What a delivery came to: the app's ack with its body, or the reason why there was none in time. */
export type Outcome =
  | { status: 'acked'; body: unknown; ms: number }
  | { status: 'unanswered'; reason: 'timeout' | 'unreachable' | 'lost' | 'http_error' | 'no_retry' };

/** Something Slack sends to the app. */
export interface Parcel {
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: JsonObject;
  /** Whether Slack reads the body of the ack. */
  acceptsResponse: boolean;
  /** What a human would call it, for logs and complaints. */
  label: string;
  retry?: { attempt: number; reason: string };
}

/** The way from the workspace to the app: interactions once, events until they are acked. */
export interface Delivery {
  /** Delivers what a person did, once. */
  interaction(userId: string, parcel: Parcel): Promise<Outcome>;
  /** Delivers what no client of Slack's would send; nothing is remembered or shown. */
  forged(parcel: Parcel): Promise<Outcome>;
  /** Delivers the person's last interaction again, with the same ids. */
  again(userId: string): Promise<{ parcel: Parcel; outcome: Outcome }>;
  /** Delivers a workspace event if the app subscribed to it and may see it. */
  event(occurred: WorkspaceEvent): void;
  /** Delivers the last event once more, marked as a retry. */
  redeliverEvent(): Promise<void>;
  /** A connection came up: events nobody took are tried again. */
  flush(): void;
}

/** Where a response URL leads: a person in a conversation, and the message it came from. */
export interface Origin {
  userId: string;
  channelId: string;
  message?: StoredMessage;
}

/** Response URLs: five uses within thirty minutes each. */
export interface ResponseUrls {
  issue(origin: Origin): string;
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

/** The addresses, as the delivery sees them. */
export interface Rotation extends Addresses {
  /** How many take payloads. */
  up(): number;
  /** Who takes the next one; undefined when nobody does. */
  next(): string | undefined;
  stop(): void;
}

/** Slack's end of Socket Mode: tickets, hello, envelopes to one connection each, acks, pings, disconnects. */
export interface SocketMode {
  /** An address for one connection; `instance`: who asked for it, where they say so. */
  issueTicket(instance?: string): string;
  upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void;
  send(parcel: Parcel, id: string): Promise<Outcome>;
  connections(): number;
  faults: SocketFaults;
  stop(): void;
}
