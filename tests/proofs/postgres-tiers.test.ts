import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginOrder, sent } from '../support/acting.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { did } from '../support/words.ts';

/** After so many calls of one owner, another delivers. */
const CALLS = 12;
const PAYS = /^(chat|conversations|pins|bookmarks)\./;

/** Minutes on two idle cores become many more on busy ones. Milliseconds. */
const LIMIT = 600_000;

describe('Slack limits the app as a whole, however many instances it has', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let place: Instances;
  beforeAll(async () => {
    built = buildApp();
    place = await startInstances(built.program, { count: 3, rateLimits: 'tiers', settings: {} });
  }, LIMIT);
  afterAll(async () => {
    await place?.stop();
    built?.remove();
  });

  test('its owners change again and again: together they stay within the tiers, and deliver everything once', async () => {
    const { sandbox } = place;
    const { ana, ben, carla, adam, olga, felix, fiona, sam, sofia } = sandbox.people;
    const requesters = [ana, ben, carla, adam, olga, felix, fiona];
    await Promise.all(
      requesters.map(async (person, at) => {
        for (const n of [1, 2]) {
          await beginOrder(person, at % 2 ? sam : sofia, { job: { title: `Job ${n} of ${person.name}` } });
          await sent(person);
        }
      }),
    );
    const ends: string[] = [];
    let calls = 0;
    let ending = Promise.resolve();
    sandbox.faults.after('*', ({ method, by }) => {
      if (!PAYS.test(method) || by === undefined || ++calls < CALLS) return;
      calls = 0;
      const end = ends.length % 3 === 2 ? 'kill' : 'end';
      ends.push(`${end} ${by}`);
      // The one before must be back first: somebody is always there.
      ending = ending.then(async () => void (await place[end](by)));
    });
    await place.settled();
    await ending;
    await place.settled();
    process.stdout.write(`${ends.length} owners ended\n`);
    expect(ends.length).toBeGreaterThan(5);
    const limited = sandbox.inspector.calls().filter(({ status, fault }) => status === 429 && !fault);
    expect(limited.map(({ method, by }) => `${method} of ${by}`)).toEqual([]);
    const orders = sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'));
    const found = orders.map(({ name }) => {
      const { messages, pins } = sandbox.workspace.channel(name);
      return { submitted: messages.filter(({ text }) => text.includes(did('submit'))).length, pins: pins.length };
    });
    expect(found).toEqual(Array(2 * requesters.length).fill({ submitted: 1, pins: 1 }));
    expect(place.complaints()).toEqual([]);
  });
});
