import { inTheField } from '../support/in-the-field.ts';

inTheField('socket');
