import { refusals } from '../support/refusals.ts';

/** The same over sockets is among the proofs. */
refusals('http');
