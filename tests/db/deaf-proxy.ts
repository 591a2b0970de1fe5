import { connect, createServer, type Socket } from 'node:net';

/** The server's messages in which it passes on what was told by NOTIFY. */
const NOTIFICATION = 'A'.charCodeAt(0);

/** Stands between the app and a server and keeps what others tell to itself, as a pooler does that shares connections. */
export async function deafProxy(port: number) {
  const open = new Set<Socket>();
  const server = createServer((app) => {
    const far = connect(port, '127.0.0.1');
    let rest = Buffer.alloc(0);
    open.add(app);
    for (const socket of [app, far])
      socket
        .on('error', () => {})
        .on('close', () => {
          app.destroy();
          far.destroy();
          open.delete(app);
        });
    app.pipe(far);
    far.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      for (;;) {
        const length = rest.length >= 5 ? 1 + rest.readUInt32BE(1) : undefined;
        if (length === undefined || rest.length < length) return;
        if (rest[0] !== NOTIFICATION) app.write(rest.subarray(0, length));
        rest = rest.subarray(length);
      }
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
