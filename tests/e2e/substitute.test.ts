import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { formatMoney } from '../../src/order/amounts/money.ts';
import { awayIds } from '../../src/slack/views/ids.ts';
import { awayBlocks } from '../../src/slack/views/inbox/away.ts';
import { addItem, approve, asked, beginOrder, next, open, sent } from '../support/acting.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { digestsOf, remindersOf, submitIn } from '../support/office-orders.ts';
import { transports } from '../support/transports.ts';
import { ANY, part, words } from '../support/words.ts';

const { away, card, entry, forms, home, refusal, review, tell } = words;
const FRIDAY = '2027-01-15';

describe.each(transports)('somebody who decides for a supervisor who is away, over %s', (mode) => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(mode, { changes: { tolerance: 20_000 } });
  });
  afterEach(async () => {
    await office.stop();
    expect(office.sandbox.complaints).toEqual([]);
  });

  /** Sam says in Home that they are away until Friday, and who decides meanwhile. */
  const goesAway = async (substitute = office.people.sofia) => {
    const { sam } = office.people;
    await sam.openHome();
    await sam.press(awayIds.open, { home: true });
    await sam.modal(awayIds.modal);
    await sam.fill({ [awayBlocks.last]: FRIDAY, [awayBlocks.substitute]: substitute });
    expect(await sam.submit()).toHaveProperty('closed');
    await office.idle();
  };
  const isBack = async () => {
    await office.people.sam.press(awayIds.back, { home: true });
    await office.idle();
  };
  /** An answer that may come a little later. */
  const answer = async (who: Person, line: string) => {
    const before = who.ephemerals().length;
    await who.command(line);
    await office.sandbox.workspace.waitFor(() => who.ephemerals().length > before);
    return who.ephemerals().at(-1)?.shown ?? '';
  };
  const told = (who = office.people.sofia) => who.directMessages().map(({ text }) => text ?? '');

  test('gets what waits already in one message, in the inbox and by number, and decides', async () => {
    const { ana, sam, sofia, farid } = office.people;
    const first = await submitIn(office, { title: 'First' });
    await submitIn(office, { title: 'Second' });
    expect(await asked(sofia, '/so show SO-1')).not.toContain('First');
    await goesAway();
    const [only, ...more] = sofia.directMessages();
    expect(more).toEqual([]);
    expect(only?.text).toBe(
      [away.standIn.namedPlain({ name: sam.name }), away.standIn.waiting({ count: 2 })]
        .concat('SO-000001 First', 'SO-000002 Second')
        .join('\n'),
    );
    expect(only?.shown).toContain(part(away.standIn.named({ name: sam.name, date: ANY })));
    const step = entry.did.ask_instead({ name: 'Service Orders', asked: sofia.name });
    expect(JSON.stringify(office.sandbox.workspace.channel(first).messages)).not.toContain(step);
    const inbox = await asked(sofia, '/so inbox');
    for (const title of ['First', 'Second']) expect(inbox).toContain(title);
    const forSam = part(words.inbox.standIn({ waits: ANY, name: sam.name }));
    // In its text and in its rows.
    expect(inbox.split(forSam)).toHaveLength(5);
    await sofia.openHome();
    expect(sofia.home()?.shown.split(forSam)).toHaveLength(3);
    await open(sofia, 'approve', first);
    expect(sofia.topModal()?.shown).toContain(forms.decidesFor.away({ name: sam.name }));
    await sofia.closeModal(true);
    expect(await asked(sofia, '/so show SO-1')).toContain('First');
    expect(await asked(sofia, '/so history SO-1')).toContain(step);
    await approve(office, sofia, first, [farid]);
    expect((await office.store.orderByNumber(office.sandbox.teamId, 1))?.approval?.by.id).toBe(sofia.id);
    expect(ana.directMessages().at(-1)?.text).toContain(tell.decidedFor({ name: sam.name }));
    // The reminder of the other one goes to who is there.
    await office.until(13.5);
    expect([sofia, sam].map((one) => remindersOf(one).length)).toEqual([1, 0]);
  });

  test('is told why; so is who submits an order meanwhile', async () => {
    const { ana, sam, sofia } = office.people;
    await goesAway();
    expect(told()).toEqual([expect.stringContaining(away.standIn.waiting({ count: 0 }))]);
    await beginOrder(ana, sam);
    await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '120' });
    await next(ana);
    const asks = review.question.supervisorAway({ name: sam.name, date: ANY, substitute: sofia.name });
    for (const one of asks.split(ANY)) expect(ana.topModal()?.shown).toContain(one);
    await sent(ana);
    await office.idle();
    const request = sofia.directMessages().at(-1);
    expect(request?.actions).toContain('approve');
    for (const one of tell.standIn.until({ name: sam.name, date: ANY }).split(ANY))
      expect(request?.shown).toContain(one);
    expect(await asked(ana, '/so history SO-1')).toContain(
      entry.did.ask_instead({ name: 'Service Orders', asked: sofia.name }),
    );
    expect(sam.directMessages().at(-1)?.shown).not.toContain(part(tell.standIn.until({ name: ANY, date: ANY })));
  });

  test('is asked for extra cost that comes up meanwhile, once', async () => {
    const { sam, sofia, farid } = office.people;
    const name = await submitIn(office, { days: 0 });
    await approve(office, sam, name, [farid]);
    await goesAway();
    const before = told().length;
    await open(farid, 'confirm', name);
    await addItem(farid, { description: 'Boiler', quantity: '1', unitPrice: '900' });
    await next(farid);
    await farid.fill({ reason: 'It had burst', startedAt: new Date(office.at(8)), endedAt: new Date(office.at(9)) });
    await next(farid);
    const asks = part(review.question.supervisorAway({ name: sam.name, date: ANY, substitute: sofia.name }));
    expect(farid.topModal()?.shown).toMatch(new RegExp(asks));
    await sent(farid);
    await office.idle();
    expect(told().slice(before)).toHaveLength(1);
    expect(sofia.directMessages().at(-1)?.actions).toContain('extra_accept');
    expect(told().at(-1)).toContain(part(tell.standIn.until({ name: sam.name, date: ANY })));
    const request = sofia.directMessages().at(-1)?.shown;
    await sofia.press('extra_accept', { message: sofia.directMessages().at(-1)?.ts ?? '' });
    await office.idle();
    const order = await office.store.orderByNumber(office.sandbox.teamId, 1);
    expect(order?.progress.question).toBeNull();
    // What it says that Accept covers is what it covers then.
    const { covers = 0, for: whom } = order?.latest?.accepted?.at(-1) ?? {};
    const money = formatMoney(covers, order?.content ?? expect.unreachable(), 'en-GB');
    expect(covers).toBeGreaterThan(90_000);
    expect(request).toContain(tell.covers({ button: card.accept, covers: money }));
    expect(whom).toEqual({ id: sam.id, name: sam.name });
    expect(sofia.directMessages().at(-1)?.actions).not.toContain('extra_accept');
  });

  test('is asked for nothing any more when the supervisor is back, and told so', async () => {
    const { sam, sofia, olga, farid } = office.people;
    const name = await submitIn(office);
    await goesAway();
    await goesAway(olga);
    expect(told()).toHaveLength(2);
    expect(told().at(-1)).toBe(away.standIn.ended({ name: sam.name }));
    expect(told(olga).at(-1)).toContain(away.standIn.waiting({ count: 1 }));
    expect(await asked(sofia, '/so inbox')).toContain(home.nothingWaiting);
    await isBack();
    expect(told(olga).at(-1)).toBe(away.standIn.ended({ name: sam.name }));
    expect(await asked(olga, '/so inbox')).toContain(home.nothingWaiting);
    expect(await asked(sam, '/so inbox')).toContain('Replace pump');
    await office.until(13.5);
    expect([sam, sofia, olga].map((one) => remindersOf(one).length)).toEqual([1, 0, 0]);
    await office.until(9, 1);
    expect(digestsOf(sofia)).toEqual([]);
    // What they were asked for, they may still decide on.
    await approve(office, sofia, name, [farid]);
    expect((await office.store.orderByNumber(office.sandbox.teamId, 1))?.approval?.by.id).toBe(sofia.id);
  });

  test('an order that is handed over to somebody who is away is asked about, and asked of their substitute as well', async () => {
    const { sam, sofia, olga } = office.people;
    const name = await submitIn(office, { supervisor: olga });
    await goesAway();
    await open(olga, 'hand_over', name);
    await olga.fill({ to: sam });
    expect(await olga.submit()).toHaveProperty('view');
    const asks = review.question.supervisorAway({ name: sam.name, date: ANY, substitute: sofia.name });
    for (const one of asks.split(ANY)) expect(olga.topModal()?.shown).toContain(one);
    await sent(olga);
    await office.idle();
    for (const one of [sam, sofia]) expect(one.directMessages().at(-1)?.actions).toContain('approve');
    const about = { order: ANY, name: olga.name, title: 'Replace pump', to: sam.name };
    const lead = tell.lead.passed_on_priced({ ...about, amount: tell.amount.net({ net: '€120.00' }) });
    expect(told().at(-1)).toContain(part(lead));
    expect(told(sam).at(-1)).not.toContain(part(lead));
    // Away as well, the substitute is named with that.
    await office.store.savePreferences(office.sandbox.teamId, sofia.id, 0, {
      ...{ digest: true, awayUntil: Math.floor(office.clock.now() / 1000) + 86_400 },
      substitute: { id: sam.id, name: sam.name },
    });
    const next = await submitIn(office, { supervisor: olga });
    await open(olga, 'hand_over', next);
    await olga.fill({ to: sam });
    await olga.submit();
    expect(olga.topModal()?.shown).toContain(
      part(review.question.supervisorsAway({ name: sam.name, date: ANY, substitute: sofia.name })),
    );
    await olga.closeModal(true);
  });

  test('acts as a supervisor while the absence lasts, and does nothing but decide what they were asked after it', async () => {
    const { sam, sofia, farid } = office.people;
    const name = await submitIn(office);
    await goesAway();
    const offered = async () => {
      await asked(sofia, '/so show SO-1');
      return sofia.ephemerals().at(-1)?.actions ?? [];
    };
    const [only] = sofia.directMessages();
    expect(await offered()).toEqual(expect.arrayContaining(['approve', 'hand_over']));
    await isBack();
    const after = await offered();
    expect(after).toEqual(expect.arrayContaining(['approve', 'request_changes', 'reject']));
    for (const one of ['hand_over', 'withdraw']) expect(after).not.toContain(one);
    await sofia.press('hand_over', { channel: name });
    expect((await sofia.modal()).shown).toContain(refusal.relieved({ name: sam.name }));
    await sofia.closeModal(true);
    expect(only?.text).toContain(sam.name);
    await approve(office, sofia, name, [farid]);
    expect(await asked(sofia, '/so history SO-1')).toContain(part(entry.substituteFor({ what: ANY, name: sam.name })));
    for (const one of ['hold', 'assign', 'reschedule']) expect(await offered()).not.toContain(one);
    await sofia.press('hold', { channel: name });
    expect((await sofia.modal()).shown).toContain(refusal.relieved({ name: sam.name }));
    await sofia.closeModal(true);
  });

  test('an absence that has ended by itself leaves the decision to the supervisor', async () => {
    const { sam, sofia } = office.people;
    await goesAway();
    await submitIn(office);
    expect(await asked(sofia, '/so inbox')).toContain('Replace pump');
    await office.until(9, 7);
    expect(await answer(sofia, '/so inbox')).toContain(home.nothingWaiting);
    expect(await answer(sam, '/so inbox')).toContain('Replace pump');
  });
});
