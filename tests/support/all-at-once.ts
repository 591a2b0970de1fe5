import { createPace as createSlackPace } from '../../sandbox/server/access/pace.ts';
import { frozenClock } from '../../sandbox/server/instruments/clock.ts';
import { createPace } from '../../src/outbox/calls/pace.ts';
import { tiers } from '../../src/outbox/calls/tiers.ts';
import { Later } from '../../src/slack-api/classify-error.ts';

const slackTiers = { t2: 'T2', t3: 'T3', t4: 'T4', special: 'special' } as const;
const isPaced = (name: string): name is keyof typeof tiers => name in tiers;

/**
 * Every method asked for ten times a second, for so many minutes; what goes out arrives up to 200 ms late. `over`: what Slack
 * would have refused; `created`: how often a channel could be created.
 */
export async function allAtOnce(minutes: number) {
  let time = 1_000_000;
  const pace = createPace(
    () => time,
    async (ms) => {
      time += ms;
    },
  );
  const goes = async (method: keyof typeof tiers, channel: string) => {
    try {
      await pace.take(method, channel);
      return true;
    } catch (error) {
      if (error instanceof Later) return false;
      throw error;
    }
  };
  const sent: { method: keyof typeof tiers; channel: string; at: number }[] = [];
  const names = Object.keys(tiers).filter(isPaced);
  for (let tick = 0; tick < minutes * 600; tick++) {
    for (const method of names)
      for (const channel of ['C1', 'U1'])
        if (await goes(method, channel)) sent.push({ method, channel, at: time + ((sent.length * 7919) % 200) });
    time += 100;
  }
  const clock = frozenClock(0);
  const slack = createSlackPace(clock, 'tiers');
  const over = sent
    .sort((a, b) => a.at - b.at)
    .filter(({ method, channel, at }) => {
      clock.advance(at - clock.now());
      return slack.over(method, slackTiers[tiers[method]], channel) !== undefined;
    });
  return { over, created: sent.filter(({ method }) => method === 'conversations.create').length };
}
