import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitOrder } from '../support/acting.ts';
import { type Looking, lookInto } from '../support/database.ts';
import {
  anyPayloadIsAnswered,
  complaintsAbout,
  layBy,
  nothingGotThrough,
  outsidersChangeNothing,
  type Siege,
} from '../support/fuzz.ts';
import { playedShortly } from '../support/recorded.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

/** A few, always the same; tests/proofs has many more, over HTTP as well. */
const force = { runs: 80, seed: 20_261_125 };

let stage: Stage;
let siege: Siege;
let database: Looking;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  database = lookInto(stage.file);
  await playedShortly(stage);
  siege = await layBy(stage);
});
afterAll(async () => {
  database.close();
  await stage.stop();
});

test('a payload that was changed on its way is answered in time, and nothing inside shows', () =>
  anyPayloadIsAnswered(stage, siege, database, force));

test('people without a part in any order change nothing, whatever they send', async () => {
  await stage.idle();
  await outsidersChangeNothing(stage, siege, database, force);
});

test('afterwards no message pings, everything is one workspace’s, and the app works', async () => {
  const { ben, sam } = stage.people;
  await stage.idle();
  nothingGotThrough(stage, database);
  const channel = await submitOrder(stage, ben, sam);
  expect(stage.sandbox.workspace.channel(channel).members).toContain(sam.name);
  expect(complaintsAbout(stage)).toEqual([]);
});
