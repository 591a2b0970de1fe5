import { randomInt } from 'node:crypto';
import type { JsonObject } from '../json.ts';

/** What can go wrong with a Web API call or an upload. */
export type Fault =
  | { kind: 'ratelimited'; retryAfter: number; headerless?: boolean }
  | { kind: 'status'; status: number; body?: string }
  | { kind: 'hang' }
  | { kind: 'lost' }
  | { kind: 'cut' }
  | { kind: 'latency'; ms: number }
  | { kind: 'error'; error: string }
  | { kind: 'html' };

/** What a hook is told about the call it stands beside. */
export interface HookCall {
  method: string;
  args: JsonObject;
  answer?: JsonObject;
  /** The instance of the app that calls, where it says so. */
  by?: string | undefined;
}

export type Hook = (call: HookCall) => void | Promise<void>;

/** Says which fault a call is to meet, if any. */
export type Picker = (call: HookCall) => Fault | undefined | Promise<Fault | undefined>;

/** Chooses one of so many, counted from 0. */
export type Choice = (among: number) => number;

/** An ack of the app: what it answers to. `by`: which instance, by its name, connection or address. */
interface Ack {
  label: string;
  payload: JsonObject;
  by?: string | undefined;
}

/** Control over the Socket Mode connections. */
export interface SocketFaults {
  /** Slack's periodic renewal of `most` connections (all): warning, `refresh_requested`, then the link is closed. */
  refresh(most?: number): void;
  /** Renews the connection that takes the next payload right after it: the app has no link left to ack over. */
  refreshAfterNext(): void;
  /** The link goes dead without a close frame. */
  drop(): void;
  /** The links go silent both ways, as when a network breaks; after so many milliseconds Slack notices and drops them. */
  freeze(ms: number): void;
  /** Refuses so many new connections; true refuses all until false. */
  refuse(times: number | boolean): void;
  /** Sends just this text over the first live connection, whatever it is. */
  say(text: string): void;
}

/** Switches for everything Slack can do wrong. */
export interface Faults {
  /**
   * Injects a fault into calls of a method ('*' for all of the Web API, 'upload' for the upload URL, 'download' for the
   * files that people brought, 'response_url') for which `when` holds; returns how to take it back. 'share' stands for the
   * sharing that Slack does by itself after files.completeUploadExternal has answered ok: any fault of it keeps the file
   * out of the channel for good, `latency` puts it in so much later.
   */
  on(method: string, fault: Fault, options?: { times?: number; when?: (args: JsonObject) => boolean }): () => void;
  clear(): void;
  take(method: string, args?: JsonObject): Fault | undefined;
  /** Asks before every call (and upload) which fault this very one is to meet, until `clear`. */
  pick(picker: Picker): void;
  /** What the pickers say of this call; the first fault named counts. */
  picked(call: HookCall): Promise<Fault | undefined>;
  /** Runs the hook before a call has any effect; `nth` picks one call, counted from 1. */
  before(method: string, hook: Hook, options?: { nth?: number }): void;
  /** Runs the hook after the effect and before the answer is sent. */
  after(method: string, hook: Hook, options?: { nth?: number }): void;
  /**
   * Acks that are lost on their way: those for which `which` holds until `clear`, or the next so many. The app has done
   * its work, and the person sees that Slack had trouble.
   */
  loseAcks(which: number | ((ack: Ack) => boolean)): void;
  ackLost(ack: Ack): boolean;
  /** Runs the hook when an ack of the app has arrived. */
  afterAck(hook: (ack: Ack) => void | Promise<void>): void;
  run(when: 'before' | 'after', call: HookCall): Promise<void>;
  runAfterAck(ack: Ack): Promise<void>;
  /**
   * Chooses who takes each payload, until `clear`: one of so many connections that are up (the oldest first) or addresses
   * in rotation (as they were given). Without a choice it is any of them, as at Slack.
   */
  route(choice?: Choice): void;
  /** Who takes the next payload. */
  chosen: Choice;
  /**
   * Delivers each payload (for which `which` holds) twice at the same time, as a network does that repeats itself, until
   * `clear`. Each goes where `route` says; what the app answers to the second, nobody reads.
   */
  twice(which?: (payload: Ack) => boolean): void;
  comesTwice(payload: Ack): boolean;
  socket: SocketFaults;
  /** Delivers the last event once more, with the same event_id and a retry mark. */
  redeliver(): Promise<void>;
  attach(parts: { socket?: SocketFaults; redeliver?: () => Promise<void> }): void;
}

interface Armed {
  method: string;
  fault: Fault;
  left: number;
  when: (args: JsonObject) => boolean;
}

interface ArmedHook {
  when: 'before' | 'after';
  method: string;
  hook: Hook;
  nth: number | undefined;
  seen: number;
}

/** At other hosts of Slack's, or what Slack does by itself: these are in trouble only when they are named. */
const ELSEWHERE: ReadonlySet<string> = new Set(['response_url', 'download', 'share']);

const noSocket: SocketFaults = {
  refresh: () => {},
  refreshAfterNext: () => {},
  drop: () => {},
  freeze: () => {},
  refuse: () => {},
  say: () => {},
};

/** No faults yet; `any` chooses where no fault does. */
export function createFaults(any: Choice = randomInt): Faults {
  let choose = any;
  let armed: Armed[] = [];
  let hooks: ArmedHook[] = [];
  let pickers: Picker[] = [];
  let ackHooks: ((ack: Ack) => void | Promise<void>)[] = [];
  let doubled: ((payload: Ack) => boolean) | undefined;
  let ackLosers: ((ack: Ack) => boolean)[] = [];
  let redeliver = async () => {};
  const matches = (wanted: string, method: string) => wanted === method || (wanted === '*' && !ELSEWHERE.has(method));
  const arm =
    (when: 'before' | 'after') =>
    (method: string, hook: Hook, options: { nth?: number } = {}) => {
      hooks.push({ when, method, hook, nth: options.nth, seen: 0 });
    };
  const faults: Faults = {
    on: (method, fault, options = {}) => {
      const { times = Number.POSITIVE_INFINITY, when = () => true } = options;
      const one = { method, fault, left: times, when };
      armed.push(one);
      return () => {
        armed = armed.filter((other) => other !== one);
      };
    },
    clear: () => {
      armed = [];
      hooks = [];
      pickers = [];
      ackHooks = [];
      ackLosers = [];
      doubled = undefined;
      faults.socket.refuse(false);
      faults.route();
    },
    take: (method, args = {}) => {
      const found = armed.find((one) => matches(one.method, method) && one.when(args));
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) armed = armed.filter((one) => one !== found);
      return found.fault;
    },
    pick: (picker) => {
      pickers.push(picker);
    },
    picked: async (call) => {
      for (const picker of pickers) {
        const fault = await picker(call);
        if (fault) return fault;
      }
      return undefined;
    },
    before: arm('before'),
    after: arm('after'),
    loseAcks: (which) => {
      let left = typeof which === 'number' ? which : 0;
      ackLosers.push(typeof which === 'number' ? () => left-- > 0 : which);
    },
    ackLost: (ack) => ackLosers.some((lost) => lost(ack)),
    afterAck: (hook) => {
      ackHooks.push(hook);
    },
    run: async (when, call) => {
      for (const one of hooks.filter((hook) => hook.when === when && matches(hook.method, call.method))) {
        one.seen += 1;
        if (one.nth === undefined || one.nth === one.seen) await one.hook(call);
      }
    },
    runAfterAck: async (ack) => {
      for (const hook of ackHooks) await hook(ack);
    },
    route: (choice = any) => {
      choose = choice;
    },
    chosen: (among) => choose(among),
    twice: (which = () => true) => {
      doubled = which;
    },
    comesTwice: (payload) => doubled?.(payload) === true,
    socket: noSocket,
    redeliver: () => redeliver(),
    attach: (parts) => {
      if (parts.socket) faults.socket = parts.socket;
      if (parts.redeliver) redeliver = parts.redeliver;
    },
  };
  return faults;
}
