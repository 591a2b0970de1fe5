import type { IncomingMessage } from 'node:http';

/** The largest body we read, bytes; Slack's own are far below one megabyte. */
export const BODY_LIMIT = 2_000_000;
/** All bodies that are not complete yet, together. Bytes: some hundred of Slack's usual ones, however many are sent at once. */
const IN_FLIGHT = 16_000_000;
/** Slack gives up a request after three seconds: a body that takes longer is not Slack's. Milliseconds. */
const BODY_TIME = 3000;

/** Why a body was not read: it is larger than `BODY_LIMIT`; it took longer than `BODY_TIME`; or the room was needed for others. */
export type Unread = 'too large' | 'too slow' | 'no room';

interface Reading {
  size: number;
  give(result: Buffer | Unread): void;
}

/** Reads bodies. When all that is unfinished needs more than `IN_FLIGHT`, the largest makes room: Slack's are small and quick. */
export function createBodies() {
  const unfinished = new Set<Reading>();
  let held = 0;

  function makeRoom(): void {
    while (held > IN_FLIGHT) {
      const [largest] = [...unfinished].sort((a, b) => b.size - a.size);
      if (!largest) return;
      largest.give('no room');
    }
  }

  return {
    /** The body of a request. Rejects when the sender went away half-way. */
    read: (request: IncomingMessage) =>
      new Promise<Buffer | Unread>((resolve, reject) => {
        if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return resolve('too large');
        let chunks: Buffer[] = [];
        const reading: Reading = {
          size: 0,
          give(result) {
            over();
            resolve(result);
          },
        };
        const timer = setTimeout(() => reading.give('too slow'), BODY_TIME);
        function over(): void {
          clearTimeout(timer);
          if (unfinished.delete(reading)) held -= reading.size;
          chunks = [];
          request.off('data', hear);
          request.pause();
        }
        function hear(chunk: Buffer): void {
          reading.size += chunk.byteLength;
          held += chunk.byteLength;
          chunks.push(chunk);
          if (reading.size > BODY_LIMIT) reading.give('too large');
          else makeRoom();
        }
        unfinished.add(reading);
        request.on('data', hear);
        request.on('end', () => unfinished.has(reading) && reading.give(Buffer.concat(chunks)));
        request.on('error', (error) => {
          over();
          reject(error);
        });
        request.on('close', () => {
          over();
          reject(new Error('the request was broken off'));
        });
      }),
  };
}
