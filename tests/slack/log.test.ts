import { expect, test, vi } from 'vitest';
import { DatabaseProblem, OutcomeUnknown } from '../../db/database-url.ts';
import { createLog } from '../../src/log.ts';

/** What the log says of an error. */
function logged(error: Error): unknown {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  createLog('warn').warn({ event: 'outbox.retries_not_expedited', error }, 'pending retries could not be rescheduled');
  const lines = written.mock.calls.map(([line]) => JSON.parse(String(line)));
  written.mockRestore();
  expect(lines).toHaveLength(1);
  return lines[0].error;
}

const cause = new Error('permission denied for table effects');

test.each([
  ['what the database cannot do', new DatabaseProblem('The rights are missing; grant them', { cause })],
  ['an unknown outcome', new OutcomeUnknown('The rights are missing; grant them', { cause })],
])('%s is one sentence in the log, without a stack', (_, error) => {
  expect(logged(error)).toBe('The rights are missing; grant them');
});

test('any other error has its stack and what caused it', () => {
  expect(logged(new TypeError('a bug', { cause }))).toMatchObject({
    ...{ type: 'TypeError', message: 'a bug', stack: expect.stringContaining('log.test.ts') },
    cause: { message: cause.message },
  });
});
