import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { eitherOf } from '../../src/words/list.ts';
import { approve, close, confirm, next, open, sent, submitOrder, typicalOrder } from './acting.ts';
import { sketches } from './sketches.ts';
import { type Stage, startStage } from './stage.ts';
import { did, words } from './words.ts';

const { refusal } = words;
const { error } = words.fields;
/** The number of an order, from its channel's name. */
const numberOf = (channel: string): string => `SO-${channel.slice(3, 9)}`;

/** Stories of what is refused: it changes nothing and is explained. */
export function refusals(mode: 'socket' | 'http'): void {
  describe(`what is refused changes nothing and is explained, over ${mode}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await startStage(mode, {}, sketches);
    });
    afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
    afterAll(() => stage.stop());

    const revision = async (channel: string) =>
      (await stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9))))?.revision;
    const told = async (person: Person, part: string) => {
      const { shown } = await person.modal();
      expect(shown).toContain(part);
      await person.closeModal(true);
    };

    test('the wrong person is told privately who may do it', async () => {
      const { ana, sam, farid } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      const before = await revision(name);
      await ana.press('approve', { channel: name });
      await told(ana, refusal.only.approve({ people: eitherOf([sam.name, refusal.admin], words) }));
      await sam.press('resubmit', { channel: name }).catch(() => {});
      await approve(stage, sam, name, [farid]);
      await ana.press('close', { channel: name });
      await told(ana, refusal.only.close({ people: farid.name }));
      expect(await revision(name)).toBe((before ?? 0) + 1);
    });

    test('an admin may decide, the requester may not approve their own order', async () => {
      const { adam, sam, farid } = stage.people;
      const name = await submitOrder(stage, adam, sam);
      await adam.press('approve', { channel: name });
      await told(adam, refusal.ownOrder);
      await approve(stage, sam, name, [farid]);
      const { ana, olga } = stage.people;
      const other = await submitOrder(stage, ana, sam);
      await olga.command(`/so show ${numberOf(other)}`);
      await olga.press('approve');
      await olga.modal('approve');
      await olga.fill({ crew: [farid] });
      await sent(olga);
      await stage.idle();
      expect(stage.sandbox.workspace.channel(other).topic).toContain(words.order.state.approved);
    });

    test('a form that is sent again after trouble with the connection says that it was sent already', async () => {
      const { ana, sam, farid } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await open(sam, 'approve', name);
      await sam.fill({ crew: [farid] });
      stage.sandbox.faults.loseAcks(1);
      expect(await sam.submit()).toHaveProperty('trouble');
      const again = await sam.submit();
      expect('view' in again && again.view.shown).toContain(
        words.forms.notice.sent({ order: numberOf(name), state: words.order.state.approved }),
      );
      await sam.closeModal(true);
      await stage.idle();
      expect(stage.sandbox.workspace.channel(name).files).toHaveLength(1);
    });

    test('a stale button on an old message answers with how things stand', async () => {
      const { ana, sam, farid } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await sam.command(`/so show ${numberOf(name)}`);
      await approve(stage, sam, name, [farid]);
      const old = sam.ephemerals().at(-1);
      await sam.press('approve', { message: old?.ts ?? '' });
      await told(sam, refusal.stands.approve({ order: numberOf(name), name: sam.name }));
    });

    test('the same press twice opens one form, the same form sent twice acts once', async () => {
      const { ana, sam, farid } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await sam.doublePress('approve', { channel: name });
      await sam.modal('approve');
      await sam.fill({ crew: [farid] });
      await sent(sam);
      await sam.redeliverLast();
      await stage.idle();
      const { files, messages } = stage.sandbox.workspace.channel(name);
      expect(files).toHaveLength(1);
      expect(messages.filter(({ text }) => text?.includes(did('approve')))).toHaveLength(1);
      await sam.closeModal(true).catch(() => {});
    });

    test('a submission sent again after its order exists makes no second order', async () => {
      const { ana, sam } = stage.people;
      await submitOrder(stage, ana, sam);
      const orders = stage.sandbox.workspace.channels().length;
      await ana.redeliverLast();
      await stage.idle();
      expect(stage.sandbox.workspace.channels()).toHaveLength(orders);
    });

    test('guests work but do not submit, decide or supervise; strangers do nothing', async () => {
      const { ana, sam, gus, ext } = stage.people;
      await gus.command('/service-order new');
      await told(gus, refusal.members);
      await ana.command('/service-order');
      await ana.modal('submit');
      await ana.fill(typicalOrder.job);
      await next(ana);
      await ana.fill({ ...typicalOrder.when(), supervisor: gus });
      expect(await ana.submit()).toEqual({
        errors: { supervisor: error.person.guest({ name: gus.name }) },
      });
      await ana.fill({ supervisor: ana });
      expect(await ana.submit()).toEqual({
        errors: { supervisor: error.ownSupervisor },
      });
      await ana.closeModal(true);
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [gus]);
      await confirm(stage, gus, name);
      await close(stage, gus, name, 'as_ordered', { acceptance: 'unavailable' });
      expect(stage.sandbox.workspace.channel(name).topic).toContain(words.order.outcome.as_ordered);
      await ext.command('/so list').catch(() => {});
      for (const message of ext.ephemerals()) expect(message.text).not.toContain('SO-');
    });
  });
}
