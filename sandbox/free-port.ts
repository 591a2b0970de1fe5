import { type Sandbox, type SandboxOptions, startSandbox } from './server/server.ts';

const FIRST_PORT = 4000;
const TRIES = 20;

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
