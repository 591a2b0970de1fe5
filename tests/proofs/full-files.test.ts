import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { approve, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { troubledFiles } from '../support/troubled-files.ts';
import { words } from '../support/words.ts';

const PATIENT = { timeout: 90_000, interval: 20 };

const files = troubledFiles();
let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket', {}, { ...files, tryFilesEvery: 50 });
});
afterAll(() => stage.stop());

const parked = async () => (await stage.store.backlog(stage.sandbox.teamId, Date.now())).parked;
const documents = () =>
  [...stage.sandbox.workspace.files.values()].map(({ title }) => title).filter((title) => /^SO-.*pdf$/.test(title));

/** Tries until it is given up. */
const givenUp = (count: number) =>
  vi.waitFor(async () => {
    await stage.store.expediteRetries(stage.sandbox.teamId, Date.now(), Date.now() + 60_000);
    expect(await parked()).toBe(count);
  }, PATIENT);

test('where files cannot be kept for long, admins are told once, and with room all of it goes on by itself', async () => {
  const { adam, ana, sam, farid } = stage.people;
  const [first, second] = [await submitOrder(stage, ana, sam), await submitOrder(stage, ana, sam)];
  files.full = true;
  for (const channel of [first, second]) {
    await sam.press('approve', { channel });
    await sam.modal();
    await sam.fill({ crew: [farid] });
    await sam.submit();
  }
  await givenUp(2);
  expect(documents()).toEqual([]);
  await adam.openHome();
  const { shown = '' } = adam.home() ?? {};
  expect(shown.split(words.remedy.files_not_kept)).toHaveLength(2);
  expect(shown).toContain(words.home.failed.title({ count: 2 }));

  // It starts again while there is no room, and is told that there is some.
  await stage.restart();
  await givenUp(2);
  files.full = false;
  await vi.waitFor(async () => expect(await parked()).toBe(0), PATIENT);
  await stage.idle(60_000);
  expect(documents().toSorted()).toEqual([first, second].map((name) => `SO-${name.slice(3, 9)} v1.pdf`).toSorted());
  await approve(stage, sam, await submitOrder(stage, ana, sam), [farid]);
  expect(documents()).toHaveLength(3);
  expect(stage.sandbox.complaints).toEqual([]);
}, 240_000);
