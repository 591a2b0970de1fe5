import { describe, expect, test } from 'vitest';
import { STATES } from '../../src/order/order.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';
import { seen } from '../support/markup.ts';
import { messagesAbout } from '../support/messages.ts';
import { words } from '../support/words.ts';
import { actions, inState, item, orderAfter, taken } from '../support/workflow.ts';

describe.each(LANGUAGES)('D8 on a locked phone, in %s', (language) => {
  test.each(STATES)('every text about an order that is %s is plain, and nobody is mentioned', (state) => {
    for (const [where, { text, blocks }] of Object.entries(
      messagesAbout({ ...inState[state], number: 12 }, wordsFor(language)),
    )) {
      expect(text, where).not.toMatch(/\*|`|<@/);
      expect(JSON.stringify(blocks), where).not.toContain('<@');
      // Private answers beside a command are never shown there.
      if (/^(tell|entry|settled|moved|card|superseded)/.test(where)) expect(text, where).not.toMatch(/<!date|UTC/);
      if (/^(tell|entry|settled|card)/.test(where)) expect(text, where).toMatch(/^SO-000012/);
    }
  });
});

describe('D6 a request explains itself', () => {
  const [submission] = inState.changes_requested.entries;
  if (submission?.action.type !== 'submit') throw new Error('an order begins with its submission');
  const before = submission.action;
  const { content } = before;
  const again = {
    ...before,
    ...actions().resubmit,
    type: 'resubmit' as const,
    content: { ...content, title: 'Replace both pumps', contact: '', items: [...content.items, item('z')] },
  };
  const { order, entry } = taken(inState.changes_requested, again);
  const told = { entry, about: 'request' as const, of: undefined, before };

  test('after a resubmission: with what changed since the last one, the amount and the channel', () => {
    const message = tellMessage({ ...order, number: 12 }, told, words, { channel: 'C1', name: 'so-000012' });
    const shown = seen(message.blocks).join('\n');
    expect(shown).toContain(words.entry.changed.title);
    expect(shown).toContain(
      words.entry.changed.value({
        label: words.fields.title.label,
        before: content.title,
        after: 'Replace both pumps',
      }),
    );
    expect(shown).toContain('Added *Item z*');
    expect(shown).toContain('<#C1>');
    expect(message.text).toContain('incl. tax');
    expect(message.text).toContain('Replace both pumps');
  });

  test('with the names of its photos', () => {
    const attachments = [{ fileId: 'F1', name: 'pump.jpg', mimetype: 'image/jpeg', size: 1 }];
    const first = orderAfter('submit');
    const withPhoto = { ...first, content: { ...first.content, attachments } };
    const message = tellMessage(
      withPhoto,
      { entry: first.lastEntry, about: 'request', of: undefined },
      words,
      undefined,
    );
    expect(seen(message.blocks)).toContain(words.card.attachments({ files: 'pump.jpg' }));
  });
});
