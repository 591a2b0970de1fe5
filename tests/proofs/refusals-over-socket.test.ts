import { refusals } from '../support/refusals.ts';

refusals('socket');
