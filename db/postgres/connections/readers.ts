import type { Pool, PoolClient } from 'pg';
import { isGone, plain } from './sentences.ts';

/** Connections that read at once, at most. */
const READERS = 3;

interface Reader {
  readonly client: Promise<PoolClient>;
  underWay: number;
}

/**
 * Lets statements that only read share connections: they are sent behind one another on the least busy one, and none keeps a
 * connection from others while it waits for its answer. A connection goes back when nothing is read on it.
 */
export function readersOf(pool: Pool): <R>(work: (client: PoolClient) => Promise<R>) => Promise<R> {
  const readers: Reader[] = [];

  function leastBusy(): Reader {
    const [least] = readers.toSorted((a, b) => a.underWay - b.underWay);
    if (least && (least.underWay === 0 || readers.length >= READERS)) return least;
    const added = { client: pool.connect().then(heard), underWay: 0 };
    readers.push(added);
    return added;
  }

  /** Takes it from those that are shared; whether it was still one of them. */
  function forget(reader: Reader): boolean {
    const at = readers.indexOf(reader);
    if (at >= 0) readers.splice(at, 1);
    return at >= 0;
  }

  return async (work) => {
    const reader = leastBusy();
    reader.underWay++;
    let client: PoolClient | undefined;
    try {
      client = await reader.client;
      sendTogether(client);
      return await work(client);
    } catch (error) {
      // Those who have begun on it as well hear of it themselves.
      if (!client || isGone(plain(error))) forget(reader);
      throw error;
    } finally {
      reader.underWay--;
      if (reader.underWay === 0) {
        const lost = !forget(reader);
        client?.off('error', unheard);
        client?.release(lost);
      }
    }
  };
}

/** What is sent before others have their turn leaves as one write. */
function sendTogether({ connection: { stream } }: PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Who reads on a connection hears of its end by their statement. */
const unheard = (): void => {};

function heard(client: PoolClient): PoolClient {
  client.on('error', unheard);
  return client;
}
