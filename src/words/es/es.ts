import { translation } from '../translation.ts';
import { order } from './order.ts';
import { remedy } from './remedy.ts';

export const es = translation({ order, remedy });
