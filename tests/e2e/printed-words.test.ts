import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, close, confirm, decide, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';

const { document: words } = wordsFor('en-GB');

describe('what documents say of what happened in Slack', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  const textsIn = (name: string) => stage.sandbox.workspace.channel(name).messages.map(({ text }) => text ?? '');
  const wordsIn = (title: string) => {
    const file = [...stage.sandbox.workspace.files.values()].findLast((one) => one.title === title);
    return wordsOf(file?.bytes ?? Buffer.alloc(0));
  };

  it('C1 characters that no font has are named in the document and by the message with it', async () => {
    const { ana, sam, farid } = stage.people;
    const { unprinted, work } = words;
    const note = unprinted.note({ characters: `U+16A0 (${unprinted.title}, ${work.description})` });
    const name = await submitOrder(stage, ana, sam, { job: { title: 'ᚠ pump', description: 'ᚠ ㈱宮﨑設備 ①' } });
    await approve(stage, sam, name, [farid]);
    expect(wordsIn(`SO-${name.slice(3, 9)} v1.pdf`)).toContain(note);
    expect(wordsIn(`SO-${name.slice(3, 9)} v1.pdf`)).toContain('㈱宮﨑設備 ①');
    expect(textsIn(name).filter((text) => text.includes(note))).toHaveLength(1);
    await confirm(stage, farid, name);
    expect(wordsIn(`SO-${name.slice(3, 9)} v2.pdf`)).toContain(words.state.inProgress);
  });

  it('C9 a reopened order says so, and why, in the history of its next document', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await approve(stage, sam, name, [farid]);
    await close(stage, farid, name, 'as_ordered', { acceptance: 'unavailable' });
    await decide(stage, sam, 'reopen', name, 'It leaks again');
    await confirm(stage, farid, name);
    expect(wordsIn(`SO-${name.slice(3, 9)} v2.pdf`)).not.toContain(words.history.reopened);
    expect(wordsIn(`SO-${name.slice(3, 9)} v3.pdf`)).toContain(
      `${words.history.reopenedBecause({ reason: 'It leaks again' })} Sam Lee`,
    );
  });
});
