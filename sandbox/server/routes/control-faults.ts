import type { Fault } from '../instruments/faults.ts';
import { isObject } from '../json.ts';

const NEEDS: Record<Fault['kind'], { field: string; type: 'number' | 'string' } | undefined> = {
  ratelimited: { field: 'retryAfter', type: 'number' },
  status: { field: 'status', type: 'number' },
  latency: { field: 'ms', type: 'number' },
  error: { field: 'error', type: 'string' },
  hang: undefined,
  lost: undefined,
  cut: undefined,
  html: undefined,
};

/** True when unchecked JSON describes a fault. */
export function isFault(value: unknown): value is Fault {
  if (!isObject(value) || typeof value.kind !== 'string' || !(value.kind in NEEDS)) return false;
  const need = Object.entries(NEEDS).find(([kind]) => kind === value.kind)?.[1];
  return need === undefined || typeof value[need.field] === need.type;
}

/** True for a fault of the Socket Mode connections. */
export function isSocketFault(value: unknown): value is 'refresh' | 'drop' | 'freeze' | 'refuse' {
  return value === 'refresh' || value === 'drop' || value === 'freeze' || value === 'refuse';
}
