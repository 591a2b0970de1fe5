import { setTimeout as wait } from 'node:timers/promises';
import type { Instances } from './instances.ts';
import { inWords, type Moment, type Strikes } from './moments.ts';
import type { Plan } from './sweep.ts';

/** How often is looked whether somebody else delivers, milliseconds. */
const LOOK_MS = 20;

/**
 * The instance that delivers is stopped (SIGSTOP) when one of the planned moments has come, sleeps until another one delivers,
 * and goes on in the middle of what that one does.
 */
export function sleepsAt(place: Instances, plan: Plan, struck: (moment: Moment) => void): Strikes {
  let asleep: string | undefined;
  const strike = async (moment: Moment) => {
    const planned = plan.find((one) => inWords(one) === inWords(moment));
    if (!planned) return;
    const owner = await place.owner();
    if (asleep === undefined && owner !== undefined) {
      asleep = owner;
      place.freeze(owner);
      void succeeded(owner).then(() => {
        asleep = undefined;
      });
    }
    if (owner !== undefined) struck(planned);
  };
  async function succeeded(sleeper: string): Promise<void> {
    try {
      while ((await place.owner()) === sleeper) await wait(LOOK_MS);
    } finally {
      place.thaw(sleeper);
    }
  }
  return { done: strike, acked: strike };
}
