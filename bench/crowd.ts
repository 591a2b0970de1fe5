import type { Person } from '../sandbox/server/acts.ts';
import { addItem, beginOrder, sent } from '../tests/support/acting.ts';
import { pause } from './stage.ts';

/** Nobody types faster than one thing a second; some of these are several payloads in a row. `pace`: seconds for each, on average. */
export const think = (pace = 1) => pause(pace * (500 + Math.random() * 1000));

/** What someone in the office does again and again: an order, a few commands, a look at Home. */
export async function officeWork(clerk: Person, supervisor: Person, pace = 1): Promise<void> {
  await beginOrder(clerk, supervisor);
  await think(pace);
  await addItem(clerk, { description: 'Pump', quantity: '1' });
  await think(pace);
  await sent(clerk);
  for (const line of ['/so list', '/so find pump', '/so help']) {
    await think(pace);
    await clerk.command(line);
  }
  await think(pace);
  await clerk.openHome();
}

/**
 * Does something again and again until that time (of `performance.now()`). What a person would give up (no form within five
 * seconds) is started over; resolves with how often that was.
 */
export async function keepDoing(person: Person, end: number, act: () => Promise<unknown>): Promise<number> {
  let givenUp = 0;
  while (performance.now() < end)
    await act().catch(async () => {
      givenUp++;
      if (person.topModal()) await person.closeModal(true);
    });
  return givenUp;
}
