import { describe, expect, it } from 'vitest';
import { createTyping } from '../../src/slack/drafts/typing.ts';

/** Saves that end when they are told to. */
function saves() {
  const begun: { typed: readonly string[]; end: () => void; fail: () => void }[] = [];
  const save = (typed: readonly string[]) =>
    new Promise<void>((resolve, reject) =>
      begun.push({ typed, end: resolve, fail: () => reject(new Error('not saved')) }),
    );
  return { begun, save, typed: () => begun.map(({ typed }) => typed) };
}

describe('What is typed into a page', () => {
  it('is saved at once, and while that takes, what comes meanwhile is saved together', async () => {
    const typing = createTyping<string>();
    const { begun, save, typed } = saves();
    const all = ['title', 'client', 'priority'].map((name) => typing.save('job', name, save));
    expect(typed()).toEqual([['title']]);
    begun[0]?.end();
    await all[0];
    await expect.poll(typed).toEqual([['title'], ['client', 'priority']]);
    begun[1]?.end();
    await Promise.all(all);
    void typing.save('job', 'contact', save);
    expect(typed()).toHaveLength(3);
  });

  it('is saved after a save that failed', async () => {
    const typing = createTyping<string>();
    const { begun, save, typed } = saves();
    const [first, second] = ['title', 'client'].map((name) => typing.save('job', name, save));
    begun[0]?.fail();
    await expect(first).rejects.toThrow('not saved');
    await expect.poll(typed).toEqual([['title'], ['client']]);
    begun[1]?.end();
    await second;
  });

  it('waits for no other page', () => {
    const typing = createTyping<string>();
    const { save, typed } = saves();
    void typing.save('job', 'title', save);
    void typing.save('when', 'contact', save);
    expect(typed()).toEqual([['title'], ['contact']]);
  });

  it('is part of the page that is submitted', async () => {
    const typing = createTyping<string>();
    const { begun, save, typed } = saves();
    const both = ['title', 'client'].map((name) => typing.save('job', name, save));
    typing.submitted('job');
    begun[0]?.end();
    await Promise.all(both);
    expect(typed()).toEqual([['title']]);
    void typing.save('job', 'contact', save);
    expect(typed()).toHaveLength(2);
  });
});
