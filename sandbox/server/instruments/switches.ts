import type { Addresses } from './addresses.ts';
import type { Fault, Faults } from './faults.ts';

/** A fault that a person can switch on and off on the page. */
interface Switch {
  id: string;
  label: string;
  hint: string;
  fault: Fault | 'refuse';
}

// biome-ignore format: a table reads best as a table
const SWITCHES: readonly Switch[] = [
  { id: 'slow',     label: 'Slow Slack',       hint: 'Every Web API answer takes two seconds',           fault: { kind: 'latency', ms: 2000 } },
  { id: 'limited',  label: 'Rate limit',       hint: 'Every call is answered 429, Retry-After 5',        fault: { kind: 'ratelimited', retryAfter: 5 } },
  { id: 'outage',   label: 'Outage',           hint: 'Every call is answered 503',                       fault: { kind: 'status', status: 503 } },
  { id: 'hang',     label: 'Hanging calls',    hint: 'Calls are never answered',                         fault: { kind: 'hang' } },
  { id: 'lost',     label: 'Lost answers',     hint: 'Calls take effect, their answers never arrive',    fault: { kind: 'lost' } },
  { id: 'refuse',   label: 'No connections',   hint: 'Socket Mode connections are dropped and refused',  fault: 'refuse' },
];

/** The switches of one sandbox. */
export interface Switches {
  list(): { id: string; label: string; hint: string; on: boolean }[];
  /** Throws when there is no such switch. */
  set(id: string, on: boolean): void;
  off(): void;
}

/** Begins the id of an address's switch. */
const OUT = 'out ';

/** Everything switched off. Where the app has several addresses, each of them has a switch as well. */
export function createSwitches(faults: Faults, addresses: Addresses): Switches {
  const on = new Map<string, () => void>();
  const start = ({ fault }: Switch): (() => void) => {
    if (fault !== 'refuse') return faults.on('*', fault);
    faults.socket.refuse(true);
    faults.socket.drop();
    return () => faults.socket.refuse(false);
  };
  const outs = () => {
    const all = addresses.list();
    return all.length < 2 ? [] : all.map(({ url, takenOut }) => ({ url, id: OUT + url, on: takenOut }));
  };
  const set = (id: string, wanted: boolean) => {
    const out = outs().find((one) => one.id === id);
    if (out) return wanted ? addresses.takeOut(out.url) : addresses.putBack(out.url);
    const found = SWITCHES.find((one) => one.id === id);
    if (found === undefined) throw new Error(`There is no switch "${id}"`);
    on.get(id)?.();
    on.delete(id);
    if (wanted) on.set(id, start(found));
  };
  return {
    list: () => [
      ...SWITCHES.map(({ id, label, hint }) => ({ id, label, hint, on: on.has(id) })),
      ...outs().map(({ id, url, on: out }) => ({
        id,
        label: `Take out ${new URL(url).host}`,
        hint: 'This instance gets no new payloads, as while it is restarted',
        on: out,
      })),
    ],
    set,
    off: () => {
      for (const id of [...on.keys(), ...outs().map((out) => out.id)]) set(id, false);
    },
  };
}
