import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json.ts';

const BODY_MAX = 64 * 1024 ** 2;

/** Reads a whole request body; rejects when it is larger than 64 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_MAX) throw new Error('The request body is larger than 64 MB');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call from query, form, multipart or JSON body; undefined when the body is none of these. */
export async function readArguments(request: IncomingMessage, body: Buffer, url: URL): Promise<JsonObject | undefined> {
  const type = request.headers['content-type'] ?? '';
  const query = Object.fromEntries(url.searchParams);
  if (body.length === 0) return query;
  if (type.includes('application/json')) {
    const json = parseJson(body.toString('utf8'));
    return isObject(json) ? { ...query, ...json } : undefined;
  }
  if (type.includes('multipart/form-data')) return { ...query, ...(await readMultipart(type, body)) };
  if (type.includes('x-www-form-urlencoded') || type === '') {
    return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
  }
  return undefined;
}

async function readMultipart(type: string, body: Buffer): Promise<JsonObject> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const fields: JsonObject = {};
  for (const [name, value] of form.entries()) {
    fields[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer());
  }
  return fields;
}
