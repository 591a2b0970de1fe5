import { describe } from 'vitest';
import { importsAreKilled } from '../support/killed-imports.ts';
import { startMortalApp } from '../support/mortal-app.ts';

describe('killed while a file of clients is read and applied, on SQLite', () => importsAreKilled(startMortalApp));
