import { homeActions } from '../../src/slack/views/ids.ts';
import { type Act, castOf, type Mortal, TRIES, WAIT_TIMEOUT_MS } from './life.ts';
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

/** The client signs outside Slack, at a place that has pages; where the connection is lost they send it again, and whoever is up answers. */
export const clientSigns: Act = async (place, channel) => {
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
