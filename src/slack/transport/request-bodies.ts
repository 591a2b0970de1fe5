import type { IncomingMessage } from 'node:http';

/** The largest body we read, bytes; Slack's own are far below one megabyte. */
export const BODY_LIMIT = 2_000_000;
/** All bodies that are not complete yet, together. Bytes: some hundred of Slack's usual ones, however many are sent at once. */
export const IN_FLIGHT = 16_000_000;
/** Slack gives up a request after three seconds: a body that takes longer is not Slack's. Milliseconds. */
export const BODY_TIME = 3000;

/** Why a body was not read: it is larger than `BODY_LIMIT`; it took longer than `BODY_TIME`; or the room was needed for others. */
export type Unread = 'too large' | 'too slow' | 'no room';

/** Reads the bodies of requests within bounds. */
export interface Bodies {
  /** Rejects when whoever sent it went away half-way. */
  read(request: IncomingMessage): Promise<Buffer | Unread>;
}

interface Reading {
  size: number;
  give(result: Buffer | Unread): void;
}

/** Reads bodies. When all that is unfinished needs more than `inFlight` bytes, the largest makes room: Slack's are small and quick. */
export function createBodies(inFlight = IN_FLIGHT, bodyTime = BODY_TIME): Bodies {
  const unfinished = new Set<Reading>();
  let held = 0;

  function makeRoom(): void {
    while (held > inFlight) {
      const [largest] = [...unfinished].sort((a, b) => b.size - a.size);
      if (!largest) return;
      largest.give('no room');
    }
  }

  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return resolve('too large');
        let chunks: Buffer[] = [];
        const reading: Reading = {
          size: 0,
          give(result) {
            over();
            resolve(result);
          },
        };
        const timer = setTimeout(() => reading.give('too slow'), bodyTime);
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
