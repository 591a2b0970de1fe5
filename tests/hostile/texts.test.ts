import { test } from 'vitest';
import { anyAnswerIsTakenOrRefused, anyTextIsHarmless } from '../support/texts.ts';

/** A few, always the same; tests/proofs has many more. */
const seed = 20_261_125;

test('anything in any field is taken clean or refused in words, and its page can be drawn', () =>
  anyAnswerIsTakenOrRefused({ runs: 100, seed }));

test('whatever was taken pings, links and forges nowhere, fits everywhere, and the PDF says it', () =>
  anyTextIsHarmless({ runs: 2, seed }));
