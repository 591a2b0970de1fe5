import { translation } from '../translation.ts';
import { order } from './order.ts';

export const es = translation({ order });
