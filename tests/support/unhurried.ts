import type { Pace } from '../../src/outbox/calls/pace.ts';

/** Stories are played faster than Slack's tiers allow; the sandbox's own limits are off as well. */
export const unhurried: Pace = {
  take: async () => {},
  hold: () => {},
  used: () => ({ calls: {}, holds: {} }),
  begin: () => {},
};
