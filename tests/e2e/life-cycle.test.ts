import { lifeCycle } from '../support/life-cycle.ts';

// Over http among the proofs.
lifeCycle('socket');
