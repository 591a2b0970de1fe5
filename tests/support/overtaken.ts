import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addItem, approve, close, confirm, decide, next, open, sent, submitOrder } from './acting.ts';
import { sketches } from './sketches.ts';
import { type Stage, startStage } from './stage.ts';
import { orderNumbered } from './whole-order.ts';
import { ANY, did, until, words } from './words.ts';

const { refusal } = words;
const { issuedBy } = words.forms.draft;
/** The number of an order, from its channel's name. */
const numberOf = (channel: string): string => `SO-${channel.slice(3, 9)}`;
/** The line of a change list that says that an item was added. */
const added = (item: string) => until(words.items.change.added({ item: `*${item}*`, line: ANY }));

/** Whether all of these are shown, each below the one before. */
function inOrder(shown: string, parts: readonly string[]): boolean {
  let at = 0;
  return parts.every((part) => {
    const found = shown.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

/** Stories of what others do while somebody has a form open. */
export function overtaken(mode: 'socket' | 'http'): void {
  describe(`what others did while a form was open, over ${mode}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await startStage(mode, {}, sketches);
    });
    afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
    afterAll(() => stage.stop());

    test('the second of two supervisors hears what the first decided, and loses no typing', async () => {
      const { ana, sam, adam } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await adam.command(`/so show ${numberOf(name)}`);
      await adam.press('reject');
      await adam.modal('reject');
      await adam.fill({ reason: 'Budget' });
      await decide(stage, sam, 'reject', name, 'No budget');
      const result = await adam.submit();
      const shown = 'view' in result ? result.view.shown : '';
      expect(shown).toContain(refusal.stands.reject({ order: numberOf(name), name: sam.name }));
      expect(shown).toContain(`${words.fields.reason.label}\nBudget`);
      await adam.closeModal(true);
      await stage.idle();
      const texts = stage.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
      expect(texts.filter((text) => text.includes(did('reject')))).toHaveLength(1);
    });

    test('a worker who is taken off while reporting is told by whom, and is shown what they had', async () => {
      const { ana, sam, farid, fiona } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await open(farid, 'confirm', name);
      await addItem(farid, { description: 'Seal', quantity: '2' });
      await next(farid);
      await farid.fill({
        workDone: 'Half',
        startedAt: new Date(Date.now() - 7_200_000),
        endedAt: new Date(Date.now() - 3_600_000),
        reason: 'Worn',
      });
      await open(sam, 'assign', name);
      await sam.fill({ crew: [fiona] });
      await sent(sam);
      const late = await farid.submit();
      const shown = 'view' in late ? late.view.shown : '';
      expect(shown).toContain(`${refusal.left({ name: sam.name })} ${refusal.only.confirm({ people: fiona.name })}`);
      expect(inOrder(shown, ['Half', 'Worn', added('Seal')])).toBe(true);
      await farid.closeModal(true);
      await stage.idle();
    });

    test('a worker who is taken off while closing is shown what they typed, and no change that they never made', async () => {
      const { ana, sam, farid, fiona } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await open(farid, 'close', name);
      await next(farid);
      await farid.fill({ note: 'All dry', acceptance: 'unavailable' });
      await open(sam, 'assign', name);
      await sam.fill({ crew: [fiona] });
      await sent(sam);
      const late = await farid.submit();
      const shown = 'view' in late ? late.view.shown : '';
      expect(shown).toContain(refusal.left({ name: sam.name }));
      expect(shown).toContain('All dry');
      expect(shown).not.toContain(words.items.label);
      expect(shown).not.toContain(until(words.items.change.removed({ item: ANY, line: ANY })));
      await farid.closeModal(true);
      await stage.idle();
    });

    test('an order that was resubmitted meanwhile is not withdrawn unseen', async () => {
      const { ana, sam } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await decide(stage, sam, 'request_changes', name, 'Which pump?');
      await open(sam, 'withdraw', name);
      await sam.fill({ reason: 'No answer' });
      await open(ana, 'resubmit', name);
      await next(ana);
      await next(ana);
      await sent(ana);
      const late = await sam.submit();
      const shown = 'view' in late ? late.view.shown : '';
      expect(shown).toContain(refusal.edited({ name: ana.name }));
      expect(shown).toContain('No answer');
      await sam.closeModal(true);
      await stage.idle();
      expect(stage.sandbox.workspace.channel(name).topic).toContain(words.order.state.submitted);
    });

    test('a confirmation from an older version is put on top of the newer one, shown, and sent again', async () => {
      const { ana, sam, farid, fiona } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid, fiona]);
      await open(farid, 'confirm', name);
      await addItem(farid, { description: 'Seal', quantity: '2', unitPrice: '5' });
      await next(farid);
      await farid.fill({
        workDone: 'Half of it',
        startedAt: new Date(Date.now() - 7_200_000),
        endedAt: new Date(Date.now() - 3_600_000),
        reason: 'Worn',
      });
      await next(farid);
      await confirm(stage, fiona, name, { items: [{ description: 'Hose', quantity: '1', unitPrice: '9' }] });
      const late = await farid.submit();
      const shown = 'view' in late ? late.view.shown : '';
      expect(inOrder(shown, [issuedBy({ name: fiona.name, version: 2 }), added('Hose'), added('Seal')])).toBe(true);
      await sent(farid);
      await stage.idle();
      const order = await orderNumbered(stage.store, stage.sandbox.teamId, Number(name.slice(3, 9)));
      expect(order.versions.map(({ content }) => content.items.map(({ description }) => description))).toEqual([
        ['Pump'],
        ['Pump', 'Hose'],
        ['Pump', 'Hose', 'Seal'],
      ]);
      expect(stage.sandbox.workspace.channel(name).files).toHaveLength(3);
    });

    test('closing over somebody else’s confirmation shows it first', async () => {
      const { ana, sam, farid, fiona } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid, fiona]);
      await open(farid, 'close', name);
      await farid.fill({ outcome: 'with_changes' });
      await next(farid);
      await farid.fill({ acceptance: 'unavailable', note: 'All good' });
      await confirm(stage, fiona, name, { items: [{ description: 'Hose', quantity: '1' }] });
      const late = await farid.submit();
      expect('view' in late && late.view.shown).toContain(issuedBy({ name: fiona.name, version: 2 }));
      await sent(farid);
      await stage.idle();
      expect(stage.sandbox.workspace.channel(name).topic).toContain(`${words.order.outcome.with_changes} · v3`);
    });

    test('assigning somebody to an order that was closed meanwhile is refused', async () => {
      const { ana, sam, farid, fiona } = stage.people;
      const name = await submitOrder(stage, ana, sam);
      await approve(stage, sam, name, [farid]);
      await open(sam, 'assign', name);
      await sam.fill({ crew: [fiona] });
      await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
      const late = await sam.submit();
      expect('view' in late && late.view.shown).toContain(
        refusal.stands.close({ order: numberOf(name), name: farid.name }),
      );
      await sam.closeModal(true);
      expect(stage.sandbox.workspace.channel(name).members).not.toContain('Fiona Walsh');
    });
  });
}
