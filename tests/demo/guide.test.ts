import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGuide } from '../../sandbox/demo/guide.ts';
import { approve, close, confirm, decide, submitOrder } from '../support/acting.ts';
import { inspection, orderType } from '../support/order-types.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
});
afterAll(() => stage.stop());

test('every first step is ticked off once it is taken, and none before', async () => {
  const { ana, sam, sofia, farid, gus } = stage.people;
  // Whatever language the channels are in.
  await stage.set({ workspace: { locale: 'es-419' } });
  const guide = createGuide();
  guide.begin(stage.sandbox, stage.sandbox.workspace.nextTs());
  const done = () => guide.steps().map((step) => step.done);
  const ticked = (count: number) => Array.from({ length: guide.steps().length }, (_, at) => at < count);
  expect(done()).toEqual(ticked(0));
  const channel = await submitOrder(stage, ana, sam);
  expect(done()).toEqual(ticked(1));
  await approve(stage, sam, channel, [farid]);
  expect(done()).toEqual(ticked(2));
  await confirm(stage, farid, channel);
  expect(done()).toEqual(ticked(3));
  const endedAt = new Date(Date.now() - 60_000);
  await close(stage, farid, channel, 'as_ordered', { endedAt, acceptance: 'unavailable' });
  expect(done()).toEqual(ticked(4));
  await decide(stage, sofia, 'reject', await submitOrder(stage, ana, sofia), 'Not ours.');
  expect(done()).toEqual(ticked(5));
  const { olga } = stage.people;
  await olga.command('/so settings');
  await olga.modal('settings_list');
  await olga.press('company');
  await olga.modal('settings_page');
  await olga.fill({ 'company.name': 'Northwind' });
  await olga.submit();
  await stage.sandbox.workspace.waitFor(() => done()[5]);
  await olga.closeModal(true);
  await olga.openHome();
  await olga.press('records_clients', { home: true });
  await olga.modal('records_list');
  await olga.press('records_add');
  await olga.modal('records_editor');
  await olga.fill({ name: 'Acme' });
  await olga.submit();
  await stage.sandbox.workspace.waitFor(() => done()[6]);
  await olga.closeModal(true);
  await orderType(stage, inspection);
  await olga.command('/so settings');
  await olga.modal('settings_list');
  await olga.press('types_open');
  await olga.modal('types_list');
  await olga.press('Edit');
  await olga.modal('types_page');
  await olga.press('types_field_add');
  await olga.modal('types_field');
  await olga.fill({ label: 'Noise' });
  await olga.submit();
  await stage.sandbox.workspace.waitFor(() => done()[7]);
  await ana.command('/so list');
  await stage.sandbox.workspace.waitFor(() => done()[8]);
  await gus.command('/so list');
  await stage.sandbox.workspace.waitFor(() => done()[9]);
  stage.sandbox.faults.on('auth.test', { kind: 'status', status: 503 });
  await fetch(`${stage.sandbox.url}/api/auth.test`, { method: 'POST' });
  await stage.sandbox.workspace.waitFor(() => done()[10]);
  expect(done()).toEqual(ticked(11));

  // Nor are they lost with what they left, or when the demo starts again.
  stage.sandbox.workspace.ephemerals.length = 0;
  expect(done()).toEqual(ticked(11));
  const next = createGuide();
  next.begin(stage.sandbox, stage.sandbox.workspace.nextTs(), guide.done());
  expect(next.steps().map((step) => step.done)).toEqual(ticked(11));
});
