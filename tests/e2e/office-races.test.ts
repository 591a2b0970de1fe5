import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { approve, next, open, sent } from '../support/acting.ts';
import { applyNewest } from '../support/imports.ts';
import { officeScene, type Scene } from '../support/office-scene.ts';
import { answerIn, chosenIn, inputOf, onFileClient, onFileSite, setActive } from '../support/on-file.ts';
import { inspection, orderType, ownField } from '../support/order-types.ts';
import { pressIn, submitIn, windowOf } from '../support/second-window.ts';
import { sketches } from '../support/sketches.ts';
import { startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const PATIENT = { timeout: 15_000, interval: 10 };
const { error, search } = words.fields;
/** A client who is not on file. */
const typed = { search: 'Globex', pick: search.use({ typed: 'Globex' }) };

/** Each of two people who meet in the office's records is told, and loses nothing; in an order that is given here. */
describe('two people meet in what is on file', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = officeScene(await startStage('socket', {}, sketches));
    // A client is chosen from a menu, and may be typed into it.
    await onFileClient(scene.stage, '', { name: 'Initech' });
  });
  afterEach(async () => {
    await scene.stage.idle();
    for (const person of Object.values(scene.stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(scene.stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => scene.stage.stop());

  const shows = (person: Person, text: string) =>
    vi.waitFor(() => expect(person.topModal()?.shown.replaceAll('*', '')).toContain(text), PATIENT);

  /** The input of a menu in which an option is chosen that was offered before, whatever has become of it since. */
  const asOffered = (value: string) => {
    const text = { type: 'plain_text', text: 'As it was offered' };
    return { type: 'external_select', selected_option: { text, value: `record:${value}` } };
  };
  const inputIn = (person: Person, block_id: string) => ({
    block_id,
    action_id: String(inputOf(person, block_id).action_id),
  });

  test('edited after a file was read: the import leaves that record alone, says so, and does the others', async () => {
    const { adam, olga } = scene.stage.people;
    const id = await onFileClient(scene.stage, 'A-1', { name: 'Hotel Miramar' });
    await onFileClient(scene.stage, 'A-2', { name: 'Torre Norte' });
    await scene.reads(adam, 'Client number,Name\nA-1,Hotel Sol\nA-2,Torre Sur\nA-3,Casa Lago\n');
    await scene.edits(olga, id, { contact: 'Eva' });
    expect(await olga.submit()).toHaveProperty('closed');
    await applyNewest(adam);
    await scene.told(adam, words.imports.applied({ kind: words.imports.kind.client, file: 'client.csv' }));
    const shown = adam.directMessages().at(-1)?.shown;
    expect(shown).toContain(words.imports.moved({ n: 1 }));
    expect(shown).toContain(words.imports.done({ n: 2 }));
    expect(await scene.client(id)).toMatchObject({ revision: 2, data: { name: 'Hotel Miramar', contact: 'Eva' } });
    expect(await scene.names()).toEqual(['Casa Lago', 'Hotel Miramar', 'Initech', 'Torre Sur']);
    await adam.press('imports_result', { message: adam.directMessages().at(-1) });
    const result = await scene.file(adam, words.imports.resultName({ file: 'client' }));
    expect(result).toContain(`2,${words.imports.outcome.moved},Hotel Sol`);
    expect(result).toContain(`3,${words.imports.outcome.changed},Torre Sur`);
  });

  test('imported while its editor is open: who edits is told what changed, and saves on top of it', async () => {
    const { adam, olga } = scene.stage.people;
    const id = await onFileClient(scene.stage, 'B-1', { name: 'Hafenhotel', taxId: 'DE 1' });
    await scene.reads(adam, 'Client number,Name\nB-1,Hotel Hafen\n');
    await scene.edits(olga, id, { contact: 'Eva' });
    await applyNewest(adam);
    await scene.told(adam, words.imports.done({ n: 1 }));
    await olga.submit();
    await shows(olga, words.records.meanwhile.client({ name: `@${adam.name}` }).replaceAll('*', ''));
    await shows(olga, 'Hafenhotel → Hotel Hafen');
    expect(answerIn(olga, 'contact')?.value).toBe('Eva');
    expect(await olga.submit()).toHaveProperty('closed');
    expect(await scene.client(id)).toMatchObject({
      revision: 3,
      data: { name: 'Hotel Hafen', contact: 'Eva', taxId: 'DE 1' },
    });
  });

  test('deactivated between being offered and being chosen: said under the field, a client and a site', async () => {
    const { ana } = scene.stage.people;
    const { sandbox } = scene.stage;
    const client = await onFileClient(scene.stage, 'C-1', { name: 'Acme GmbH' });
    const site = await onFileSite(scene.stage, client, 'S-1', { name: 'Plant 2' });
    const other = await onFileClient(scene.stage, 'C-2', { name: 'Hooli AG' });
    await scene.begins(ana, { client: 'Acme GmbH · C-1' });
    await setActive(scene.stage, 'site', site, false);
    const chosen = { location: asOffered(site) };
    await pressIn(sandbox, ana, windowOf(ana, ana.topModal()?.id), inputIn(ana, 'location'), { typed: chosen });
    expect(await submitIn(sandbox, ana, windowOf(ana, ana.topModal()?.id), chosen)).toMatchObject({
      errors: { location: error.inactiveSite({ name: 'Plant 2' }) },
    });
    await setActive(scene.stage, 'client', other, false);
    const typed = { client: asOffered(other) };
    await pressIn(sandbox, ana, windowOf(ana, ana.topModal()?.id), inputIn(ana, 'client'), { typed });
    await vi.waitFor(() => expect(chosenIn(ana, 'client')).toBe('Hooli AG · C-2'), PATIENT);
    await ana.fill({ location: '1 Way' });
    await ana.submit();
    expect(ana.errors()).toEqual({ client: error.inactiveClient({ name: 'Hooli AG' }) });
    expect(await scene.orders()).toBe(0);
  });

  test('the first letter of a new order draws nothing again: what is typed and chosen meanwhile is kept', async () => {
    const { ana } = scene.stage.people;
    const { inspector } = scene.stage.sandbox;
    await onFileClient(scene.stage, 'D-1', { name: 'Soylent AG' });
    const id = await orderType(scene.stage, inspection);
    // Of a form that was opened, and of one that was started over.
    for (const title of ['A', 'B']) {
      await scene.opens(ana);
      await scene.stage.sandbox.idle();
      const drawn = inspector.calls('views.update').length;
      await ana.fill({ title });
      await scene.stage.sandbox.idle();
      expect(inspector.calls('views.update')).toHaveLength(drawn);
      await ana.fill({ client: { search: 'soy', pick: 'Soylent AG · D-1' } });
      await vi.waitFor(() => expect(inspector.calls('views.update').length).toBeGreaterThan(drawn), PATIENT);
      expect(chosenIn(ana, 'client')).toBe('Soylent AG · D-1');
      await ana.closeModal(true);
      await scene.stage.idle();
    }
    await orderType(scene.stage, inspection, { id, active: false });
  });

  test('a type that is changed between being offered and being chosen is taken as it is now', async () => {
    const { ana } = scene.stage.people;
    const id = await orderType(scene.stage, inspection);
    await scene.opens(ana);
    const fields = [ownField('serial', { label: 'Serial number', asked: 'submit' })];
    await orderType(scene.stage, { ...inspection, title: 'Inspection as it is now', fields }, { id });
    await ana.fill({ orderType: { value: id } });
    await vi.waitFor(() => expect(answerIn(ana, 'title')?.value).toBe('Inspection as it is now'), PATIENT);
    await ana.fill({ client: typed, location: '1 Main Street' });
    await next(ana);
    expect(ana.topModal()?.fields.map(({ blockId }) => blockId)).toEqual(['own-serial']);
    await orderType(scene.stage, inspection, { id });
  });

  test('a type that is deactivated between being offered and being chosen is not taken without a word', async () => {
    const { ana } = scene.stage.people;
    const id = await orderType(scene.stage, { ...inspection, name: 'Repair', fields: [] });
    await scene.opens(ana);
    await orderType(scene.stage, { ...inspection, name: 'Repair', fields: [] }, { id, active: false });
    await ana.fill({ orderType: { value: id } });
    await ana.fill({ title: 'Repair', client: typed, location: '1 Main Street', description: 'Leaks.' });
    await next(ana);
    await ana.fill({ supervisor: scene.stage.people.sam });
    await next(ana);
    await ana.submit();
    await shows(ana, words.review.question.typeInactive({ name: 'Repair' }).replaceAll('*', ''));
    await sent(ana);
    expect((await scene.newest()).content.type).toMatchObject({ id, name: 'Repair' });
  });

  test('a type that is changed, then deactivated, under a confirmation and a closing: they ask what the order asks', async () => {
    const { ana, sam, farid } = scene.stage.people;
    const fields = [
      ownField('pressure', { label: 'Pressure', kind: 'number' }),
      ownField('tidy', { label: 'Tidy', kind: 'yes_no', asked: 'close', required: true }),
    ];
    const type = { ...inspection, name: 'Service', closing: { photos: false, checklist: false, acceptance: false } };
    const id = await orderType(scene.stage, { ...type, fields });
    const channel = await scene.submits(ana, id);
    await approve(scene.stage, sam, channel, [farid]);
    await open(farid, 'confirm', channel);
    await next(farid);
    const [startedAt, endedAt] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)];
    await farid.fill({ workDone: 'Done.', startedAt, endedAt });
    await orderType(scene.stage, { ...type, fields: [ownField('other', { required: true })] }, { id });
    await next(farid);
    await farid.fill({ 'own-pressure': '2.5' });
    await next(farid);
    await sent(farid);
    await scene.stage.idle();
    await open(farid, 'close', channel);
    await orderType(scene.stage, { ...type, fields: [] }, { id, active: false });
    await next(farid);
    await farid.fill({ 'own-tidy': words.order.yesNo.yes });
    await next(farid);
    await farid.fill({ acceptance: 'unavailable' });
    await sent(farid);
    await scene.stage.idle();
    const order = await scene.newest();
    expect(order).toMatchObject({ state: 'completed', content: { type: { fields } } });
    expect(order.content.own).toMatchObject([
      { field: 'pressure', value: '2.5' },
      { field: 'tidy', value: 'yes' },
    ]);
  });
});
