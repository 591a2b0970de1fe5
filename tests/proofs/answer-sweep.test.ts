import { describe, expect, test } from 'vitest';
import { startFaultyStage } from '../support/faulty-stage.ts';
import { acts } from '../support/life.ts';
import { answersAreLost, LIMIT } from '../support/lost-answers.ts';

describe('answers do not arrive, once at every call and every ack of a life', { timeout: LIMIT }, () =>
  answersAreLost(),
);

test('a file that Slack shares long after it did not answer is not asked for twice', async () => {
  const place = await startFaultyStage({ fileShareDelayMs: 2500 });
  const { faults, inspector, workspace } = place.sandbox;
  faults.on('files.completeUploadExternal', { kind: 'lost' }, { times: 1 });
  await acts.submit(place);
  await place.settled();
  expect(inspector.calls('files.completeUploadExternal')).toHaveLength(1);
  expect(workspace.channels().at(-1)?.files).toEqual(['plan.pdf']);
  expect(place.complaints()).toEqual([]);
  await place.stop();
});
