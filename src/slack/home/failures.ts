import { createHash } from 'node:crypto';
import { type Cause, isLostChannel, type Store } from '../../../db/ports.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../replies/open-views.ts';
import { CAUSES_SHOWN, EVERYTHING, type Failures, ROWS_SHOWN } from '../views/desk/failures.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';

/** Parked effects among which the one is looked for that a button in Home is about. */
const PARKED_LOOKED_AT = 1000;

/** Draws again what the button stands in: Home, or the health of the app. */
type Redraw = () => Promise<void>;

/** An admin tries again one thing that could not be delivered, and sees how things stand then. */
export function retryEffect(deps: Deps, caller: Caller, effectId: string, again: Redraw): Promise<void> {
  return retried(deps, caller, again, () => deps.store.unpark(deps.team, effectId, deps.now()));
}

/** An admin tries again all that could not be delivered, or all that has this cause. */
export function retryAll(deps: Deps, caller: Caller, key: string, again: Redraw): Promise<void> {
  return retried(deps, caller, again, async () => {
    const { store, team, now } = deps;
    if (key === EVERYTHING) return store.unparkAll(team, now());
    const cause = (await store.parkedCauses(team, CAUSES_READ)).find((one) => causeKey(one) === key);
    // Somebody else has pressed it meanwhile.
    if (cause) await store.unparkAll(team, now(), cause);
  });
}

/** After this long most of what was tried again is delivered, or has failed again. Milliseconds. */
const LOOK_AGAIN = 4000;

async function retried(deps: Deps, caller: Caller, again: Redraw, unpark: () => Promise<unknown>): Promise<void> {
  const person = await deps.people.find(caller.person);
  if (!person?.admin || person.kind !== 'member') {
    const words = readersWords(person, await deps.store.settings(deps.team));
    const { forms, home } = words;
    return deps.views.show(caller, notice(words, forms.notice.title.refused, home.failed.adminsOnly));
  }
  await unpark();
  deps.nudge();
  await again();
  setTimeout(() => void again(), LOOK_AGAIN).unref();
}

/** An admin gives up the channel that the app cannot get into: the order goes on in a new one. */
export function openNewChannel(deps: Deps, caller: Caller, order: string, again: Redraw): Promise<void> {
  return retried(deps, caller, again, async () => {
    const { team, store, now, log } = deps;
    const by = caller.person;
    const [ref, failures] = await Promise.all([store.channel(team, order), store.parked(team, PARKED_LOOKED_AT)]);
    const stuck = failures.some((one) => one.order === order && isLostChannel(one.error));
    // A button from a Home drawn long ago must not take a channel away that works again.
    if (!ref || !stuck) return;
    await store.updateChannel(ref, { archivedAt: Math.floor(now() / 1000), lost: { how: 'abandoned', by, at: 0 } });
    await store.unparkOrder(team, order, now());
    log.info({ event: 'channel.given_up', order, by }, 'an admin replaced the channel of an order');
  });
}

/** Causes that are counted; more than these nobody has at once. */
const CAUSES_READ = 100;

export const NO_FAILURES: Failures = { total: 0, causes: [] };

/** What could not be delivered, by cause, the newest first. */
export async function failuresOf(store: Store, team: string): Promise<Failures> {
  const causes = await store.parkedCauses(team, CAUSES_READ);
  const shown = causes.slice(0, CAUSES_SHOWN).map(async (cause) => ({
    ...cause,
    key: causeKey(cause),
    newest: await store.parked(team, ROWS_SHOWN, cause),
  }));
  return { total: causes.reduce((sum, { count }) => sum + count, 0), causes: await Promise.all(shown) };
}

/** The value of a button that retries one cause: what it names may be longer than a button's value. */
const causeKey = ({ error, remedy }: Cause): string =>
  createHash('sha256').update(`${error}\n${remedy}`).digest('hex').slice(0, 16);
