import { translation } from '../translation.ts';
import { document } from './document.ts';
import { issued } from './issued.ts';
import { order } from './order.ts';
import { photo } from './photo.ts';

export const de = translation({ document, issued, order, photo });
