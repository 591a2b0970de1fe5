import { castOf } from '../cast.ts';
import type { Figure, Size } from '../figures.ts';
import { asAcks, inProcess, sameStage } from '../scale.ts';
import { startBenchStage } from '../stage.ts';
import { keptOrders } from './kept.ts';
import { startBenchServer } from './server.ts';

/**
 * What bench/scale.ts measures, on PostgreSQL: lists, single orders, search, Home and the outbox's looks, with a thousand
 * orders and with a million.
 */
export async function measurePostgresScale({ small }: Size): Promise<Figure[]> {
  const server = await startBenchServer({ small });
  try {
    const { saved, urls } = await keptOrders(server, small ? [20, 100] : [1000, 1_000_000]);
    const [few = '', many = ''] = urls;
    const stage = await startBenchStage({ saved });
    try {
      const { persons } = castOf(stage.sandbox);
      const inside = await inProcess(stage.sandbox, { few, many }, persons, small ? 3 : 200);
      const other = await sameStage(stage);
      const acks = asAcks({ few: stage, many: other }, { few, many }, small ? 1 : 45).finally(other.stop);
      return [...inside, ...(await acks)];
    } finally {
      await stage.stop();
    }
  } finally {
    await server.stop();
  }
}
