import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A claimer's name in the leases. Two outboxes never share one. */
export interface LeaseOwner {
  readonly name: string;
  /** Whether this other claimer is gone for certain. One that cannot be judged is left to the end of its leases. */
  isDead(other: string): boolean;
  /** Nothing will be claimed under this name any more. */
  end(): void;
}

/** The outboxes that live in this process. */
const living = new Set<string>();

/** A name for a new claimer: where its process runs, which process it is, and a random part. */
export function leaseOwner(): LeaseOwner {
  const name = [place(), process.pid, startOf(process.pid) ?? '', randomBytes(6).toString('hex')].join(':');
  living.add(name);
  return {
    name,
    isDead(other) {
      const [where, pid, start] = other.split(':');
      // Process ids of another machine or container say nothing here, whatever it is called.
      if (where !== place() || living.has(other)) return false;
      if (Number(pid) === process.pid && start === (startOf(process.pid) ?? '')) return true;
      return !runs(Number(pid), start ?? '');
    },
    end: () => void living.delete(name),
  };
}

/** Where process ids mean the same: host name, boot, and on Linux the container (its process id namespace). */
function place(): string {
  const parts = [hostname(), read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')), namespace()];
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 12);
}

const namespace = () => read(() => readlinkSync('/proc/self/ns/pid'));

/** When a process began, in Linux's own count since boot: a process id that was given again has another. */
const startOf = (pid: number): string | undefined =>
  read(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  }) || undefined;

function runs(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
  const now = startOf(pid);
  return start === '' || now === undefined || now === start;
}

function read(work: () => string): string {
  try {
    return work();
  } catch {
    return '';
  }
}
