import { homeActions } from '../../src/slack/views/ids.ts';
import { type Act, castOf, type Life, type Mortal, TRIES, WAIT_TIMEOUT_MS } from './life.ts';
import { isAtWork, lifeAtWork } from './life-at-work.ts';
import type { Moment } from './moments.ts';
import { ask, FORM, filled, PUBLIC_URL } from './web.ts';

const LINK = new RegExp(`${PUBLIC_URL}(/sign/[\\w-]{43})`);

/** The worker asks for a page on which the client can sign, until they get one; its path. */
async function asksForPage(place: Mortal, channel: string): Promise<string> {
  const { worker } = castOf(place);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await place.alive();
    const heard = worker.ephemerals().length;
    await worker.press(homeActions.sign, { channel });
    const answered = () => worker.ephemerals().length > heard;
    await Promise.race([place.sandbox.workspace.waitFor(answered, WAIT_TIMEOUT_MS), place.death()]).catch(() => {});
    const [, path] = LINK.exec(JSON.stringify(worker.ephemerals().slice(heard))) ?? [];
    if (path) return path;
  }
  throw new Error(`${worker.name} never got a page for the client.\n${worker.screen()}`);
}

/** The client signs there; where the connection is lost they send it again, and whoever is up answers. */
const signs: Act = async (place, channel) => {
  const path = await asksForPage(place, channel);
  let body: string | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await place.alive();
    for (const port of place.pages?.() ?? []) {
      const page = await ask(port, path).catch(() => undefined);
      if (page?.status !== 200) continue;
      body ??= filled(page);
      const answer = await ask(port, path, { method: 'POST', headers: FORM, body }).catch(() => undefined);
      if (answer?.status === 303) return;
    }
  }
  throw new Error('the client could not sign');
};

/** The life at work, in which the client signs outside Slack before it costs more. For places that have pages. */
export const lifeSigned: Life = Object.fromEntries(
  Object.entries(lifeAtWork).flatMap(([name, act]): [string, Act][] =>
    name === 'cost more'
      ? [
          ['client signs', signs],
          [name, act],
        ]
      : [[name, act]],
  ),
);

/** Whether an act is no part of the first life. */
export const isAtWorkOrSigned = (moment: Moment): boolean => isAtWork(moment) || moment.act === 'client signs';
