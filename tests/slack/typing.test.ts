import { describe, expect, it } from 'vitest';
import { createTyping } from '../../src/slack/drafts/typing.ts';
import { BlockActions } from '../../src/slack/transport/payloads.ts';

const typed = (block_id: string, second: number, page = 'job') =>
  BlockActions.parse({
    ...{ type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: 't' },
    view: { id: 'V1', type: 'modal', private_metadata: page },
    actions: [{ action_id: 'field-0', block_id, action_ts: `180000000${second}.000000` }],
  });

/** Saves that end when they are told to. */
function saves() {
  const begun: { fields: string[]; end: () => void; fail: () => void }[] = [];
  const save = ({ actions }: BlockActions) =>
    new Promise<void>((resolve, reject) =>
      begun.push({
        fields: actions.map(({ block_id }) => block_id),
        end: resolve,
        fail: () => reject(new Error('not saved')),
      }),
    );
  return { begun, save, fields: () => begun.map(({ fields }) => fields) };
}

describe('What is typed into a page', () => {
  it('is saved at once, and while that takes, what comes meanwhile is saved together, by the newest', async () => {
    const typing = createTyping();
    const { begun, save, fields } = saves();
    const all = [typed('title', 1), typed('client', 2), typed('priority', 4), typed('location', 3)].map((payload) =>
      typing.save(payload, save),
    );
    expect(fields()).toEqual([['title']]);
    begun[0]?.end();
    await all[0];
    await expect.poll(fields).toEqual([['title'], ['priority', 'client', 'location']]);
    begun[1]?.end();
    await Promise.all(all);
    void typing.save(typed('contact', 5), save);
    expect(fields()).toHaveLength(3);
  });

  it('is saved after a save that failed', async () => {
    const typing = createTyping();
    const { begun, save, fields } = saves();
    const [first, second] = [typing.save(typed('title', 1), save), typing.save(typed('client', 2), save)];
    begun[0]?.fail();
    await expect(first).rejects.toThrow('not saved');
    await expect.poll(fields).toEqual([['title'], ['client']]);
    begun[1]?.end();
    await second;
  });

  it('waits for no other page', () => {
    const typing = createTyping();
    const { save, fields } = saves();
    void typing.save(typed('title', 1), save);
    void typing.save(typed('contact', 2, 'when'), save);
    expect(fields()).toEqual([['title'], ['contact']]);
  });

  it('is part of the page that is submitted', async () => {
    const typing = createTyping();
    const { begun, save, fields } = saves();
    const [first, second] = [typing.save(typed('title', 1), save), typing.save(typed('client', 2), save)];
    const { view, ...payload } = typed('client', 2);
    if (!view) throw new Error('there is no view');
    typing.submitted({ ...payload, view });
    begun[0]?.end();
    await Promise.all([first, second]);
    expect(fields()).toEqual([['title']]);
    void typing.save(typed('contact', 3), save);
    expect(fields()).toHaveLength(2);
  });
});
