import type { JsonObject } from '../json.ts';

/** A Web API call with its (redacted) arguments and the answer it was given. */
export interface CallRecord {
  kind: 'call';
  at: number;
  method: string;
  args: JsonObject;
  status: number;
  answer: JsonObject;
  ms: number;
  /** The fault that was injected into this call, if any. */
  fault?: string | undefined;
  /** The instance of the app that called, where it says so. */
  by?: string | undefined;
}

/** Something Slack delivered to the app. */
export interface EnvelopeRecord {
  kind: 'envelope';
  at: number;
  id: string;
  type: string;
  label: string;
  retry: number;
  payload: JsonObject;
}

/** The app's ack, or its absence (`ms` is then how long Slack waited). `dropped`: too large for Slack, which says nothing. */
export interface AckRecord {
  kind: 'ack';
  at: number;
  id: string;
  label: string;
  ms: number;
  outcome: 'acked' | 'late' | 'double' | 'dropped' | 'timeout' | 'unreachable' | 'lost' | 'http_error';
  body: unknown;
  /** The instance of the app that answered, or should have: its name where it says one, else its connection or address. */
  by?: string | undefined;
}

/** Anything else worth a line: connections, uploads, human acts. */
export interface NoteRecord {
  kind: 'note';
  at: number;
  text: string;
}

export type TrafficRecord = CallRecord | EnvelopeRecord | AckRecord | NoteRecord;

/** The log of all traffic between Slack and the app, oldest first. */
export interface Inspector {
  entries: TrafficRecord[];
  calls(method?: string): CallRecord[];
  acks(): AckRecord[];
  envelopes(): EnvelopeRecord[];
  log(record: TrafficRecord): void;
  note(text: string): void;
  subscribe(listener: (record: TrafficRecord) => void): () => void;
}

/** A sandbox that runs for days forgets the oldest traffic. */
const KEPT = 50_000;

const SECRET = /xox[a-z]-[\w-]+|xapp-[\w-]+/g;

/** A copy in which every Slack token is struck out. */
export function redacted<T>(value: T): T {
  const text = JSON.stringify(value);
  return text === undefined ? value : JSON.parse(text.replaceAll(SECRET, '[token]'));
}

/** An empty log. */
export function createInspector(now: () => number): Inspector {
  const entries: TrafficRecord[] = [];
  const listeners = new Set<(record: TrafficRecord) => void>();
  const log = (record: TrafficRecord) => {
    entries.push(record);
    if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
    for (const listener of listeners) listener(record);
  };
  return {
    entries,
    calls: (method) =>
      entries.filter((entry) => entry.kind === 'call').filter((call) => method === undefined || call.method === method),
    acks: () => entries.filter((entry) => entry.kind === 'ack'),
    envelopes: () => entries.filter((entry) => entry.kind === 'envelope'),
    log,
    note: (text) => log({ kind: 'note', at: now(), text }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
