import { openStore } from '../../db/open.ts';
import type { Store, Term } from '../../db/ports.ts';
import { type Figure, figure, median, type Size } from '../figures.ts';
import { BENCH_KEYS, startBenchServer } from './server.ts';

const TARGET = { of: 'ratio', aim: 1.2, must: 1.5 } as const;
const NOW = 1_800_000_000_000;

/** What is owed, to how many workspaces; beside it as much is parked, and waits for its own time. */
interface Owed {
  readonly due: number;
  readonly teams: number;
}

/**
 * What one workspace's outbox pays for its looks when 100,000 effects are due in 1,000 workspaces, as many are parked, and as many
 * channels wait to be archived; against a hundredth of all that.
 */
export async function measurePostgresClaims({ small }: Size): Promise<Figure[]> {
  const server = await startBenchServer({ small });
  const sizes = {
    few: { due: 1000, teams: 10 },
    many: small ? { due: 2000, teams: 20 } : { due: 100_000, teams: 1000 },
  };
  const stores: Partial<Record<keyof typeof sizes, Store>> = {};
  try {
    const open = async (size: keyof typeof sizes) => {
      const url = await server.anew(`claims_${size}`);
      const store = await openStore(url, undefined, undefined, BENCH_KEYS);
      stores[size] = store;
      await server.on(`claims_${size}`, (client) => client.query(owed(sizes[size])));
      await server.on(`claims_${size}`, (client) => client.query('vacuum analyze'));
      const term = await store.takeDeliveries('W1', 'bench', undefined);
      if (!term) throw new Error('somebody else delivers');
      return { store, term: term.term };
    };
    const [few, many] = [await open('few'), await open('many')];
    const figures: Figure[] = [];
    for (const [what, ask] of Object.entries(LOOKS)) {
      const times = { few: [] as number[], many: [] as number[] };
      for (let round = 0; round < (small ? 7 : 105); round++)
        for (const [size, { store, term }] of [['few', few] as const, ['many', many] as const]) {
          const begun = performance.now();
          const back = await ask(store, term);
          if (round >= 5) times[size].push(performance.now() - begun);
          await back?.();
        }
      const [base, value] = [median(times.few), median(times.many)];
      const [{ due, teams }, against] = [sizes.many, `${sizes.few.due} in ${sizes.few.teams}`];
      figures.push(
        figure(`${what}, ${due} due in ${teams} workspaces`, value, 'ms', {
          ratio: value / base,
          against,
          target: TARGET,
        }),
      );
    }
    return figures;
  } finally {
    for (const store of Object.values(stores)) await store.close();
    for (const size of Object.keys(sizes)) await server.drop(`claims_${size}`);
    await server.stop();
  }
}

/** What an outbox does; some undo it again, which is not measured. */
const LOOKS: Readonly<Record<string, (store: Store, term: Term) => Promise<(() => Promise<unknown>) | undefined>>> = {
  'claim of what there is room for': async (store, term) => {
    const claimed = await store.claim(term, NOW, { channel: 8, people: 6, metadata: 4, members: 4 });
    if (claimed.length < 8) throw new Error(`only ${claimed.length} were claimed`);
    const kept = { inDoubt: false, counted: false };
    return () => Promise.all(claimed.map(({ id }) => store.retry(term, id, NOW, 'bench', kept)));
  },
  'claim of one, put back': async (store, term) => {
    const [one] = await store.claim(term, NOW, { channel: 1 });
    if (one) await store.retry(term, one.id, NOW, 'bench', { inDoubt: false, counted: false });
    return undefined;
  },
  'when something is due next': async (store, { team }) => {
    await store.nextDue(team);
    return undefined;
  },
  'backlog for /metrics': async (store, { team }) => {
    await store.backlog(team, NOW);
    return undefined;
  },
};

/**
 * Orders of so many workspaces, each of which owes two effects that are due, two that are parked, and one that waits for
 * its time.
 */
const owed = ({ due, teams }: Owed): string => `
  set session_replication_role = replica;
  insert into orders (team, id, number, revision, state, state_since, title, client, priority, version, submission, requester, supervisor, crew, content)
    select 'W' || n % ${teams}, 'o' || n, n, 1, 'completed', 1, 'x', 'x', 'normal', 0, 1, '{}', '{}', '[]', '{}'
    from generate_series(1, ${due / 2}) as n;
  insert into effects (id, team, order_id, entry, lane, type, body, shape, due_at, not_before, error, remedy, parked_at)
    select id || n, 'W' || n % ${teams}, 'o' || n, 1, lane, type, body, 2, coalesce(later, ${NOW} - n), later, error, error,
      case when error is not null then ${NOW} - n end
    from generate_series(1, ${due / 2}) as n cross join (values
      ('a', 'channel', 'refresh_card', '{"type":"refresh_card"}', null::bigint, null),
      ('b', 'people', 'refresh_card', '{"type":"refresh_card"}', null, null),
      ('c', 'metadata', 'sync_channel_metadata', '{"type":"sync_channel_metadata"}', null, 'missing_scope'),
      ('d', 'channel', 'post_entry', '{"type":"post_entry","entry":1}', null, 'missing_scope'),
      ('e', 'channel', 'archive_channel', '{}', ${NOW + 86_400_000}, null)
    ) as k(id, lane, type, body, later, error)`;
