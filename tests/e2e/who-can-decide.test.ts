import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addItem, approve, beginOrder, next, open, sent } from '../support/acting.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { remindersOf, submitIn } from '../support/office-orders.ts';
import { ANY, words } from '../support/words.ts';

const { review } = words;
const { standIn, lead } = words.tell;
const about = { order: 'SO-000001', title: 'Replace pump' };

describe('an order waits for somebody who can decide on it', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    await office.stop();
    expect(office.sandbox.complaints).toEqual([]);
  });

  const order = async () => (await office.store.orderByNumber(office.sandbox.teamId, 1)) ?? expect.unreachable();
  const listed = (limits: Readonly<Record<string, string | null>>, escalation: readonly string[] = []) =>
    office.set({
      changes: { tolerance: 0 },
      hours: { zone: 'Europe/Madrid' },
      reminders: { escalation },
      roles: { supervisors: Object.entries(limits).map(([id, limit]) => ({ id, limit })) },
    });

  test('the substitute’s limit is too low: an admin is asked at the first reminder, told why, and asked for extra cost as well', async () => {
    const { ana, adam, ben, sam, sofia, farid } = office.people;
    await listed({ [sam.id]: null, [sofia.id]: '100', [ben.id]: null });
    const substitute = { id: sofia.id, name: sofia.name };
    const awayUntil = office.at(9, 7) / 1000;
    // Ben could approve it, and is away as well: nobody is sent to him.
    for (const { id } of [sam, ben])
      await office.store.savePreferences(office.sandbox.teamId, id, 0, { digest: true, awayUntil, substitute });
    await beginOrder(ana, sam);
    await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '120' });
    await next(ana);
    const low = { name: sam.name, date: ANY, substitute: sofia.name };
    for (const one of review.question.substituteTooLow(low).split(ANY)) expect(ana.topModal()?.shown).toContain(one);
    await ana.closeModal(true);
    // What was begun comes with it: two pumps.
    const name = await submitIn(office, { days: 0 });
    await office.until(13.5);
    expect([sam, sofia].map((one) => remindersOf(one))).toEqual([[], []]);
    const told = adam.directMessages().at(-1);
    expect(told?.actions).toContain('approve');
    expect(told?.text).toContain(lead.request_priced({ ...about, name: ana.name, amount: '€240.00 net' }));
    expect(told?.text).toContain(standIn.away({ name: sam.name }));
    await approve(office, adam, name, [farid]);
    expect((await order()).approval?.by.id).toBe(adam.id);

    await open(farid, 'confirm', name);
    await addItem(farid, { description: 'Boiler', quantity: '1', unitPrice: '900' });
    await next(farid);
    await farid.fill({ reason: 'It had burst', startedAt: new Date(office.at(8)), endedAt: new Date(office.at(9)) });
    await next(farid);
    const cannot = review.extraTooLow({ names: sofia.name, count: 1 });
    expect(farid.topModal()?.shown).toContain(`${cannot} ${review.extraTakers({ names: '', count: 0 })}`);
    await sent(farid);
    await office.idle();
    const asked = adam.directMessages().at(-1);
    expect(asked?.actions).toContain('extra_accept');
    expect(asked?.text).toContain(standIn.before({ name: sam.name }));
    // Sofia is asked in Sam’s place, and told that she cannot accept so much, and who is there that can.
    const beyond = sofia.directMessages().at(-1);
    expect(beyond?.shown).toContain(words.refusal.overLimit({ net: '€1,140.00', limit: '€100.00' }));
    expect(beyond?.shown).toContain(words.refusal.nobodyEnough({ button: words.forms.button.hand_over }));
    expect(beyond?.actions).toEqual(expect.arrayContaining(['dispute', 'hand_over']));
    expect(beyond?.actions).not.toContain('extra_accept');
  });

  test('the supervisor is taken off the list: of the people of the settings those who are on it are asked', async () => {
    const { sam, sofia, carla } = office.people;
    await listed({ [sam.id]: null, [sofia.id]: null }, [carla.id, sofia.id]);
    await submitIn(office);
    await listed({ [sofia.id]: null }, [carla.id, sofia.id]);
    await office.until(13.5);
    expect([sam, carla].map((one) => remindersOf(one).length)).toEqual([0, 0]);
    expect(carla.directMessages()).toEqual([]);
    const told = sofia.directMessages().at(-1);
    expect(told?.actions).toContain('approve');
    expect(told?.text).toContain(standIn.limit({ name: sam.name }));
  });

  test('nobody of the settings may decide: an admin is asked', async () => {
    const { adam, sam, carla } = office.people;
    await listed({ [sam.id]: '100' }, [carla.id]);
    await submitIn(office);
    await office.until(13.5);
    expect(carla.directMessages()).toEqual([]);
    expect(adam.directMessages().at(-1)?.text).toContain(standIn.limit({ name: sam.name }));
  });
});
