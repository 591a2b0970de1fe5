// Run by hammer.test.ts in processes of its own: opens the database at once with the others, then commits and claims.
import { openStore } from '../../db/open.ts';
import { Fenced } from '../../db/ports.ts';
import { withStoreRetry } from '../../src/outbox/with-store-retry.ts';
import { claimAll, firstCommit, NOW, newOrder, nextCommit, TEAM } from './samples.ts';

const [url = '', name = '', count = '0'] = process.argv.slice(2);
// On a busy computer one may be kept out for longer than a person would be kept waiting.
const store = withStoreRetry(await openStore(url), () => false);
const tally = { saved: 0, stale: 0, repeated: 0, claimed: [] as string[] };

for (let i = 0; i < Number(count); i++) {
  // The same order by everybody: of the same submission one is accepted.
  const shared = newOrder(`shared ${i}`);
  tally[(await store.commit(firstCommit(shared, [{ type: 'open_channel' }, { type: 'refresh_card' }]))).kind]++;
  await store.commit(firstCommit(newOrder(`${name} ${i}`)));
  for (let kind = 'stale'; kind === 'stale'; ) {
    const order = await store.order(TEAM, shared.id);
    if (!order) throw new Error('the shared order is not there');
    kind = (await store.commit(nextCommit(order, `${name} ${i} change`, { effects: [{ type: 'refresh_card' }] }))).kind;
    if (kind === 'stale') tally.stale++;
  }
  await deliver();
}

/** Takes over from the one that delivers, and delivers until somebody does that again. */
async function deliver(): Promise<void> {
  const taken = await store.takeDeliveries(TEAM, name, await store.deliverer(TEAM));
  if (!taken) return;
  try {
    for (const { id } of await claimAll(store, taken.term, NOW, 5)) {
      await store.done(taken.term, id, NOW);
      tally.claimed.push(id);
    }
  } catch (error) {
    if (!(error instanceof Fenced)) throw error;
  }
}
await store.close();
process.stdout.write(JSON.stringify(tally));
