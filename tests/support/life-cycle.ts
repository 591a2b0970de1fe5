import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addItem, approve, close, confirm, decide, next, open, sent, submitOrder, typicalOrder } from './acting.ts';
import { sketches } from './sketches.ts';
import { type Stage, startStage } from './stage.ts';
import { ANY, anyOrder, part, until, words } from './words.ts';

/** The number of an order, from its channel's name. */
const numberOf = (channel: string): string => `SO-${channel.slice(3, 9)}`;
/** The typical order in a sentence. */
const pump = (channel: string) => ({ order: numberOf(channel), title: typicalOrder.job.title });

/** The life of a service order, told with the app on one of the ways to Slack. */
export function lifeCycle(mode: 'socket' | 'http'): void {
  describe(`the life of a service order, over ${mode}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      // Documents are laid out over sockets; the way to Slack makes no difference to them.
      stage = await startStage(mode, {}, mode === 'http' ? sketches : {});
    });
    afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
    afterAll(() => stage.stop());

    const channel = (name: string) => stage.sandbox.workspace.channel(name);
    const texts = (name: string) => channel(name).messages.map(({ text }) => text ?? '');

    test('submit opens a private channel with requester, supervisor, coordinator, card and request', async () => {
      const { ana, sam, carla } = stage.people;
      const name = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
      expect(name).toMatch(/^so-\d{6}-acme-replace-pump$/);
      const { isPrivate, members, pins, topic, files } = channel(name);
      expect({ isPrivate, files }).toEqual({ isPrivate: true, files: [] });
      expect(members.toSorted()).toEqual(['Ana Ruiz', 'Carla Weber', 'Sam Lee', 'Service Orders']);
      expect(topic).toContain(`Acme · ${words.order.state.submitted}`);
      expect(pins).toHaveLength(1);
      expect(texts(name).filter((text) => text.includes(words.entry.did.submit({ name: ana.name })))).toHaveLength(1);
      expect(sam.directMessages().at(-1)?.text).toContain(part(words.tell.lead.request(anyOrder)));
      await sam.press('approve', { message: sam.directMessages().at(-1)?.ts ?? '' });
      await sam.modal('approve');
      await sam.closeModal();
    });

    test('request changes tells the requester, who edits and resubmits; the supervisor is asked again', async () => {
      const { ana, sam } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await decide(stage, sam, 'request_changes', name, 'Which floor?');
      expect(ana.directMessages().at(-1)?.text).toContain('Which floor?');
      expect(channel(name).topic).toContain(words.order.state.changes_requested);
      await expect(sam.press('approve', { channel: name })).rejects.toThrow();
      await open(ana, 'resubmit', name);
      await ana.fill({ location: '1 Main Street, third floor' });
      await next(ana);
      await next(ana);
      await addItem(ana, { description: 'Seal', quantity: '2' });
      await sent(ana);
      await stage.idle();
      expect(channel(name).topic).toContain(words.order.state.submitted);
      const amount = words.tell.amount.net({ net: '€120.00' });
      expect(sam.directMessages().at(-1)?.text).toContain(
        words.tell.lead.again_priced({ ...pump(name), name: ana.name, amount }),
      );
      const order = await stage.store.orderByNumber(stage.sandbox.teamId, Number(name.slice(3, 9)));
      expect(order?.content.location).toBe('1 Main Street, third floor');
      expect(order?.content.items.map(({ description }) => description)).toEqual(['Pump', 'Seal']);
    });

    test('approve invites and tells the crew, issues version 1 and tells the requester; the request is settled', async () => {
      const { ana, sam, farid, gus } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid, gus]);
      const number = numberOf(name);
      expect(channel(name).members).toEqual(expect.arrayContaining(['Farid Haddad', gus.name]));
      expect(channel(name).files).toEqual([`${number} v1.pdf`]);
      expect(channel(name).bookmarks.map(({ title }) => title)).toEqual([words.card.bookmark({ version: 1 })]);
      expect(stage.sandbox.workspace.file(`${number} v1.pdf`).bytes?.subarray(0, 5).toString()).toBe('%PDF-');
      expect(farid.directMessages().at(-1)?.text).toContain(part(words.tell.lead.crew_joined(anyOrder)));
      expect(ana.directMessages().at(-1)?.text).toContain(words.tell.lead.approved({ ...pump(name), name: sam.name }));
      const request = sam.directMessages().at(-1);
      expect(request?.shown).toContain(until(words.tell.settled.approve({ name: sam.name, date: ANY })));
      expect(JSON.stringify(request?.blocks)).not.toContain('"type":"button"');
    });

    test('reject tells the requester why and archives the channel last', async () => {
      const { ana, sam } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await decide(stage, sam, 'reject', name, 'No budget');
      expect(channel(name).isArchived).toBe(true);
      const what = words.entry.did.reject({ name: sam.name });
      expect(texts(name)).toContain(`${words.entry.text({ order: numberOf(name), what })}\nNo budget`);
      expect(ana.directMessages().at(-1)?.text).toContain('No budget');
    });

    test('withdraw by the requester, also from changes requested, archives the channel', async () => {
      const { ana, sam } = stage.people;
      const first = await submitOrder(stage, ana, sam);
      await decide(stage, ana, 'withdraw', first, 'Ordered twice');
      const second = await submitOrder(stage, ana, sam);
      await decide(stage, sam, 'request_changes', second, 'Unclear');
      await decide(stage, ana, 'withdraw', second, 'Not needed any more');
      expect([channel(first).isArchived, channel(second).isArchived]).toEqual([true, true]);
      expect(JSON.stringify(sam.directMessages().at(-1)?.blocks)).not.toContain('"type":"button"');
    });

    test('assign invites and tells the new crew and tells those taken off', async () => {
      const { ana, sam, farid, fiona } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await open(sam, 'assign', name);
      await sam.fill({ crew: [fiona] });
      await sent(sam);
      await stage.idle();
      expect(channel(name).members).toContain('Fiona Walsh');
      expect(fiona.directMessages().at(-1)?.text).toContain(part(words.tell.lead.crew_joined(anyOrder)));
      expect(farid.directMessages().at(-1)?.text).toContain(part(words.tell.lead.crew_left(anyOrder)));
    });

    test('confirmations make versions with their change lists; a final one ends the order', async () => {
      const { ana, sam, farid } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await confirm(stage, farid, name, { items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }] });
      const number = numberOf(name);
      expect(channel(name).files).toEqual([`${number} v1.pdf`, `${number} v2.pdf`]);
      expect(JSON.stringify(channel(name).messages)).toContain(
        words.items.change.added({
          item: '*Seal*',
          line: `2 ${words.items.unit.pcs} × €5.00 = €10.00 (+\u2060€10.00)`,
        }),
      );
      expect(sam.directMessages().at(-1)?.text).toContain(
        words.tell.lead.confirmed({ ...pump(name), name: farid.name }),
      );
      await confirm(stage, farid, name, { final: true });
      expect(channel(name).files.at(-1)).toBe(`${number} v3.pdf`);
      expect(channel(name).topic).toContain(`${words.order.outcome.with_changes} · v3`);
      expect(channel(name).isArchived).toBe(false);
      const state = words.order.outcome.with_changes;
      expect(ana.directMessages().at(-1)?.text).toContain(
        words.tell.lead.closed({ ...pump(name), name: farid.name, state }),
      );
    });

    test('close as ordered issues the final report; the channel is archived after the days in the settings', async () => {
      const { ana, sam, farid } = stage.people;
      await stage.set({ channel: { archiveAfterDays: 0 } });
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await close(stage, farid, name, 'as_ordered', {
        acceptance: 'accepted',
        acceptedBy: 'Mr Client',
      });
      await stage.set({});
      const number = numberOf(name);
      expect(channel(name).topic).toContain(`${words.order.outcome.as_ordered} · v2`);
      expect(channel(name).files).toEqual([`${number} v1.pdf`, `${number} v2.pdf`]);
      expect(channel(name).isArchived).toBe(true);
      const closed = words.entry.did.close({ name: farid.name, outcome: words.order.outcome.as_ordered });
      expect(texts(name).some((text) => text.includes(closed))).toBe(true);
    });

    test('close with changes offers only what is true, and close not performed names the reason', async () => {
      const { ana, sam, farid } = stage.people;
      const changed = await submitOrder(stage, ana, sam);
      await approve(stage, sam, changed, [farid]);
      await confirm(stage, farid, changed, { items: [{ description: 'Seal', quantity: '2' }] });
      await open(farid, 'close', changed);
      await expect(farid.fill({ outcome: 'as_ordered' })).rejects.toThrow();
      await farid.closeModal();
      await close(stage, farid, changed, 'with_changes', { acceptance: 'unavailable' });
      expect(channel(changed).topic).toContain(`${words.order.outcome.with_changes} · v3`);

      const refused = await submitOrder(stage, ana, sam);
      await approve(stage, sam, refused, [farid]);
      await close(stage, farid, refused, 'not_performed', {
        reasonCode: 'client_absent',
        explanation: 'Nobody opened the door',
      });
      expect(channel(refused).topic).toContain(`${words.order.outcome.not_performed} · v2`);
      expect(texts(refused).some((text) => text.includes(words.order.reason.client_absent))).toBe(true);
      expect(channel(refused).files).toHaveLength(2);
    });

    test('reopen goes on in the same channel, or in a new one when the old one is archived', async () => {
      const { ana, sam, farid } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
      await decide(stage, sam, 'reopen', name, 'It leaks again');
      expect(channel(name).topic).toContain(`${words.order.state.approved} · v2`);
      expect(farid.directMessages().at(-1)?.text).toContain('It leaks again');
      await stage.set({ channel: { archiveAfterDays: 0 } });
      await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
      await stage.set({});
      expect(channel(name).isArchived).toBe(true);
      await sam.command(`/so show ${numberOf(name)}`);
      await sam.press('reopen');
      await sam.modal('reopen');
      await sam.fill({ reason: 'And again' });
      await sent(sam);
      await stage.idle();
      const again = channel(`${name}-2`);
      expect(again.isArchived).toBe(false);
      expect(again.members.toSorted()).toEqual(['Ana Ruiz', 'Farid Haddad', 'Sam Lee', 'Service Orders']);
      expect(again.pins).toHaveLength(1);
      await confirm(stage, farid, `${name}-2`);
      expect(again.name).toBe(`${name}-2`);
      expect(channel(`${name}-2`).files).toEqual([`${numberOf(name)} v4.pdf`]);
    });
  });
}
