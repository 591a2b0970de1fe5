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

/** Stands between the app and a server, and cuts connections. */
export async function cuttingProxy(port: number) {
  const open = new Set<Socket>();
  let next: Cut | undefined;
  let refuses = false;
  let refused = 0;
  const server = createServer((app) => {
    if (refuses) {
      refused++;
      return void app.destroy();
    }
    const far = connect(port, '127.0.0.1');
    let answered = false;
    const end = () => {
      app.destroy();
      far.destroy();
      open.delete(app);
    };
    open.add(app);
    for (const socket of [app, far]) socket.on('error', end).on('close', end);
    app.on('data', (data) => {
      if (next && data.includes(next.asks)) {
        const { when, alone = false } = next;
        next = undefined;
        refuses = alone;
        if (when === 'before') return end();
        if (typeof when === 'object') return void setTimeout(() => far.write(data), when.held);
        answered = true;
      }
      far.write(data);
    });
    far.on('data', (data) => (answered ? end() : app.write(data)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    /** Cuts the next connection that asks for it. */
    cut(one: Cut): void {
      next = one;
    },
    /** Cuts all connections, and lets nobody in until it is called with false. */
    refuse(whether: boolean): void {
      refuses = whether;
      if (whether) for (const socket of open) socket.destroy();
    },
    /** How often somebody was not let in. */
    refused: (): number => refused,
    close(): void {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
