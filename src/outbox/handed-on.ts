import { z } from 'zod';
import type { Pace, Used } from './calls/pace.ts';
import { isPaced } from './calls/tiers.ts';
import type { Memory } from './ownership.ts';

/** How much the clocks of two instances may differ, where they are set by the network. Milliseconds. */
const SKEW = 1000;
/** By how much this computer's clock may run differently before times are counted from the start. Milliseconds. */
const DRIFT = 500;

/** By the computer's clock (milliseconds): when calls were made, and until when methods are held. */
const Kept = z.object({ calls: z.record(z.string(), z.array(z.number())), holds: z.record(z.string(), z.number()) });

/** Nothing is known, as when nothing was used. */
const UNUSED: Used = { calls: {}, holds: {} };

/**
 * What an owner hands on of its pace. Its times are by the computer's clock, as there is none that two computers share; one
 * that is wrong costs a minute at most, since nothing older or later counts (pace.ts). `heldUntil`: until when methods are
 * held for all of this process's clients, by `steady`.
 */
export function handedOn(
  pace: Pace,
  heldUntil: ReadonlyMap<string, number>,
  now: () => number,
  steady: () => number,
): Memory {
  /** What a time by `steady` is by the computer's clock: the same time always has the same number. */
  let ahead = now() - steady();
  return {
    kept(): string {
      const is = now() - steady();
      if (Math.abs(is - ahead) > DRIFT) ahead = is;
      const at = steady();
      for (const [method, until] of heldUntil) if (until > at && isPaced(method)) pace.hold(method, until - at);
      return encodeUsed(pace.used(), at + ahead);
    },
    begin: (kept, unknown) => pace.begin(decodeUsed(kept, now()) ?? UNUSED, unknown),
  };
}

/** `at`: the time of what is said, by the computer's clock. */
function encodeUsed({ calls, holds }: Used, at: number): string {
  const each = <A, B>(of: Readonly<Record<string, A>>, time: (one: A) => B) =>
    Object.fromEntries(
      Object.entries(of)
        .toSorted()
        .map(([name, one]) => [name, time(one)]),
    );
  return JSON.stringify({
    calls: each(calls, (ages) => ages.map((age) => Math.round(at - age))),
    holds: each(holds, (wait) => Math.round(at + wait)),
  });
}

function decodeUsed(kept: string | null, at: number): Used | undefined {
  if (!kept) return undefined;
  try {
    const { calls, holds } = Kept.parse(JSON.parse(kept));
    return {
      calls: Object.fromEntries(
        Object.entries(calls).map(([name, times]) => [name, times.map((time) => Math.max(0, at - time - SKEW))]),
      ),
      holds: Object.fromEntries(Object.entries(holds).map(([method, until]) => [method, Math.max(0, until - at)])),
    };
  } catch {
    return undefined;
  }
}
