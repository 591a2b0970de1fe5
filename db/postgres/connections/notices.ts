import { randomUUID } from 'node:crypto';
import pg, { type ClientBase, type Pool } from 'pg';
import { z } from 'zod';
import type { Instances, NewsListener } from '../../ports.ts';
import type { Named } from './address.ts';
import { isGone } from './sentences.ts';

/** Where the instances on one database tell one another something. */
const CHANNEL = 'service_orders';
/** How often an instance tries whether it still hears, and how long it waits to hear itself. Milliseconds. */
const TRY_EVERY = 10_000;
const HEAR_WITHIN = 3000;
/** How long it waits before it listens again: after a connection was lost, and where nobody can be heard. Milliseconds. */
const AGAIN_AFTER = 1000;
const DEAF_FOR = 60_000;

const Notice = z.object({
  by: z.string(),
  team: z.string(),
  news: z.enum(['owed', 'free', 'access', 'trial']),
});
type Notice = z.infer<typeof Notice>;

/** The connection takes LISTEN and delivers nothing. */
class Deaf extends Error {}

/**
 * What instances tell one another by NOTIFY, each hearing it over a connection of its own. That one is opened when somebody
 * first wants to hear, and again whenever it is lost. Behind a pooler that hands connections from one transaction to the
 * next, nothing arrives: each instance therefore listens for itself from time to time; `warn` hears once that it cannot.
 * Each time it also looks for what nobody tells (`look`), and whether the server still takes changes (`alive`), of which the
 * operator hears even where nobody comes.
 */
export function noticesOf(
  { config, name }: Named,
  pool: Pool,
  warn: (sentence: string) => void,
  look: (client: ClientBase) => Promise<void>,
  alive: () => Promise<boolean>,
) {
  const me = randomUUID();
  const listeners: NewsListener[] = [];
  const sending = new Map<string, Promise<void>>();
  const more = new Set<string>();
  let ended = false;
  let listening: Promise<void> | undefined;
  let warned = false;
  let heardMyself = () => {};
  let interrupt: (why: Error) => void = () => {};
  /** Waits for one thing at a time; nothing of it is left behind. */
  const unlessInterrupted = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      interrupt = reject;
      work.then(resolve, reject);
    });

  /** One at a time of the same: what is told meanwhile is told once more after it. */
  function tell(notice: Notice): void {
    const payload = JSON.stringify(notice);
    if (ended) return;
    if (sending.has(payload)) return void more.add(payload);
    const sent = pool
      .query('select pg_notify($1, $2)', [CHANNEL, payload])
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        sending.delete(payload);
        if (more.delete(payload)) tell(notice);
      });
    sending.set(payload, sent);
  }

  function hear(payload: string | undefined): void {
    const { by, team, news } = read(payload) ?? {};
    if (news === 'trial' && by === me) heardMyself();
    if (news === undefined || news === 'trial' || by === me) return;
    for (const listener of listeners) listener(news, team);
  }

  /** Resolves when this instance has heard itself; rejects when it does not. */
  async function tryToHear(): Promise<void> {
    const heard = new Promise<true>((resolve) => {
      heardMyself = () => resolve(true);
    });
    tell({ by: me, team: '', news: 'trial' });
    if (!(await Promise.race([heard, pause(HEAR_WITHIN)]))) throw new Deaf();
  }

  /** Rejects when the connection is lost, or hears nothing. */
  async function listenOnce(): Promise<never> {
    const client = new pg.Client({ ...config, pipeline: false });
    let lost: Error | undefined;
    const losing = (error: Error) => {
      lost ??= error;
      interrupt(error);
    };
    client.on('error', losing);
    client.on('end', () => losing(new Error('Connection terminated')));
    const unlessLost = <T>(work: Promise<T>): Promise<T> => (lost ? Promise.reject(lost) : unlessInterrupted(work));
    try {
      await unlessLost(client.connect());
      client.on('notification', ({ payload }) => hear(payload));
      await unlessLost(client.query(`listen ${CHANNEL}`));
      for (let first = true; ; first = false) {
        await unlessLost(look(client));
        if (!(await unlessLost(alive()))) throw new Error('Connection terminated');
        await unlessLost(tryToHear());
        if (first) for (const listener of listeners) listener('missed', undefined);
        warned = false;
        await unlessLost(pause(TRY_EVERY));
      }
    } finally {
      client.end().catch(() => {});
    }
  }

  async function listen(): Promise<void> {
    while (!ended) {
      const why = await listenOnce().catch((error: unknown) => error);
      if (ended) return;
      const reachable = (await alive()) && !isGone(why);
      if (ended) return;
      if (reachable && !warned) {
        warned = true;
        warn(
          `This instance cannot hear the others through the PostgreSQL database ${name} (DATABASE_URL), as behind a pooler that shares connections; it looks every second instead. To be told at once, name the server itself, or a pool in session mode`,
        );
      }
      await unlessInterrupted(pause(reachable ? DEAF_FOR : AGAIN_AFTER)).catch(() => {});
    }
  }

  const port: Instances = {
    wake: (team, news) => tell({ by: me, team, news }),
    onWake(listener) {
      listeners.push(listener);
      listening ??= listen();
    },
  };
  return {
    port,
    /** Sends what is to be told still, and listens no more. */
    async end(): Promise<void> {
      await Promise.all(sending.values());
      ended = true;
      interrupt(new Error('Connection terminated'));
      await listening;
    },
  };
}

function read(payload: string | undefined): Notice | undefined {
  try {
    return Notice.safeParse(JSON.parse(payload ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Keeps no process running. */
const pause = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());
