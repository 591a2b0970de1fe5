import { newHex } from '../ids.ts';
import type { Clock } from '../instruments/clock.ts';
import { Refusal } from './refusal.ts';

const LIFETIME_MS = 3000;

/** Whose act it was, and in which client: a tab of the page; '' for people who act without one. */
export interface Origin {
  userId: string;
  client: string;
}

interface Trigger extends Origin {
  issuedAt: number;
  used: boolean;
}

/** Trigger ids: each lives three seconds and opens one view. */
export interface Triggers {
  issue(userId: string, client?: string): string;
  /** Where a live trigger comes from; refuses like Slack when it is unknown, spent or too old. */
  check(id: string): Origin;
  spend(id: string): void;
}

/** An empty book of triggers. */
export function createTriggers(clock: Clock): Triggers {
  const triggers = new Map<string, Trigger>();
  return {
    issue: (userId, client = '') => {
      const id = `${Math.floor(clock.now() / 1000)}${triggers.size}.${Math.floor(clock.now())}.${newHex(16)}`;
      triggers.set(id, { userId, client, issuedAt: clock.now(), used: false });
      return id;
    },
    check: (id) => {
      const trigger = triggers.get(id);
      if (trigger === undefined) throw new Refusal('invalid_trigger_id');
      if (trigger.used) throw new Refusal('exchanged_trigger_id');
      if (clock.now() - trigger.issuedAt > LIFETIME_MS) throw new Refusal('expired_trigger_id');
      return trigger;
    },
    spend: (id) => {
      const trigger = triggers.get(id);
      if (trigger !== undefined) trigger.used = true;
    },
  };
}
