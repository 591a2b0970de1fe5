import { expect, test } from 'vitest';
import { defaultTimeouts } from '../../src/slack-api/connect.ts';
import { optionalScopes, requiredScopes } from '../../src/slack-api/scopes.ts';
import { startFaultyStage } from '../support/faulty-stage.ts';
import { inWords, laneOf } from '../support/moments.ts';
import { comparable } from '../support/picture.ts';
import { report } from '../support/report.ts';
import { openSweep, plansFor } from '../support/sweep.ts';

const all: readonly string[] = [...requiredScopes, ...Object.keys(optionalScopes)];
const HISTORY = ['groups:history', 'channels:history', 'im:history'];
const METADATA = ['pins:write', 'bookmarks:read', 'bookmarks:write'];
const NUMBER = /SO-(\d{6})/;

/** What docs/operations.md says of missing scopes: what may be there twice when an answer is lost, and what never is. */
test.concurrent.each<[string, readonly string[], (name: string) => boolean]>([
  ['the history scopes', HISTORY, () => true],
  ['im:write', ['im:write'], inPerson],
  ['every optional scope', [...HISTORY, 'im:write', ...METADATA], () => true],
])(
  'without %s a post whose answer is lost may be there once more, and nothing else',
  async (scopes, missing, feared) => {
    const grantedScopes = all.filter((scope) => !missing.includes(scope));
    // A time-out of a busy computer would double one more message, and rightly so.
    const sweep = await openSweep(1, () => startFaultyStage({ grantedScopes }, defaultTimeouts));
    const shown = sweep.undisturbed.facts.filter((line) => /^(pin|bookmark) /.test(line));
    expect(shown).toHaveLength(missing.includes('bookmarks:read') ? 0 : 2);
    const posts = sweep.moments.filter(({ name }) => /^(chat\.postMessage|conversations\.setTopic)/.test(name));
    expect(posts.length).toBeGreaterThan(15);

    /** What was posted when an answer was lost: each may be there once more. */
    const copies: string[] = [];
    let extra = 0;
    const tally = await sweep.run(
      plansFor(posts, laneOf),
      ({ sandbox }, plan, struck) => ({
        arrived({ name, ...moment }, { args }) {
          const planned = plan.find((one) => inWords(one) === inWords({ name, ...moment }));
          if (!planned) return undefined;
          struck(planned);
          const text = String(args.text);
          if (name.startsWith('chat.postMessage') && feared(name))
            copies.push(comparable(sandbox.workspace, text, Number(NUMBER.exec(text)?.[1])));
          return { kind: 'lost' };
        },
      }),
      (line) => {
        const copy = copies.findIndex((text) => line.includes(text));
        if (copy < 0) return false;
        copies.splice(copy, 1);
        extra += 1;
        return true;
      },
    );
    await sweep.stop();
    report(`without ${scopes}, ${extra} messages twice`, tally);
    expect(tally.failures).toEqual([]);
    expect(tally.struck).toHaveLength(posts.length);
    expect(extra).toBe(posts.filter(({ name }) => name.startsWith('chat.postMessage') && feared(name)).length);
  },
);

/** A post to a person, not to the order's channel. */
function inPerson(name: string): boolean {
  return /^chat\.postMessage [A-Z]/.test(name);
}
