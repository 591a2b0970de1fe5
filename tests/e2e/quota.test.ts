import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { beginOrder, decide, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe('F6 a quota of orders that wait for a decision', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage('socket', {}, sketches);
    await stage.set({ approval: { undecidedPerPerson: 2 } });
  }, 60_000);
  afterEach(() => stage.stop());

  test('one more is refused with what to do, before it is typed and when it is sent; the draft is kept, and colleagues are not held up', async () => {
    const { ana, ben, sam } = stage.people;
    const refused = wordsFor().refusal.undecided({ limit: 1 });
    const first = await submitOrder(stage, ana, sam);
    await beginOrder(ana, sam, { job: { title: 'Mend the roof' } });
    await stage.set({ approval: { undecidedPerPerson: 1 } });
    await ana.submit();
    expect(ana.topModal()?.shown).toContain(refused);
    await ana.closeModal(true);
    await ana.command('/service-order');
    await ana.modal();
    expect(ana.topModal()?.shown).toContain(refused);
    await ana.closeModal(true);
    await submitOrder(stage, ben, sam, { job: { title: 'Mend the door' } });
    await decide(stage, sam, 'reject', first, 'Not needed.');
    await ana.command('/service-order');
    await ana.modal('submit');
    expect(ana.topModal()?.shown).toContain(words.forms.page.restored);
    await ana.submit();
    await ana.submit();
    await sent(ana);
    await stage.idle();
    expect(
      stage.sandbox.workspace
        .channels()
        .map(({ name }) => name)
        .join(),
    ).toContain('mend-the-roof');
  }, 60_000);

  test('the last one that fits, sent twice, is repeated and not refused', async () => {
    const { ana, sam } = stage.people;
    await stage.set({ approval: { undecidedPerPerson: 1 } });
    await beginOrder(ana, sam);
    await ana.submit();
    stage.sandbox.faults.loseAcks(1);
    await ana.submit();
    await ana.submit();
    await stage.idle();
    expect(ana.topModal()?.shown ?? '').not.toContain('the most that one person may have');
    expect(await stage.store.list(stage.sandbox.teamId, { limit: 5 })).toHaveLength(1);
  }, 60_000);
});
