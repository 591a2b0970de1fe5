import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import { takeOver } from '../db/samples.ts';
import { submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let told: string[];
beforeEach(async () => {
  stage = await startStage('socket', {}, sketches);
  told = [];
  vi.spyOn(stage.store, 'wake').mockImplementation((_team, news) => void told.push(news));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stage.stop();
});

test('who delivers tells nobody what is owed, and says when it hands over', async () => {
  await submitOrder(stage, stage.people.ana, stage.people.sam);
  expect(told).toEqual([]);
  await stage.down();
  expect(told).toEqual(['free']);
  await stage.up();
});

test('who does not deliver tells the others', async () => {
  await submitOrder(stage, stage.people.ana, stage.people.sam);
  const other = await openStore(`file:${stage.file}`);
  await takeOver(other, stage.sandbox.teamId);
  let news = 0;
  await vi.waitFor(
    () => {
      stage.sandbox.workspace.admin.changePerson('farid', { title: `Title ${++news}` });
      expect(told).toContain('owed');
    },
    { timeout: 10_000, interval: 100 },
  );
  await other.close();
});
