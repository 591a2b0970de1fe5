import { overtaken } from '../support/overtaken.ts';

overtaken('http');
