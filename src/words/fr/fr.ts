import { translation } from '../translation.ts';
import { command } from './command.ts';
import { order } from './order.ts';
import { refusal } from './refusal.ts';
import { reply } from './reply.ts';

export const fr = translation({ command, order, refusal, reply });
