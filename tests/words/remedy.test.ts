import { describe, expect, test } from 'vitest';
import { keptRemedy, type Remedy, remedyText } from '../../src/words/remedy.ts';
import { wordsFor } from '../../src/words/words.ts';

describe('what somebody has to do is kept as facts, and said in the reader’s language', () => {
  const remedy: Remedy = {
    say: 'not_added',
    people: ['Farid (cant_invite)', 'Gus (x)'],
    channel: 'so-000012-acme',
  };

  test.each([
    ['en-GB', 'Slack didn’t let the app add these people to #so-000012-acme: Farid (cant_invite) and Gus (x).'],
    [
      'de-DE',
      'Slack hat nicht zugelassen, dass die App diese Personen zu #so-000012-acme hinzufügt: Farid (cant_invite) und Gus (x).',
    ],
    [
      'es-ES',
      'Slack no permitió que la aplicación agregara a estas personas a #so-000012-acme: Farid (cant_invite) y Gus (x).',
    ],
  ])('%s', (locale, sentence) => {
    expect(remedyText(keptRemedy(remedy), wordsFor(locale))).toContain(sentence);
  });

  test.each(['Unarchive it, then retry.', '', '{"say":"of another version"}', '7', '{"say":"not_added"}'])(
    'what cannot be said otherwise is shown as it was kept: %j',
    (kept) => expect(remedyText(kept, wordsFor('de-DE'))).toBe(kept),
  );
});
