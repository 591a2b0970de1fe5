import { connect, createServer, type Socket } from 'node:net';

/**
 * Where a connection is cut: when it asks for this, before the server hears of it, or when the server has answered; or `held`: the
 * server hears of it so many milliseconds later. `alone`: from then on nobody is let in.
 */
export interface Cut {
  readonly asks: string;
  readonly when: 'before' | 'answered' | { readonly held: number };
  readonly alone?: boolean;
}

/** Says of a statement whether its connection is cut there; asked for each, in its turn. */
export type Cutter = (sql: string) => Cut['when'] | undefined;

/** Stands between the app and a server, and cuts connections. */
export async function cuttingProxy(port: number) {
  const open = new Set<Socket>();
  let next: Cut | undefined;
  let cutter: Cutter | undefined;
  let refuses = false;
  let refused = 0;
  const server = createServer((app) => {
    if (refuses) {
      refused++;
      return void app.destroy();
    }
    const far = connect(port, '127.0.0.1');
    /** What the answer has in it after which it is cut: statements before a COMMIT go out with it, and are answered first. */
    let answer: string | undefined;
    const statements = statementsOf();
    const end = () => {
      app.destroy();
      far.destroy();
      open.delete(app);
    };
    open.add(app);
    for (const socket of [app, far]) socket.on('error', end).on('close', end);
    app.on('data', (data) => {
      if (next && data.includes(next.asks)) {
        const { asks, when, alone = false } = next;
        next = undefined;
        refuses = alone;
        if (when === 'before') return end();
        if (typeof when === 'object') return void setTimeout(() => far.write(data), when.held);
        answer = asks.startsWith('commit') ? 'COMMIT\0' : '';
      }
      const cuts = statements(data).map((sql) => cutter?.(sql));
      if (cuts.includes('before')) return end();
      if (cuts.includes('answered')) answer ??= '';
      far.write(data);
    });
    far.on('data', (data) => (answer !== undefined && data.includes(answer) ? end() : app.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    /** Cuts the next connection that asks for it. */
    cut(one: Cut): void {
      next = one;
    },
    /** Asks of every statement from now on. */
    watch(one: Cutter | undefined): void {
      cutter = one;
    },
    /** Cuts all connections, and lets nobody in until it is called with false. */
    refuse(whether: boolean): void {
      refuses = whether;
      if (whether) for (const socket of open) socket.destroy();
    },
    refusing: (): boolean => refuses,
    /** How often somebody was not let in. */
    refused: (): number => refused,
    close(): void {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** Reads what a client of PostgreSQL sends, piece by piece: the statements that are whole by then. */
function statementsOf(): (data: Buffer) => string[] {
  let rest = Buffer.alloc(0);
  let started = false;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    const found: string[] = [];
    for (;;) {
      // The first message has no type.
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return found;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return found;
      const type = started ? rest.toString('latin1', 0, 1) : '';
      const texts = rest.toString('utf8', head + 4, end).split('\0');
      // Parse: name and statement; Query: the statement.
      if (type === 'P') found.push(texts[1] ?? '');
      if (type === 'Q') found.push(texts[0] ?? '');
      started = true;
      rest = rest.subarray(end);
    }
  };
}
