import { createServer } from 'node:net';
import { type Sandbox, type SandboxOptions, startSandbox } from './server/server.ts';

const FIRST_PORT = 4000;
const TRIES = 20;
const LAST_PORT = 65_535;

/** Starts a sandbox on the wanted port or, where none is wanted (or `orNext`), on the first free one from there on. */
export async function startOnFreePort(options: SandboxOptions, orNext = options.port === undefined): Promise<Sandbox> {
  const first = options.port ?? FIRST_PORT;
  const last = orNext ? first + TRIES - 1 : first;
  for (let port = first; port <= last; port += 1) {
    try {
      return await startSandbox({ ...options, port });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  const where = first === last ? `Port ${first} is taken` : `No port is free between ${first} and ${last}`;
  throw new Error(`${where}. Choose another with --port`);
}

/** The first port from there on at which nobody listens now. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + TRIES && port <= LAST_PORT; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port is free from ${first} on. Choose another with --port`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
