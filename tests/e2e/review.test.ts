import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { withoutTools, wordsOf } from '../pdf/tools.ts';
import { addItem, approve, beginOrder, next, open, sent, submitOrder, typicalOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';

const HOUR = 3_600_000;

const { question: ask } = words.review;
const { check, restored } = words.forms.page;
const page = (at: number, of: number) => words.forms.page.place({ page: at, pages: of });

describe('before a form is sent', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const shown = (person: Person) => person.topModal()?.shown ?? '';
  const field = (person: Person, name: string) => person.topModal()?.fields.find((one) => one.blockId === name)?.value;
  const orders = async () => (await stage.store.list(stage.sandbox.teamId, { limit: 100 })).length;
  const newest = async () => {
    const [one] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    return one && stage.store.order(stage.sandbox.teamId, one.id);
  };
  const inField = async (title: string) => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam, { job: { title } });
    await approve(stage, sam, name, [farid]);
    return name;
  };
  const pdfOf = (name: string) => {
    const files = [...stage.sandbox.workspace.files.values()];
    return files.find((one) => one.title === name)?.bytes ?? Buffer.alloc(0);
  };

  test('D3 an order is shown as it will be read; what is unusual is pointed out, and one more press sends it, once', async () => {
    const { ana, sam } = stage.people;
    const before = await orders();
    await beginOrder(ana, sam, {
      job: { title: 'Descale boiler <!here>' },
      when: { requestedStart: new Date('2020-03-01T08:00:00Z'), requestedEnd: new Date('2020-03-01T10:00:00Z') },
    });
    await ana.fill({
      attachments: [{ name: 'plan.pdf', bytes: Buffer.from('%PDF-1.4'), mimetype: 'application/pdf' }],
    });
    await next(ana);
    expect(await orders()).toBe(before);
    for (const part of [
      check,
      ask.noItems,
      until(ask.requestedPast({ date: ANY })),
      'Descale boiler',
      'Sam Lee',
      'plan.pdf',
      'Acme',
    ])
      expect(shown(ana), part).toContain(part);
    expect(ana.topModal()?.submit).toBe(words.forms.send.submit);
    await ana.press('form_back');
    await stage.sandbox.workspace.waitFor(() => shown(ana).includes(page(3, 4)));
    await addItem(ana, { description: 'Acid', quantity: '2', unitPrice: '10' });
    await next(ana);
    expect(shown(ana)).not.toContain(ask.noItems);
    expect(shown(ana)).toContain(until(words.review.total({ amount: ANY })));
    await ana.submitTwice();
    await stage.idle();
    expect(await orders()).toBe(before + 1);
    expect((await newest())?.content.title).toBe('Descale boiler <!here>');
  });

  test('D3 a usual order is not asked about anything', async () => {
    const { carla, sam } = stage.people;
    await beginOrder(carla, sam, { job: { title: 'Only once', client: 'Solo' } });
    await addItem(carla, { description: 'Pump', quantity: '1' });
    await next(carla);
    expect(shown(carla)).not.toContain(check);
    await sent(carla);
    await stage.idle();
  });

  test('D3 the same order again is pointed out: to who sent it and to somebody else, once', async () => {
    const { ana, ben, olga, sam } = stage.people;
    const job = { title: 'Twice the same', client: 'Zeta  Ltd' };
    const name = await submitOrder(stage, ana, sam, { job });
    const number = name.slice(0, 9).toUpperCase();
    await beginOrder(ana, sam, { job: { ...job, title: 'twice THE same ' } });
    await next(ana);
    expect(shown(ana)).toContain(until(ask.similar({ order: number, name: 'Ana Ruiz', date: ANY })));
    await ana.closeModal(true);
    await beginOrder(ben, sam, { job });
    await next(ben);
    expect(shown(ben)).toContain(until(ask.similarHidden({ name: 'Ana Ruiz', date: ANY })));
    expect(shown(ben)).not.toContain(number);
    // What somebody else sends while Ben reads his does not hold him up.
    await submitOrder(stage, olga, sam, { job });
    const before = await orders();
    expect(await ben.submit()).toEqual({ closed: true });
    await stage.idle();
    expect(await orders()).toBe(before + 1);
    await beginOrder(ben, sam, { job: { ...job, location: 'Another street 5' } });
    await next(ben);
    expect(shown(ben)).not.toContain(until(ask.similarHidden({ name: 'Ana Ruiz', date: ANY })));
    await ben.closeModal(true);
  });

  test('D9 the form begins with what is likely, and closing it half filled in says that it is kept', async () => {
    const { carla, sam, olga } = stage.people;
    await carla.command('/service-order');
    await carla.modal('submit');
    const quiet = carla.ephemerals().length;
    await carla.closeModal();
    await stage.sandbox.idle();
    expect(carla.ephemerals()).toHaveLength(quiet);

    await carla.command('/service-order');
    await carla.modal('submit');
    await carla.fill(typicalOrder.job);
    await next(carla);
    const start = Number(field(carla, 'requestedStart')?.selected_date_time);
    expect(start % 3600).toBe(0);
    expect(start * 1000 - Date.now()).toBeLessThanOrEqual(HOUR);
    expect(field(carla, 'requestedEnd')?.selected_date_time).toBe(start + 7200);
    expect(field(carla, 'supervisor')?.selected_user).toBe(sam.id);
    await carla.closeModal();
    await vi.waitFor(() => expect(carla.ephemerals().at(-1)?.text).toContain(words.forms.title.submit));
    expect(carla.ephemerals()).toHaveLength(quiet + 1);
    await carla.command('/service-order');
    expect((await carla.modal('submit')).shown).toContain(restored);
    await carla.press('form_discard');
    await stage.sandbox.workspace.waitFor(() => !shown(carla).includes(restored));
    await carla.closeModal();
    await stage.sandbox.idle();
    expect(carla.ephemerals()).toHaveLength(quiet + 1);

    // Where there is nowhere to say it privately, once by direct message.
    const direct = olga.directMessages().length;
    for (let round = 0; round < 2; round++) {
      await olga.shortcut('new_service_order');
      await olga.modal('submit');
      await olga.fill({ title: `Half typed ${round}` });
      await olga.closeModal(true);
      await vi.waitFor(() => expect(olga.directMessages().at(-1)?.text).toContain(words.forms.title.submit));
      await stage.sandbox.idle();
    }
    expect(olga.directMessages()).toHaveLength(direct + 1);
  });

  test('D9 files attached before Back are still there, by their names', async () => {
    const { carla, sam } = stage.people;
    await beginOrder(carla, sam, { job: { title: 'With plan', client: 'Back' } });
    await carla.fill({ attachments: [{ name: 'plan ü.pdf', bytes: Buffer.from('x'), mimetype: 'application/pdf' }] });
    await carla.press('form_back');
    await stage.sandbox.workspace.waitFor(() => shown(carla).includes(page(2, 4)));
    await next(carla);
    expect(shown(carla)).toContain(words.forms.page.attached({ files: 'plan ü.pdf' }));
    await next(carla);
    expect(shown(carla)).toContain('plan ü.pdf');
    expect(shown(carla)).not.toMatch(/\bF[A-Z0-9]{8,}/);
    await sent(carla);
    await stage.idle();
    expect((await newest())?.content.attachments.map(({ name }) => name)).toEqual(['plan ü.pdf']);
  });

  test('D1 a confirmation that closes the order asks for the client’s acceptance, and the document has it', async () => {
    const { farid } = stage.people;
    const name = await inField('Closing page');
    const number = name.slice(0, 9).toUpperCase();
    await open(farid, 'confirm', name);
    await next(farid);
    expect(field(farid, 'endedAt')?.selected_date_time).toBeTypeOf('number');
    await farid.fill({ workDone: 'All done.', final: true });
    await next(farid);
    expect(shown(farid)).toContain(page(3, 4));
    await farid.fill({ acceptance: 'unavailable', acceptedBy: 'Mr Jensen' });
    expect(await farid.submit()).toEqual({
      errors: { acceptedBy: words.fields.error.notAccepted(words.fields.acceptance.option) },
    });
    await farid.fill({ acceptance: 'accepted', note: 'Keys at the gate' });
    await next(farid);
    expect(shown(farid)).toContain(words.review.closes({ outcome: words.order.outcome.as_ordered }));
    await sent(farid);
    await stage.idle();
    const order = await newest();
    expect(order).toMatchObject({
      state: 'completed',
      outcome: 'as_ordered',
      latest: { n: 2, closure: { acceptance: { kind: 'accepted', name: 'Mr Jensen' }, note: 'Keys at the gate' } },
    });
    const said = farid
      .messages(name)
      .map(({ text }) => text)
      .join('\n');
    const { note, accepted } = words.entry;
    const plain = [`${note}\nKeys at the gate`, accepted({ name: 'Mr Jensen' })].join('\n').replaceAll('*', '');
    expect(said).toContain(plain);
    if (withoutTools) return;
    const document = wordsOf(pdfOf(`${number} v2.pdf`));
    for (const printed of [words.document.signature.acceptedBy, 'Mr Jensen', 'Keys at the gate'])
      expect(document).toContain(printed);
  });

  test('a client who refuses the work is shown what it is, says why, and the document and the channel have it', async () => {
    const { farid } = stage.people;
    const name = await inField('Refused');
    const number = name.slice(0, 9).toUpperCase();
    await open(farid, 'close', name);
    await next(farid);
    expect(shown(farid)).toContain(words.review.forClient);
    await farid.fill({ acceptance: 'refused', acceptedBy: 'Mr Jensen' });
    await next(farid);
    await expect(farid.submit()).rejects.toThrow(words.fields.refusalReason.label);
    await farid.fill({ acceptedAs: 'Facility manager', reservations: 'It still leaks.' });
    await sent(farid);
    await stage.idle();
    const acceptance = { kind: 'refused', name: 'Mr Jensen', position: 'Facility manager', reason: 'It still leaks.' };
    expect(await newest()).toMatchObject({ state: 'completed', latest: { closure: { acceptance } } });
    const who = words.order.representative({ name: 'Mr Jensen', position: 'Facility manager' });
    const said = `${words.entry.refused({ name: who })}\nIt still leaks.`.replaceAll('*', '');
    expect(
      farid
        .messages(name)
        .map(({ text }) => text)
        .join('\n'),
    ).toContain(said);
    // Who did not see the channel learns it as well.
    const { ana } = stage.people;
    await ana.command(`/so history ${number}`);
    for (const told of [ana.directMessages().at(-1)?.shown, ana.ephemerals().at(-1)?.shown])
      for (const one of [words.entry.refused({ name: who }), 'It still leaks.']) expect(told).toContain(one);
    if (withoutTools) return;
    const document = wordsOf(pdfOf(`${number} v2.pdf`));
    const { refusedBy, refusedBecause } = words.document.signature;
    for (const printed of [refusedBy, refusedBecause, 'Facility manager', 'It still leaks.'])
      expect(document).toContain(printed);
  });

  test('D2 what was typed and does not apply any more is said before it is left out', async () => {
    const { farid } = stage.people;
    const name = await inField('Hidden words');
    await open(farid, 'close', name);
    await farid.fill({ outcome: 'not_performed' });
    await next(farid);
    await farid.fill({ reasonCode: 'other', explanation: 'Flood' });
    await farid.press('form_back');
    await stage.sandbox.workspace.waitFor(() => shown(farid).includes(page(1, 2)));
    await farid.fill({ outcome: 'as_ordered' });
    await next(farid);
    await farid.fill({ acceptance: 'unavailable' });
    expect(await farid.submit()).toHaveProperty('view');
    expect(shown(farid)).toContain(check);
    expect(shown(farid)).toContain(ask.unused({ label: words.fields.explanation.label }));
    expect(await farid.submit()).toEqual({ closed: true });
    await stage.idle();
    expect((await newest())?.outcome).toBe('as_ordered');
  });

  test('D16 work of 700 days is asked about before it is sent; other odd times too, in every form', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam, { job: { title: 'Long work' } });
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid], plannedStart: new Date('2020-01-01T08:00:00Z') });
    expect(await sam.submit()).toHaveProperty('view');
    expect(shown(sam)).toContain(until(ask.plannedPast({ date: ANY })));
    // Another time is another question.
    await sam.fill({ plannedStart: new Date('2019-01-01T08:00:00Z') });
    expect(await sam.submit()).toHaveProperty('view');
    expect(await sam.submit()).toEqual({ closed: true });
    await stage.idle();
    expect((await newest())?.plannedStart).toBe(Date.UTC(2019, 0, 1, 8) / 1000);

    await open(farid, 'confirm', name);
    await next(farid);
    await farid.fill({
      workDone: 'All of it',
      startedAt: new Date(Date.now() - 700 * 24 * HOUR),
      endedAt: new Date(Date.now() - HOUR),
    });
    await next(farid);
    expect(shown(farid)).toContain(check);
    expect(shown(farid)).toContain(until(ask.workDays({ days: 700, start: ANY, end: ANY })));
    expect(shown(farid)).toContain(until(ask.startedEarly({ date: ANY, approved: ANY })));
    await farid.press('form_back');
    await stage.sandbox.workspace.waitFor(() => shown(farid).includes(page(2, 3)));
    await farid.fill({ startedAt: new Date(Date.now() - 3 * HOUR) });
    await next(farid);
    expect(shown(farid)).not.toContain(check);
    await sent(farid);
    await stage.idle();
    expect((await newest())?.latest?.n).toBe(2);
  });

  test('D9 an item of labour is counted in hours unless somebody says otherwise', async () => {
    const { ana, sam } = stage.people;
    await beginOrder(ana, sam, { job: { title: 'Units', client: 'Units' } });
    await addItem(ana, { kind: 'labour', description: 'Fitter', quantity: '2' });
    await stage.sandbox.workspace.waitFor(() => shown(ana).includes('Fitter'));
    await addItem(ana, { kind: 'labour', description: 'Crane driver', quantity: '1', unit: 'day' });
    await stage.sandbox.workspace.waitFor(() => shown(ana).includes('Crane driver'));
    await addItem(ana, { description: 'Pump', quantity: '1' });
    await stage.sandbox.workspace.waitFor(() => shown(ana).includes(`1 ${words.items.unit.pcs}`));
    await sent(ana);
    await stage.idle();
    expect((await newest())?.content.items.map(({ unit }) => unit)).toEqual(['h', 'day', 'pcs']);
  });
});
