import { connect, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Certificate } from '../support/certificates.ts';

/** Stands before a server and speaks TLS for it, with this certificate. */
export async function tlsProxy(port: number, certificate: Certificate) {
  const open = new Set<Socket>();
  const secureContext = createSecureContext(certificate);
  const server = createServer((app) => {
    open.add(app);
    app.on('error', () => {});
    // The first that a client says is that it wants TLS.
    app.once('data', () => {
      app.write('S');
      const secure = new TLSSocket(app, { isServer: true, secureContext });
      const far = connect(port, '127.0.0.1');
      open.add(far);
      for (const [one, other] of [
        [secure, far],
        [far, secure],
      ] as const)
        one
          .on('error', () => other.destroy())
          .on('close', () => other.destroy())
          .pipe(other);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    close(): void {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
