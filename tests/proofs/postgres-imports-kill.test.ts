import { describe } from 'vitest';
import { startInstances } from '../support/instances.ts';
import { importsAreKilled } from '../support/killed-imports.ts';

describe('killed while a file of clients is read and applied, on PostgreSQL', () =>
  importsAreKilled((program) => startInstances(program, { count: 1 })));
