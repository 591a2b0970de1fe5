import type { Instances } from './instances.ts';
import { inWords, type Moment, type Strikes } from './moments.ts';
import type { Place, Plan } from './sweep.ts';

/** Where an app can be killed. `by`: which one, of several, by what the sandbox calls it. */
export interface Killable extends Place {
  /** Resolves when it is gone. */
  killed(by: string | undefined): Promise<void>;
  deaths(): number;
}

type Struck = (moment: Moment) => void;
export type How = (app: Killable, plan: Plan, struck: Struck) => Strikes;

/** The calls with which an app starts; they pay no debt. */
const STARTING = /^(auth\.test|apps\.connections\.open|users\.list) /;

/** Kills the app when one of the planned moments has come. */
const killer = (app: Killable, plan: Plan, struck: Struck) => async (moment: Moment, by: string | undefined) => {
  const planned = plan.find((one) => inWords(one) === inWords(moment));
  if (!planned) return false;
  await app.killed(by);
  struck(planned);
  return true;
};

/** After a call took effect, and after an ack. */
export const afterwards: How = (app, plan, struck) => {
  const kill = killer(app, plan, struck);
  const strike = async (moment: Moment, by: string | undefined) => void (await kill(moment, by));
  return { done: strike, acked: strike };
};

/** The same, but asked to stop: it goes on with what is under way. */
export const asked =
  (stop: (app: Instances, by: string | undefined) => Promise<unknown>) =>
  (app: Instances, plan: Plan, struck: Struck): Strikes => {
    const strike = async (moment: Moment, by: string | undefined) => {
      const planned = plan.find((one) => inWords(one) === inWords(moment));
      if (!planned) return;
      struck(planned);
      void stop(app, by);
    };
    return { done: strike, acked: strike };
  };

/** When a call has arrived; nothing is done. */
export const beforehand: How = (app, plan, struck) => {
  const kill = killer(app, plan, struck);
  return { arrived: async (moment, { by }) => ((await kill(moment, by)) ? { kind: 'hang' } : undefined) };
};

/** Afterwards, and a second time at the first call (`any`: even those of starting) after it. */
export const twice =
  (any: boolean): How =>
  (app, plan, struck) => {
    const kill = killer(app, plan, struck);
    let again = false;
    const first = async (moment: Moment, by: string | undefined) => {
      again = (await kill(moment, by)) || again;
    };
    return {
      done: first,
      acked: first,
      arrived: async ({ name }, { by }) => {
        if (!again || (!any && STARTING.test(`${name} `))) return undefined;
        again = false;
        await app.killed(by);
        return { kind: 'hang' };
      },
    };
  };

/**
 * Two strikes an act: one at what people see, one at what they wait for. A form's redrawing is lost with an app that dies
 * after the ack before it, so these two are never struck in the same act.
 */
export const outward = ({ kind, name }: Moment): string =>
  kind === 'ack' || name.startsWith('views.') ? 'screen' : 'debt';

/** One moment of each method, wherever in the life it is, spread evenly over the acts. */
export function oneOfEach(moments: readonly Moment[]): Moment[] {
  const methodOf = ({ name }: Moment) => name.split(' ')[0];
  const chosen: Moment[] = [];
  const inAct = ({ act }: Moment) => chosen.filter((one) => one.act === act).length;
  for (const method of new Set(moments.map(methodOf))) {
    const candidates = moments.filter((moment) => methodOf(moment) === method);
    const [emptiest] = candidates.toSorted((a, b) => inAct(a) - inAct(b));
    if (emptiest) chosen.push(emptiest);
  }
  return chosen;
}
