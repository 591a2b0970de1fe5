import type { IncomingMessage } from 'node:http';

/** The largest body that is read, bytes: a name, reservations and a drawing are far smaller. */
export const BODY_LIMIT = 64_000;

/** What a form was sent with, or why it was not read. */
export type Body = URLSearchParams | 'too large' | 'not a form' | 'broken off';

/** Reads a form. What is too large is not read to its end. */
export async function formOf(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return 'not a form';
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > BODY_LIMIT) return 'too large';
      chunks.push(chunk);
    }
  } catch {
    return 'broken off';
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
