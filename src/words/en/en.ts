import { command } from './command.ts';
import { order } from './order.ts';
import { refusal } from './refusal.ts';
import { reply } from './reply.ts';

/** English: the source of every other catalogue, and their type. */
export const en = { command, order, refusal, reply } as const;
