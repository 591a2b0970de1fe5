import { expect, test } from 'vitest';
import { optionalScopes, requiredScopes } from '../../src/slack/scopes.ts';
import { startFaultyStage } from '../support/faulty-stage.ts';
import { inWords, laneOf } from '../support/moments.ts';
import { report } from '../support/report.ts';
import { openSweep, plansFor } from '../support/sweep.ts';

const all: readonly string[] = [...requiredScopes, ...Object.keys(optionalScopes)];
const HISTORY = ['groups:history', 'channels:history'];
const DIRECT = ['im:write', 'im:history'];

/** What docs/operations.md says of missing scopes: what may be there twice when an answer is lost, and what never is. */
test.concurrent.each<[string, readonly string[], (name: string) => boolean]>([
  ['the history scopes', HISTORY, (name) => !inPerson(name)],
  ['im:write', ['im:write'], inPerson],
  ['im:history', ['im:history'], inPerson],
  ['bookmarks:read', ['bookmarks:read'], () => false],
  ['every optional scope', [...HISTORY, ...DIRECT, 'pins:write', 'bookmarks:read', 'bookmarks:write'], () => true],
])(
  'without %s a post whose answer is lost may be there once more, and nothing else',
  async (scopes, missing, feared) => {
    const grantedScopes = all.filter((scope) => !missing.includes(scope));
    const sweep = await openSweep(1, () => startFaultyStage({ grantedScopes }));
    const posts = sweep.moments.filter(({ name }) =>
      /^(chat\.postMessage|pins|bookmarks|conversations\.setTopic)/.test(name),
    );
    expect(posts.length).toBeGreaterThan(10);
    const copies: string[] = [];
    let extra = 0;
    const tally = await sweep.run(
      plansFor(posts, laneOf),
      (_, plan, struck) => ({
        arrived(moment, { args }) {
          const planned = plan.find((one) => inWords(one) === inWords(moment));
          if (!planned) return undefined;
          struck(planned);
          if (moment.name.startsWith('chat.postMessage') && feared(moment.name))
            copies.push(String(args.text).replaceAll(/SO-\d+/g, 'SO-#'));
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
  },
);

/** A post to a person, not to the order's channel. */
function inPerson(name: string): boolean {
  return /^chat\.postMessage [A-Z]/.test(name);
}
