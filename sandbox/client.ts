import type { Grants } from './server/access/grants.ts';
import type { Person } from './server/acts.ts';
import type { Admin } from './server/changes/admin.ts';
import type { Addresses } from './server/instruments/addresses.ts';
import type { Complaint } from './server/instruments/complaints.ts';
import type { Fault } from './server/instruments/faults.ts';
import type { TrafficRecord } from './server/instruments/inspector.ts';
import type { ChannelSummary, FileSummary } from './server/shown/channel-summary.ts';

type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : T[K];
};

/** A person whose every act is a request to the sandbox; the same methods as `Person`, all of them asynchronous. */
export type RemotePerson = Remote<Person>;

/** What the sandbox looks like from another process. */
export interface RemoteState {
  team: { id: string; name: string };
  people: { key: string; id: string; name: string; locale: string }[];
  channels: ChannelSummary[];
  files: FileSummary[];
  complaints: Complaint[];
  pending: number;
}

type Answer<T> = { ok: true; result: T } | { ok: false; error: string };

/** A sandbox that runs in another process. */
export interface RemoteSandbox {
  people: Record<string, RemotePerson>;
  admin: Remote<Admin>;
  grants: Remote<Grants>;
  addresses: Remote<Addresses>;
  state(): Promise<RemoteState>;
  env(): Promise<Record<string, string>>;
  complaints(): Promise<Complaint[]>;
  traffic(from?: number): Promise<TrafficRecord[]>;
  fault(on: string, fault: Fault, times?: number): Promise<void>;
  socketFault(fault: 'refresh' | 'drop' | 'freeze' | 'refuse', argument?: number | boolean): Promise<void>;
  clearFaults(): Promise<void>;
  advanceClock(ms: number): Promise<void>;
  connected(count?: number): Promise<void>;
  idle(): Promise<void>;
}

const ACTS = [
  'command',
  'shortcut',
  'messageShortcut',
  'openHome',
  'home',
  'press',
  'doublePress',
  'choose',
  'modal',
  'topModal',
  'fill',
  'submit',
  'closeModal',
  'back',
  'errors',
  'say',
  'messages',
  'directMessages',
  'ephemerals',
  'notifications',
  'channels',
  'setLanguage',
  'redeliverLast',
  'screen',
] as const satisfies readonly (keyof Person)[];

const ADMIN_ACTS = [
  'createChannel',
  'archiveChannel',
  'unarchiveChannel',
  'renameChannel',
  'deleteChannel',
  'inviteTo',
  'removeFrom',
  'kickApp',
  'inviteApp',
  'changePerson',
] as const satisfies readonly (keyof Admin)[];

const GRANT_ACTS = [
  'revokeToken',
  'restoreToken',
  'reinstall',
  'grant',
  'withdraw',
  'refusalOf',
] as const satisfies readonly (keyof Grants)[];

const ADDRESS_ACTS = ['set', 'list', 'takeOut', 'putBack'] as const satisfies readonly (keyof Addresses)[];

/** Stubs of the named acts; every one of them asks the sandbox. */
function stubs(acts: readonly string[], call: (act: string, args: unknown[]) => Promise<unknown>): object {
  return Object.fromEntries(acts.map((act) => [act, (...args: unknown[]) => call(act, args)]));
}

const isPerson = (value: object): value is RemotePerson => ACTS.every((act) => act in value);
const isGrants = (value: object): value is Remote<Grants> => GRANT_ACTS.every((act) => act in value);
const isAddresses = (value: object): value is Remote<Addresses> => ADDRESS_ACTS.every((act) => act in value);
const isAdmin = (value: object): value is Remote<Admin> => ADMIN_ACTS.every((act) => act in value);

/** Connects to a sandbox by its address, e.g. http://127.0.0.1:4000; rejects when there is none. */
export async function connectSandbox(address: string): Promise<RemoteSandbox> {
  const ask = async <T>(door: string, body?: unknown): Promise<T> => {
    const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(encoded(body)) };
    const response = await fetch(new URL(`/sandbox/${door}`, address), request);
    const answer: Answer<T> = JSON.parse(await response.text(), revive);
    if (!answer.ok) throw new Error(answer.error);
    return answer.result;
  };
  const state = () => ask<RemoteState>('state');
  const people: Record<string, RemotePerson> = {};
  for (const { key, id, name } of (await state()).people) {
    const call = async (act: string, args: unknown[]) => (await ask(`people/${key}/${act}`, args)) ?? undefined;
    const person = { id, name, ...stubs(ACTS, call) };
    if (isPerson(person)) people[key] = person;
  }
  const admin = stubs(ADMIN_ACTS, (act, args) => ask('admin', { act, args }));
  if (!isAdmin(admin)) throw new Error('The admin acts are incomplete');
  const grants = stubs(GRANT_ACTS, (act, args) => ask('grants', { act, args }));
  if (!isGrants(grants)) throw new Error('The acts on grants are incomplete');
  const addresses = stubs(ADDRESS_ACTS, (act, args) => ask('addresses', { act, args }));
  if (!isAddresses(addresses)) throw new Error('The acts on addresses are incomplete');
  return {
    people,
    admin,
    grants,
    addresses,
    state,
    env: () => ask('env'),
    complaints: () => ask('complaints'),
    traffic: (from = 0) => ask(`inspector?from=${from}`),
    fault: (on, fault, times) => ask('faults', { on, fault, times }),
    socketFault: (socket, argument) => ask('faults', { socket, argument }),
    clearFaults: () => ask('faults', { clear: true }),
    advanceClock: (advance) => ask('clock', { advance }),
    connected: (count) => ask('connected', { count }),
    idle: () => ask('idle', {}),
  };
}

/** Bytes, patterns and dates in a form that JSON can carry. */
function encoded(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof RegExp) return { $pattern: value.source, $flags: value.flags };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(encoded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encoded(one)]));
}

function revive(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  return Buffer.from(String(value.$bytes), 'base64');
}
