import type { IncomingMessage } from 'node:http';
import { Refusal } from '../access/refusal.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';

const BODY_MAX = 64 * 1024 ** 2;

/** A body that is larger than any that Slack takes: answered with 413. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** Reads a whole request body; rejects with `TooLarge` when it is larger than 64 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_MAX) throw new TooLarge('The request body is larger than 64 MB');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call from query, form, multipart or JSON body; refuses, in Slack's words, a body that is none of these. */
export async function readArguments(request: IncomingMessage, body: Buffer, url: URL): Promise<JsonObject> {
  const type = request.headers['content-type'] ?? '';
  const query = Object.fromEntries(url.searchParams);
  if (body.length === 0) return query;
  if (type.includes('application/json')) {
    const json = parseJson(body.toString('utf8'));
    if (json === undefined) throw new Refusal('invalid_json');
    if (!isObject(json)) throw new Refusal('json_not_object');
    return { ...query, ...json };
  }
  if (type.includes('multipart/form-data')) return { ...query, ...(await readMultipart(type, body)) };
  if (type.includes('x-www-form-urlencoded') || type === '') {
    return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
  }
  throw new Refusal('invalid_post_type');
}

async function readMultipart(type: string, body: Buffer): Promise<JsonObject> {
  const whole = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
  const form = await whole.formData().catch(() => {
    throw new Refusal('invalid_form_data');
  });
  const fields: JsonObject = {};
  for (const [name, value] of form.entries()) {
    fields[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer());
  }
  return fields;
}
