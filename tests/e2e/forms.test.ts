import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addItem,
  approve,
  beginOrder,
  confirm,
  next,
  open,
  sent,
  submitOrder,
  typicalOrder,
} from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';

const { error: say } = words.fields;
const { page } = words.forms;
const { restored } = page;
const { unit, unplanned } = words.items;
const removed = until(words.items.removed({ line: ANY }));

describe('forms on the phone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const orderOf = (channel: string) => stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9)));
  const photo = (name: string) => ({ name, bytes: Buffer.from('not really a photo'), mimetype: 'image/jpeg' });

  test('a form that was closed by mistake is found again, page by page; starting over empties it', async () => {
    const { ben } = stage.people;
    await ben.command('/so new');
    await ben.modal('submit');
    await ben.fill(typicalOrder.job);
    await ben.closeModal(true);
    await ben.command('/so new');
    const again = await ben.modal('submit');
    expect(again.shown).toContain(restored);
    expect(again.fields.find(({ blockId }) => blockId === 'title')?.value).toMatchObject({ value: 'Replace pump' });
    await ben.press('form_discard');
    await stage.sandbox.workspace.waitFor(() => !ben.topModal()?.shown.includes(restored));
    expect(ben.topModal()?.fields.find(({ blockId }) => blockId === 'title')?.value).toMatchObject({ value: null });
    await ben.closeModal(true);
    await ben.command('/so new');
    expect((await ben.modal('submit')).shown).not.toContain(restored);
    await ben.closeModal(true);
  });

  test('errors stand under their fields and say what to do; nothing typed is lost', async () => {
    const { ana, sam } = stage.people;
    await ana.command('/service-order');
    await ana.modal('submit');
    await ana.fill({ ...typicalOrder.job, title: '   ' });
    expect(await ana.submit()).toEqual({ errors: { title: say.required } });
    await ana.fill({ title: 'Replace pump' });
    await next(ana);
    await ana.fill({
      requestedStart: new Date('2027-05-01T10:00:00Z'),
      requestedEnd: new Date('2027-05-01T09:00:00Z'),
      supervisor: sam,
    });
    expect(await ana.submit()).toEqual({
      errors: { requestedEnd: say.endBeforeStart },
    });
    await ana.fill({ requestedEnd: new Date('2027-05-01T11:00:00Z') });
    await next(ana);
    await ana.press('item_add');
    await ana.modal('item');
    for (const [quantity, sentence] of [
      ['0', say.number.zero],
      ['two', say.number.plain({ decimal: '1.5' })],
      ['1.1234', say.number.decimals({ max: 3 })],
      ['1,500', say.number.ambiguous({ typed: '1,500', one: '1500', other: '1.5' })],
    ] as const) {
      await ana.fill({ description: 'Pump', quantity });
      expect(await ana.submit()).toEqual({ errors: { quantity: sentence } });
    }
    await ana.fill({ quantity: '1.5', unit: 'h', kind: 'labour', unitPrice: '80.1234567' });
    expect(await ana.submit()).toEqual({ errors: { unitPrice: say.number.decimals({ max: 6 }) } });
    await ana.fill({ unitPrice: '80.50' });
    expect(await ana.submit()).toEqual({ closed: true });
    await sent(ana);
    await stage.idle();
  });

  test('items are edited, removed and kept when going back and forth', async () => {
    const { ana, sam } = stage.people;
    await beginOrder(ana, sam);
    await addItem(ana, { description: 'Pump', quantity: '1' });
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes('Pump'));
    await addItem(ana, { description: 'Hose', quantity: '2' });
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes('Hose'));
    await ana.press('item_edit', { nth: 0 });
    await ana.modal('item');
    await ana.fill({ quantity: '3' });
    await sent(ana);
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes(`3 ${unit.pcs}`));
    await ana.press('item_remove', { nth: 1 });
    await stage.sandbox.workspace.waitFor(() => !ana.topModal()?.shown.includes('Hose'));
    await ana.press('form_back');
    await stage.sandbox.workspace.waitFor(() => ana.topModal()?.shown.includes(page.place({ page: 2, pages: 4 })));
    await ana.fill({ contact: 'Mr Client, 555-1234' });
    await next(ana);
    expect(ana.topModal()?.shown).toContain('Pump');
    await sent(ana);
    await stage.idle();
    const name = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    const order = await orderOf(name);
    expect(order?.content.items.map(({ description, quantity }) => [description, quantity])).toEqual([['Pump', 3000]]);
    expect(order?.content.contact).toBe('Mr Client, 555-1234');
  });

  test('attachments and photos are kept by their file id, named in card and entry, and brought into the channel', async () => {
    const { ana, sam, farid } = stage.people;
    await beginOrder(ana, sam);
    await ana.fill({ attachments: [photo('boiler room.jpg')] });
    await sent(ana);
    await stage.idle();
    const name = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    const order = await orderOf(name);
    expect(order?.content.attachments.map((file) => file.name)).toEqual(['boiler room.jpg']);
    expect(order?.content.attachments[0]?.fileId).toMatch(/^F/);
    expect(JSON.stringify(stage.sandbox.workspace.channel(name).pins)).toContain('boiler room.jpg');
    expect(stage.sandbox.workspace.channel(name).files).toEqual(['boiler room.jpg']);
    await approve(stage, sam, name, [farid]);
    await open(farid, 'confirm', name);
    await next(farid);
    await farid.fill({
      workDone: 'Done',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      photos: [photo('after.jpg')],
    });
    await next(farid);
    // What the photo shows was asked in between.
    await farid.press('form_back');
    await stage.sandbox.workspace.waitFor(() => farid.topModal()?.shown.includes(words.photos.own));
    await stage.sandbox.idle();
    await farid.press('form_back');
    await stage.sandbox.workspace.waitFor(() =>
      farid.topModal()?.shown.includes(page.attached({ files: 'after.jpg' })),
    );
    await next(farid);
    await sent(farid);
    await stage.idle();
    expect(JSON.stringify(stage.sandbox.workspace.channel(name).pins)).toContain(
      words.card.photos({ files: 'after.jpg' }),
    );
    const number = `SO-${name.slice(3, 9)}`;
    expect(stage.sandbox.workspace.channel(name).files).toEqual([
      'boiler room.jpg',
      `${number} v1.pdf`,
      `${number} v2.pdf`,
      'after.jpg',
    ]);
  });

  test('a confirmation shows planned beside actual, what was removed, and asks why', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam, {
      items: [
        { description: 'Pump', quantity: '1', unitPrice: '120' },
        { description: 'Hose', quantity: '2', unitPrice: '9' },
      ],
    });
    await approve(stage, sam, name, [farid]);
    await open(farid, 'confirm', name);
    await farid.press('item_remove', { nth: 1 });
    await stage.sandbox.workspace.waitFor(() => farid.topModal()?.shown.includes(removed));
    await addItem(farid, { description: 'Seal', quantity: '2' });
    await stage.sandbox.workspace.waitFor(() => farid.topModal()?.shown.includes(unplanned));
    expect(farid.topModal()?.shown).toMatch(
      new RegExp(`${words.items.planned({ quantity: `1 ${unit.pcs}` })}[\\s\\S]*${unplanned}[\\s\\S]*~Hose~`),
    );
    await farid.press('item_restore');
    await stage.sandbox.workspace.waitFor(() => !farid.topModal()?.shown.includes('~Hose~'));
    await farid.press('item_remove', { nth: 0 });
    await stage.sandbox.workspace.waitFor(() => farid.topModal()?.shown.includes('~Pump~'));
    await next(farid);
    await farid.fill({
      workDone: 'Other pump',
      startedAt: new Date(Date.now() - 7_200_000),
      endedAt: new Date(Date.now() - 3_600_000),
      reason: 'Client had a pump',
    });
    await next(farid);
    const line = { item: '*Pump*', line: `1 ${unit.pcs} × €120.00 = €120.00` };
    expect(farid.topModal()?.shown).toContain(words.items.change.removed(line));
    expect(farid.topModal()?.shown).toContain(words.review.difference({ amount: '-\u2060€120.00' }));
    await sent(farid);
    await stage.idle();
  });

  test('without changes no reason is asked; closing explains "Other" and names who accepted', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    await confirm(stage, farid, name);
    await open(farid, 'close', name);
    await farid.fill({ outcome: 'not_performed' });
    await next(farid);
    await farid.fill({ reasonCode: 'other' });
    expect(await farid.submit()).toEqual({
      errors: { explanation: say.explanation },
    });
    await farid.press('form_back');
    await stage.sandbox.workspace.waitFor(() => farid.topModal()?.shown.includes(page.place({ page: 1, pages: 2 })));
    await farid.fill({ outcome: 'as_ordered' });
    await next(farid);
    await farid.fill({ acceptance: 'accepted' });
    expect(await farid.submit()).toEqual({ errors: { acceptedBy: say.acceptedBy } });
    await farid.fill({ acceptedBy: 'Mr Client' });
    await next(farid);
    // The reason that was chosen before is left out, which has to be said.
    await next(farid);
    expect(farid.topModal()?.shown).toContain(words.review.question.unused({ label: words.fields.reasonCode.label }));
    await sent(farid);
    await stage.idle();
    expect((await orderOf(name))?.outcome).toBe('as_ordered');
  });
});
