import type { Person } from '../../sandbox/server/acts.ts';
import { keepDoing, officeWork, think } from '../crowd.ts';
import { type Figure, figure, median, quantile, type Size } from '../figures.ts';
import { type BenchStage, hired, type MeasuredApp, startBenchStage } from '../stage.ts';
import { type BenchServer, startBenchServer } from './server.ts';

/**
 * Seconds for each thing that somebody does. At one a second two processors that also play Slack, the people and the
 * database have nothing left; at five they have.
 */
const PACES = [1, 5] as const;

/** One instance against two on one PostgreSQL server: acks while 200 people work, and the making of documents. */
export async function measurePostgresInstances(size: Size): Promise<Figure[]> {
  const server = await startBenchServer(size);
  try {
    const acks: Figure[] = [];
    for (const pace of size.small ? [1] : PACES) acks.push(...(await acksOf(server, pace, size)));
    return [...acks, ...(await documentsOf(server, size))];
  } finally {
    await server.stop();
  }
}

/** Turn and turn about, so that a computer that others use as well is as busy for both. */
async function acksOf(server: BenchServer, pace: number, { small }: Size): Promise<Figure[]> {
  const people = small ? 3 : 200;
  const times = { 1: [] as number[], 2: [] as number[] };
  const failed = { 1: 0, 2: 0 };
  const most = { memory: 0, connections: 0 };
  for (let round = 0; round < (small || pace > 1 ? 1 : 3); round++)
    for (const instances of [1, 2] as const) {
      const url = await server.anew('instances');
      const stage = await startBenchStage();
      // Everybody who works here is known to each app from its start.
      const clerks = hired(stage.sandbox, 'Clerk', people);
      const apps: MeasuredApp[] = [];
      try {
        for (let n = 0; n < instances; n++) apps.push(await stage.start(url));
        await stage.sandbox.connected(2 * instances);
        const acks = await crowd(stage, clerks, pace, small ? 5 : 15 * pace);
        times[instances].push(...acks.map(({ ms }) => ms));
        failed[instances] += acks.filter(({ outcome }) => outcome !== 'acked').length;
        for (const app of apps) most.memory = Math.max(most.memory, (await app.memory()).rss);
        most.connections = Math.max(most.connections, (await connectionsTo(server, 'instances')) / instances);
      } finally {
        await Promise.all(apps.map((app) => app.kill()));
        await stage.stop();
      }
    }
  const p99 = (instances: 1 | 2) => quantile(times[instances], 0.99);
  const what = `${people} people, each one thing in ${pace} s`;
  return [
    figure(`ack, ${what}, one instance, p99 of ${times[1].length}`, p99(1), 'ms'),
    figure(`ack, ${what}, two instances, p99 of ${times[2].length}`, p99(2), 'ms', {
      ...{ ratio: p99(2) / p99(1), against: 'one instance', target: { of: 'ratio', aim: 1 } },
    }),
    figure(`ack, ${what}, two instances: not within 3 s`, failed[2], '', { target: { of: 'value', must: 0 } }),
    figure(`${what}: memory of an instance, resident, at most`, most.memory, 'MB'),
    figure(`${what}: connections of an instance, at most`, most.connections, ''),
  ];
}

async function connectionsTo(server: BenchServer, database: string): Promise<number> {
  const asked = 'select count(*)::int as count from pg_stat_activity where datname = $1';
  const { rows } = await server.on('postgres', (client) => client.query<{ count: number }>(asked, [database]));
  return rows[0]?.count ?? 0;
}

async function crowd({ sandbox }: BenchStage, clerks: readonly Person[], pace: number, seconds: number) {
  const end = performance.now() + seconds * 1000;
  const { sam } = sandbox.people;
  const from = sandbox.inspector.acks().length;
  await Promise.all(
    clerks.map(async (clerk) => {
      await think(pace);
      await keepDoing(clerk, end, () => officeWork(clerk, sam, pace));
    }),
  );
  return sandbox.inspector.acks().slice(from);
}

/**
 * Two workspaces' worth of documents, each of 25 items: all of them in one instance, or half in each of two at once. Made by
 * the apps' own renderers and sent nowhere, since Slack's limits for uploads are each workspace's own.
 */
async function documentsOf(server: BenchServer, { small }: Size): Promise<Figure[]> {
  const documents = small ? 1 : 30;
  const stage = await startBenchStage();
  const apps: MeasuredApp[] = [];
  try {
    const url = await server.anew('instances');
    const start = async (count: number) => {
      const app = await stage.start(url, { BENCH_PRINT: `${count} 1` });
      apps.push(app);
      return app;
    };
    const [both, first, second] = [await start(2 * documents), await start(documents), await start(documents)];
    const seconds = { one: [] as number[], two: [] as number[] };
    for (let round = small ? 0 : -1; round < (small ? 1 : 3); round++) {
      let begun = performance.now();
      await both.printing();
      const one = (performance.now() - begun) / 1000;
      begun = performance.now();
      await Promise.all([first.printing(), second.printing()]);
      const two = (performance.now() - begun) / 1000;
      if (!small && round < 0) continue;
      seconds.one.push(one);
      seconds.two.push(two);
    }
    const [one, two] = [median(seconds.one), median(seconds.two)];
    const what = `${2 * documents} documents of two workspaces`;
    return [
      figure(`${what}, one instance`, one, 's'),
      figure(`${what}, two instances`, two, 's', {
        ...{ ratio: two / one, against: 'one instance', target: { of: 'ratio', aim: 1 / 1.2 } },
      }),
    ];
  } finally {
    await Promise.all(apps.map((app) => app.kill()));
    await stage.stop();
  }
}
