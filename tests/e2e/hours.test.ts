import { afterEach, describe, expect, test, vi } from 'vitest';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approve, next, open, sent, submitOrder } from '../support/acting.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { ANY, until, words } from '../support/words.ts';

let office: Office;
let name: string;

afterEach(async () => {
  await office.stop();
  expect(office.sandbox.complaints).toEqual([]);
});

/** An approved order with four hours of labour, of which Farid and Gus are the crew. */
async function begin(locale = 'en-GB', settings: Parameters<typeof openOffice>[1] = {}) {
  office = await openOffice('socket', settings);
  const { ana, sam, farid, gus, carla } = office.people;
  if (locale !== 'en-GB') farid.setLanguage(locale);
  const when = { coordinator: carla, requestedStart: new Date(office.at(10)), requestedEnd: new Date(office.at(12)) };
  const items = [{ kind: 'labour', description: 'Fitter', quantity: '4', unit: 'h', unitPrice: '95' }];
  name = await submitOrder(office, ana, sam, { when, items });
  await approve(office, sam, name, [farid, gus]);
}

const order = async () =>
  (await office.store.orderByNumber(office.sandbox.teamId, Number(name.slice(3, 9)))) ?? expect.unreachable();

/** Opens the editor of hours on the confirmation that is open. */
async function addHours(who: keyof Office['people'] & string, values: Record<string, unknown> = {}) {
  const person = office.people[who] ?? expect.unreachable(who);
  await person.press('hours_add');
  await person.modal('hours');
  if (Object.keys(values).length > 0) await person.fill(values as Parameters<typeof person.fill>[0]);
  const saved = await person.submit();
  if (!('closed' in saved)) return saved;
  await person.modal('confirm');
  return undefined;
}

const channelTexts = () => office.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');

test('me, today, three hours: one field and two taps, on the card, in the entry, found and printed', async () => {
  await begin();
  const { farid, ana } = office.people;
  await open(farid, 'confirm', name);
  expect(await addHours('farid', { hours: '3' })).toBeUndefined();
  await vi.waitFor(() => expect(farid.topModal()?.shown).toContain(`Fitter · ${farid.name}`));
  await next(farid);
  await sent(farid);
  await office.idle();
  const [line, ...others] = (await order()).content.items;
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    quantity: 3000,
    unitPrice: '95',
    time: { worker: { id: farid.id, name: farid.name }, day: '2027-01-11', activity: 'work' },
  });
  // Nobody had to say why, and nothing was unplanned.
  expect((await order()).latest?.report?.reason).toBe(words.fields.actualQuantities);
  const sum = words.hours.sum.work({ work: '3' });
  // What a notification says has no markup.
  expect(channelTexts().some((text) => text.includes(words.hours.sum.soFar({ hours: sum }).replaceAll('*', '')))).toBe(
    true,
  );
  const { messages } = office.sandbox.workspace.channel(name);
  const card = messages.map(({ blocks }) => JSON.stringify(blocks)).join();
  expect(card).toContain(words.hours.sum.of({ hours: sum }));
  expect(card).toContain(`Fitter · ${farid.name}`);
  const found = await ana.command('/so find Haddad');
  expect(JSON.stringify(found)).toContain(orderNumber((await order()).number));
});

describe.each(['en-GB', 'de-DE'])('a reader of %s', (locale) => {
  const own = wordsFor(locale);

  test('started work is filled in; overlaps and long days are asked about, then sent', async () => {
    await begin(locale);
    const { farid, gus } = office.people;
    await farid.press('start_work', { channel: name });
    await office.until(11);
    await open(farid, 'confirm', name);
    expect(await addHours('farid')).toBeUndefined();
    const comma = locale === 'de-DE' ? '23,5' : '23.5';
    expect(await addHours('farid', { workers: [farid, gus], hours: comma, activity: 'travel' })).toBeUndefined();
    expect(await addHours('farid', { from: '09:30', to: '10:00' })).toBeUndefined();
    const times = own.hours.times({ from: '09:30', to: '10:00' });
    await vi.waitFor(() => expect(farid.topModal()?.shown).toContain(times));
    const wrong = await addHours('farid', { from: '10:00', to: '09:00', hours: '24' });
    expect(wrong).toMatchObject({ errors: { hours: expect.stringContaining('23') } });
    await farid.closeModal();
    await next(farid);
    await next(farid);
    const { question } = own.hours;
    const shown = farid.topModal()?.shown ?? '';
    expect(shown).toContain(until(question.longDay({ worker: farid.name, hours: ANY, day: ANY })));
    expect(shown).toContain(until(question.overlap({ worker: farid.name, one: ANY, other: ANY })));
    await sent(farid);
    await office.idle();
    const { items } = (await order()).content;
    expect(items.map(({ quantity, time }) => [time?.worker.name, time?.activity, quantity])).toEqual([
      [farid.name, 'work', 2000],
      [farid.name, 'travel', 23_500],
      [gus.name, 'travel', 23_500],
      [farid.name, 'work', 500],
    ]);
  });
});

test('two who report at once lose nothing; a line is changed and removed; who may not add any is told', async () => {
  await begin();
  const { farid, gus, ana } = office.people;
  // The editor begins with the minute since then: who types how many hours it were means these.
  await farid.press('start_work', { channel: name });
  await office.idle();
  await open(farid, 'confirm', name);
  await open(gus, 'confirm', name);
  await addHours('farid', { hours: '2' });
  await addHours('gus', { hours: '1:30' });
  await addHours('gus', { hours: '1', activity: 'travel' });
  await vi.waitFor(() => expect(gus.topModal()?.shown).toContain(`${words.hours.activity.travel} · ${gus.name}`));
  await gus.press('item_edit', { nth: 0 });
  await gus.modal('hours');
  await gus.fill({ hours: '2:30' });
  await gus.submit();
  await gus.modal('confirm');
  await gus.press('item_remove', { nth: 1 });
  await next(farid);
  await sent(farid);
  await office.idle();
  await next(gus);
  await gus.submit();
  if (gus.topModal()) await sent(gus).catch(async () => sent(gus));
  await office.idle();
  const now = await order();
  expect(now.content.items.map(({ quantity, time }) => [time?.worker.name, quantity])).toEqual([
    [farid.name, 2000],
    [gus.name, 2500],
  ]);
  // Who is not on the crew gets no form at all.
  await open(ana, 'confirm', name).catch(() => undefined);
  expect(ana.topModal()?.callbackId ?? '').not.toBe('form:confirm');
});
