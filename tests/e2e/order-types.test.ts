import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Order } from '../../src/order/order.ts';
import { listOf } from '../../src/words/list.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, asked, next, open, sent, typicalOrder } from '../support/acting.ts';
import { answerIn, chosenIn, kindOf } from '../support/on-file.ts';
import { CHECKS, inspection, orderType, ownField } from '../support/order-types.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { transports } from '../support/transports.ts';

const HOUR = 3_600_000;
const photo = (name: string) => ({ name, bytes: Buffer.from('not really a photo'), mimetype: 'image/jpeg' });
/** Without what makes words bold. */
const bare = (text = ''): string => text.replaceAll('*', '');
const { client, location } = typicalOrder.job;

const localeOver = { socket: 'en-GB', http: 'de-DE' } as const;

describe.each(transports)('over %s: orders have a type', (mode) => {
  const locale = localeOver[mode];
  let stage: Stage;
  let words: Words;
  let type = '';
  beforeAll(async () => {
    const locales = { ana: locale, sam: locale, farid: locale };
    stage = await startStage(mode, { locales });
    await stage.set({ workspace: { locale }, document: { locale } });
    words = wordsFor(locale);
    type = await orderType(stage, inspection);
    for (const name of Object.keys(locales)) {
      const { id } = stage.people[name as 'ana'];
      const stored = () => stage.store.person(stage.sandbox.teamId, id);
      await vi.waitFor(async () => expect(await stored()).toMatchObject({ locale }), { timeout: 10_000 });
    }
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const newest = async (): Promise<Order> => {
    const [summary] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    const order = summary && (await stage.store.order(stage.sandbox.teamId, summary.id));
    if (!order) throw new Error('there is no order');
    return order;
  };
  const channel = () => stage.sandbox.workspace.channels().at(-1)?.name ?? '';
  const shows = (person: Person, text: string) =>
    vi.waitFor(() => expect(person.topModal()?.shown).toContain(text), { timeout: 5000 });

  /** Opens the form of a new order, empty, and chooses the type. */
  async function anew(person: Person, chosen: string | null = 'Inspection'): Promise<void> {
    await person.command('/so new');
    const form = await person.modal('submit');
    if (form.actions.includes('form_discard')) {
      await person.press('form_discard');
      await vi.waitFor(() => expect(person.topModal()?.actions).not.toContain('form_discard'));
    }
    if (chosen === null) return;
    await person.fill({ orderType: chosen });
    await vi.waitFor(() => expect(answerIn(person, 'title')?.value).toBe('Yearly inspection'));
  }

  /** The rest of a new order, from its first page. */
  async function goOn(person: Person, own: Parameters<Person['fill']>[0] = { 'own-meter': 'B-4711' }): Promise<void> {
    await person.fill({ client, location });
    await next(person);
    await person.fill(own);
    await next(person);
    await person.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
    await next(person);
  }

  test('an inspection is lived whole', async () => {
    const { ana, sam, farid } = stage.people;
    await anew(ana);
    expect(answerIn(ana, 'description')?.value).toBe('Inspect the conveyor.');
    expect(chosenIn(ana, 'priority')).toBe(words.order.priority.low);
    await goOn(ana, { 'own-meter': 'B-4711', 'own-voltage': '400 V', 'own-due': '2025-11-28' });
    await ana.submit();
    const { label } = words.fields.orderType;
    for (const said of [`${label} Inspection`, 'Meter number: B-4711', 'Voltage: 400 V', 'Visit'])
      expect(bare(ana.topModal()?.shown)).toContain(said);
    await sent(ana);
    await stage.idle();
    const submitted = await newest();
    expect(submitted.content).toMatchObject({
      ...{ title: 'Yearly inspection', priority: 'low' },
      type: { id: type, name: 'Inspection', fields: inspection.fields, closing: inspection.closing },
      own: [
        { field: 'meter', label: 'Meter number', value: 'B-4711' },
        { field: 'voltage', value: '400 V' },
        { field: 'due', value: '2025-11-28' },
      ],
      items: [{ description: 'Visit', quantity: 1500, unitPrice: '95.5' }],
    });
    const posts = () =>
      stage.sandbox.workspace.channel(channel()) &&
      bare(
        ana
          .messages(channel())
          .map(({ shown }) => shown)
          .join('\n'),
      );
    expect(posts()).toContain('Inspection');
    expect(posts()).toContain('B-4711');

    await approve(stage, sam, channel(), [farid]);
    await open(farid, 'close', channel());
    await farid.submit();
    const { lacking } = words.fields.error;
    expect(farid.errors()).toEqual({
      outcome: lacking.checklist({ count: CHECKS.length, lines: listOf(CHECKS, words) }),
    });
    await farid.closeModal(true);

    await open(farid, 'confirm', channel());
    await next(farid);
    const report = {
      workDone: 'Inspected.',
      startedAt: new Date(Date.now() - 3 * HOUR),
      endedAt: new Date(Date.now() - HOUR),
      final: true,
    };
    await farid.fill(report);
    await next(farid);
    const pass = Object.fromEntries(CHECKS.map((_, n) => [`own-check-${n}`, words.order.check.pass]));
    const page = (from: number, to: number) => Object.fromEntries(Object.entries(pass).slice(from, to));
    const typed = { 'own-pressure': locale === 'de-DE' ? '2,75' : '2.75' };
    await farid.fill({ ...typed, ...page(0, 4), 'own-check-1': words.order.check.fail });
    // Slack itself asks for it.
    await expect(farid.submit()).rejects.toThrow('"Wiring"');
    await farid.fill(page(4, 5));
    await next(farid);
    await farid.fill({ ...page(5, 7), 'own-check-7': words.order.check.not_applicable });
    await next(farid);
    await farid.fill({ 'own-safe': words.order.yesNo.no });
    await next(farid);
    const photos = () => farid.topModal()?.fields.find(({ blockId }) => blockId === 'closingPhotos');
    expect(photos()).toMatchObject({ optional: false });
    await farid.fill({ acceptance: 'unavailable', closingPhotos: [photo('seal.jpg')] });
    await farid.submit();
    expect(farid.errors()).toEqual({
      acceptance: lacking.acceptance({ accepted: words.fields.acceptance.option.accepted }),
    });
    await farid.fill({ acceptance: 'accepted', acceptedBy: 'Mr. Jensen' });
    await next(farid);
    const pressure = `Pressure: ${locale === 'de-DE' ? '2,75' : '2.75'}\u00a0bar`;
    for (const said of [pressure, `Belt: ${words.order.check.fail}`, `Safe to use: ${words.order.yesNo.no}`])
      expect(bare(farid.topModal()?.shown)).toContain(said);
    await sent(farid);
    await stage.idle();

    const order = await newest();
    expect(order.state).toBe('completed');
    const said = Object.fromEntries((order.latest?.content.own ?? []).map(({ field, value }) => [field, value]));
    expect(said).toMatchObject({
      ...{ meter: 'B-4711', pressure: '2.75', safe: 'no' },
      ...{ 'check-0': 'pass', 'check-1': 'fail', 'check-7': 'not_applicable' },
    });
    expect(posts()).toContain(`Belt: ${words.order.check.fail}`);
    const shown = await asked(ana, `/so show ${order.number}`);
    for (const text of ['Inspection', 'Meter number: B-4711', `Belt: ${words.order.check.fail}`, pressure])
      expect(bare(shown)).toContain(text);
    expect(await asked(ana, '/so find B-4711')).toContain('Yearly inspection');
    const file = [...stage.sandbox.workspace.files.values()].findLast(({ title = '' }) => title.endsWith('v2.pdf'));
    const printed = wordsOf(file?.bytes ?? Buffer.alloc(0));
    const { field, own } = words.document;
    for (const text of [field.type, 'Inspection', own.details, 'B-4711', own.checklist, own.result, 'Emergency stop'])
      expect(printed).toContain(text);
    expect(printed).toContain(words.order.check.not_applicable);
  }, 60_000);

  test('what somebody entered themselves stays when they choose a type, and none has no fields', async () => {
    const { ana } = stage.people;
    await anew(ana, null);
    await ana.fill({ title: 'My own title' });
    await ana.fill({ orderType: 'Inspection' });
    await vi.waitFor(() => expect(answerIn(ana, 'description')?.value).toBe('Inspect the conveyor.'));
    expect(answerIn(ana, 'title')?.value).toBe('My own title');
    await ana.fill({ orderType: words.fields.orderType.none });
    await vi.waitFor(() => expect(answerIn(ana, 'description')?.value ?? '').toBe(''));
    expect(answerIn(ana, 'title')?.value).toBe('My own title');
    await ana.fill({ client, location, description: 'Mine' });
    await next(ana);
    await ana.fill({ ...typicalOrder.when(), supervisor: stage.people.sam });
    await next(ana);
    await sent(ana);
    const { content } = await newest();
    expect(content).toMatchObject({ title: 'My own title', description: 'Mine', priority: 'normal', items: [] });
    expect(content).not.toHaveProperty('type');
    expect(content).not.toHaveProperty('own');
  });

  test('changed while the form is open: it is said, and the order is of the type as it was shown', async () => {
    const { ana } = stage.people;
    await anew(ana);
    await goOn(ana);
    await orderType(
      stage,
      { ...inspection, fields: [ownField('new', { asked: 'submit', required: true })] },
      { id: type },
    );
    await ana.submit();
    const say = words.review.question;
    const { label, none } = words.fields.orderType;
    await shows(ana, say.typeChanged({ name: 'Inspection', label, none }).slice(0, 40));
    await sent(ana);
    const changed = await newest();
    expect(changed.content.type?.fields).toEqual(inspection.fields);
    expect(changed.content.own).toMatchObject([{ field: 'meter', value: 'B-4711' }]);
    await orderType(stage, inspection, { id: type });
  });

  test('no longer in use while the form is open: likewise, and nobody is offered it any more', async () => {
    const { ana } = stage.people;
    await anew(ana);
    await goOn(ana);
    await ana.submit();
    await orderType(stage, inspection, { id: type, active: false });
    await ana.submit();
    await shows(ana, words.review.question.typeInactive({ name: 'Inspection' }));
    await sent(ana);
    expect((await newest()).content.type?.fields).toEqual(inspection.fields);
    await anew(ana, null);
    expect(kindOf(ana, 'orderType')).toBeUndefined();
    await orderType(stage, inspection, { id: type });
  });

  test('an edit keeps the type with its answers, whatever became of the type since; so does a copy', async () => {
    const { ana } = stage.people;
    await anew(ana);
    await goOn(ana, { 'own-meter': 'B-1', 'own-voltage': '230 V' });
    await sent(ana);
    await stage.idle();
    const first = await newest();
    await orderType(stage, { ...inspection, name: 'Check', fields: [] }, { id: type });
    await open(ana, 'edit', channel());
    expect(kindOf(ana, 'orderType')).toBeUndefined();
    await next(ana);
    expect(answerIn(ana, 'own-meter')?.value).toBe('B-1');
    await ana.fill({ 'own-meter': 'B-2', 'own-voltage': words.fields.noAnswer });
    await next(ana);
    await next(ana);
    await sent(ana);
    await stage.idle();
    const edited = await newest();
    expect(edited.content.type).toEqual(first.content.type);
    expect(edited.content.own).toMatchObject([{ field: 'meter', value: 'B-2' }]);
    expect(edited.content.own).toHaveLength(1);

    await ana.command(`/so copy ${edited.number}`);
    await ana.modal('submit');
    await ana.press('form_back');
    await vi.waitFor(() => expect(answerIn(ana, 'own-meter')?.value).toBe('B-2'));
    await next(ana);
    await next(ana);
    await sent(ana);
    const copied = await newest();
    expect(copied.number).not.toBe(edited.number);
    expect(copied.content.type).toEqual(first.content.type);
    expect(copied.content.own).toEqual(edited.content.own);
    await orderType(stage, inspection, { id: type });
  });

  test('two people fill in the checklist at once: both are in it', async () => {
    const { ana, sam, farid, fiona } = stage.people;
    await anew(ana);
    await goOn(ana);
    await sent(ana);
    await stage.idle();
    await approve(stage, sam, channel(), [farid, fiona]);
    const report = {
      workDone: 'Looked at it.',
      startedAt: new Date(Date.now() - 3 * HOUR),
      endedAt: new Date(Date.now() - HOUR),
    };
    for (const person of [farid, fiona]) {
      await open(person, 'confirm', channel());
      await next(person);
      await person.fill(report);
      await next(person);
    }
    await farid.fill({ 'own-pressure': '2', 'own-check-0': words.order.check.fail });
    await fiona.fill({ 'own-pressure': '3', 'own-check-1': wordsFor('en').order.check.pass });
    await next(farid);
    await next(farid);
    await sent(farid);
    await stage.idle();
    await next(fiona);
    await next(fiona);
    // Farid's version is shown first.
    await fiona.submit();
    await shows(fiona, farid.name);
    await sent(fiona);
    await stage.idle();
    const order = await newest();
    const said = Object.fromEntries((order.content.own ?? []).map(({ field, value }) => [field, value]));
    expect(said).toMatchObject({ 'check-0': 'fail', 'check-1': 'pass', pressure: '3' });
    expect(order.latest?.n).toBe(3);
  });
});
