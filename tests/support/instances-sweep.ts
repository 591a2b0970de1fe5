import { afterAll, beforeAll } from 'vitest';
import { type BuiltApp, buildApp } from './built-app.ts';
import { type Instances, type InstancesOptions, startInstances } from './instances.ts';
import type { Life } from './life.ts';
import { openSweep, type Sweep } from './sweep.ts';

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
export const LIMIT = 3_000_000;

/** A sweep for the tests of this `describe`, with instances of its own at each of these places; opened before them, stopped after. */
export function sweepOfInstances(places: readonly InstancesOptions[], life?: Life): () => Sweep<Instances> {
  let built: BuiltApp;
  let sweep: Sweep<Instances> | undefined;
  beforeAll(async () => {
    built = buildApp();
    let next = 0;
    const open = () => startInstances(built.program, { ...places[next++], fileShareDelayMs: 0 });
    sweep = await openSweep(places.length, open, life ? { life } : {});
  }, LIMIT);
  afterAll(async () => {
    await sweep?.stop();
    built?.remove();
  });
  return () => {
    if (!sweep) throw new Error('the sweep is not open yet');
    return sweep;
  };
}
