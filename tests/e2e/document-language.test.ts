import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { freshRenderer } from '../support/shared.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { orderNumbered } from '../support/whole-order.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

const paperOf = (title: string) => {
  const file = [...stage.sandbox.workspace.files.values()].findLast((one) => one.title === title);
  return wordsOf(file?.bytes ?? Buffer.alloc(0));
};

test('each version is issued in the language of its time, and comes out the same when it is made again', async () => {
  const { store, people, sandbox } = stage;
  const { ana, sam, farid } = people;
  const [de, fr] = [wordsFor('de-DE').document, wordsFor('fr-FR').document];
  await stage.set({ document: { locale: 'de-DE' } });
  const name = await submitOrder(stage, ana, sam);
  await approve(stage, sam, name, [farid]);
  await stage.set({ document: { locale: 'fr-FR' } });
  await confirm(stage, farid, name);
  expect(paperOf('SO-000001 v1.pdf')).toContain(de.title.order);
  expect(paperOf('SO-000001 v2.pdf')).toContain(fr.title.report);
  expect(paperOf('SO-000001 v2.pdf')).toContain(fr.history.approval);

  const order = await orderNumbered(store, sandbox.teamId, 1);
  const issuedIn = order.versions.map(({ issuer }) => [issuer.language, issuer.locale]);
  expect(issuedIn).toEqual([
    ['de', 'de-DE'],
    ['fr', 'fr-FR'],
  ]);
  await stage.set({});
  const renderer = freshRenderer();
  for (const { version, sha256 } of await store.documents(sandbox.teamId, order.id)) {
    const again = await renderer.render(order, version, { code: await codeOn(store, order, version) });
    expect(again.sha256).toBe(sha256);
  }
  await renderer.stop();
  expect(sandbox.complaints).toEqual([]);
});
