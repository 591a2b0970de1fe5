import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { readCsv } from '../../src/office/imports/csv.ts';
import { uncelled } from '../../src/office/imports/export.ts';
import type { Item } from '../../src/order/content.ts';
import { wordsFor } from '../../src/words/words.ts';
import { firstCommit, newOrder, nextCommit, party, saved, submitEntry, version } from '../db/samples.ts';
import { onFileItem } from '../support/on-file.ts';
import { inspection, orderType, ownField } from '../support/order-types.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe.each(['socket', 'http'] as const)('orders as files, over %s', (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(mode);
  });
  test('starts', () => {
    expect(stage).toBeDefined();
  });
});
