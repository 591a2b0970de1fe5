import { afterCall, killedAt } from '../support/killed.ts';

/** One; tests/proofs/kill.test.ts has more, kill-sweep.test.ts all of them. */
killedAt(afterCall('conversations.create', 1));
