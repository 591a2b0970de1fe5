import { overtaken } from '../support/overtaken.ts';

/** The same over HTTP is among the proofs. */
overtaken('socket');
