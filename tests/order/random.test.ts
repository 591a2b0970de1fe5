import { test } from 'vitest';
import { whateverPeopleTry } from '../support/sequences.ts';

test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
  'whatever people try, in sequence %i: history and versions only grow, and states follow the table',
  (seed) => whateverPeopleTry(seed),
);
