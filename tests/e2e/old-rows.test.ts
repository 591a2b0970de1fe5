import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addItem, beginOrder, next, open, sent, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const LOST = words.forms.draft.pricesLost;

describe('B1 a draft from before, in a currency whose decimals nobody can know', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
    await stage.set({ money: { currency: 'COP' } });
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  /** The drafts as the program of then kept them: prices as whole numbers. */
  function age(): void {
    const client = new Database(stage.file);
    client.exec(`update drafts set shape = 1, data = json_set(data, '$.items[0].unitPrice', 15000000)`);
    client.close();
  }

  test('B1 the person is told once when they open it again, with the price empty', async () => {
    const { ana, sam } = stage.people;
    await beginOrder(ana, sam);
    await addItem(ana, { description: 'Pump', quantity: '2' });
    await ana.closeModal(true);
    age();
    await ana.command('/service-order');
    await ana.modal('submit');
    expect(ana.screen()).toContain(LOST);
    await next(ana);
    expect(ana.screen()).not.toContain(LOST);
    await next(ana);
    expect(ana.topModal()?.shown).toContain('Pump');
    expect(ana.topModal()?.shown).not.toMatch(/COP|15/);
    await ana.closeModal(true);
    await ana.command('/service-order');
    await ana.modal('submit');
    expect(ana.screen()).not.toContain(LOST);
    await ana.closeModal(true);
  });

  test('B1 a form that was open meanwhile is not sent without its prices: it says so first', async () => {
    const { carla, sam } = stage.people;
    await beginOrder(carla, sam);
    await addItem(carla, { description: 'Valve', quantity: '1' });
    age();
    const orders = async () => (await stage.store.list(stage.sandbox.teamId, { limit: 9 })).length;
    const before = await orders();
    expect(await carla.submit()).toHaveProperty('view');
    await carla.submit();
    expect(carla.screen()).toContain(LOST);
    expect(await orders()).toBe(before);
    await sent(carla);
    await stage.idle();
    expect(await orders()).toBe(before + 1);
  });

  test('B1 a draft that cannot be read is begun again', async () => {
    const { ben, sam } = stage.people;
    await beginOrder(ben, sam);
    await ben.closeModal(true);
    const client = new Database(stage.file);
    client.exec(`update drafts set data = '{' where person = '${ben.id}'`);
    client.close();
    await ben.command('/service-order');
    expect((await ben.modal('submit')).title).toBe(words.forms.title.submit);
    await ben.closeModal(true);
  });
});

describe('F4 a version that was changed in the database', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  test('F4 its code is not confirmed, and the answer says why', async () => {
    const { ana, sam, farid } = stage.people;
    const channel = await submitOrder(stage, ana, sam);
    await open(sam, 'approve', channel);
    await sam.fill({ crew: [farid] });
    await sam.submit();
    await stage.idle();
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    if (!order) throw expect.unreachable();
    const code = await codeOn(stage.store, order, 1);
    const client = new Database(stage.file);
    client.exec('drop trigger versions_never_updated');
    client.exec("update versions set body = json_set(body, '$.content.title', 'Forged')");
    client.close();
    await ana.command(`/so verify ${code}`);
    await stage.sandbox.workspace.waitFor(() => ana.ephemerals().length > 0);
    expect(ana.ephemerals().at(-1)?.shown).toContain(words.verify.altered({ code }));
  });
});
