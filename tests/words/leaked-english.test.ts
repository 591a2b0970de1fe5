import { describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { leakedEnglish, saidIn } from '../support/leaked-english.ts';

const english = wordsFor('en-GB');

describe('English that is read in another language is found', () => {
  test.each([
    ['a label', english.fields.requestedStart.label],
    ['a button', english.types.add],
    ['a sentence around a name', english.types.removed({ name: 'Druck' })],
    ['a sentence within a plural', english.fields.error.lacking.checklist({ count: 2, lines: 'Druck, Lager' })],
    ['a word of a line that no catalogue has', 'This is none of ours'],
  ])('%s', (_, text) => {
    expect(leakedEnglish(['Aufträge', `Zuerst: *${text}*`], 'de')).not.toEqual([]);
  });

  test('what both languages say alike is none, and neither are commands', () => {
    expect(leakedEnglish(['Version 2', 'Status', 'Name', '`/service-order list`'], 'de')).toEqual([]);
  });
});

test('what the app says is read from calls and answers, also where they carry JSON or errors', () => {
  const call = { kind: 'call', method: 'views.open', status: 200, answer: {}, ms: 1, at: 1 } as const;
  const blocks = [{ type: 'section', block_id: 'hidden', text: { type: 'mrkdwn', text: 'A section' } }];
  const args = { view: JSON.stringify({ title: { type: 'plain_text', text: 'A title' }, blocks }), topic: 'A topic' };
  const ack = { kind: 'ack', id: '1', label: '', outcome: 'acked', at: 1, ms: 1 } as const;
  const body = { response_action: 'errors', errors: { title: 'An error' } };
  const said = saidIn([
    { ...call, args },
    { ...ack, body },
    { kind: 'note', at: 1, text: 'not ours' },
  ]);
  expect(said).toEqual(['A title', 'A section', 'A topic', 'An error']);
});
