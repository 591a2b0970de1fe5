import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeEffect, delayed, lose } from '../calls/fault-answers.ts';
import { readArguments, readBody } from '../calls/request.ts';
import { thumbnailAt } from '../objects/thumbnails.ts';
import type { World } from '../world.ts';

const LOGIN =
  '<!DOCTYPE html><html><head><title>Sign in to Northwind Field Services | Slack</title></head><body>Sign in</body></html>';

/** Takes the bytes of an announced file at its upload address: raw or multipart, answered with `OK - n`. */
export async function takeUpload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readBody(request);
  const token = url.pathname.split('/').at(-1);
  const armed = world.faults.take('upload');
  const call = { method: 'upload', args: { bytes: body.length } };
  await world.faults.run('before', call);
  const fault = (await world.faults.picked(call)) ?? armed;
  if (fault && beforeEffect(fault, response, (status) => world.inspector.note(`upload answered ${status}`))) return;
  const file = [...world.workspace.files.values()].find((one) => one.uploadToken === token && !one.completed);
  if (file === undefined || request.method !== 'POST') {
    response.writeHead(404).end('Not found');
    return;
  }
  const bytes = await uploadedBytes(request, body, url).catch(() => undefined);
  if (bytes === undefined) {
    response.writeHead(400).end('Bad request');
    return;
  }
  file.bytes = bytes;
  world.inspector.note(`upload of ${file.name}: ${file.bytes.length} bytes`);
  await world.faults.run('after', call);
  if (fault?.kind === 'lost') return lose(response);
  if (fault?.kind === 'latency') await delayed(fault.ms);
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${file.bytes.length}`);
}

async function uploadedBytes(request: IncomingMessage, body: Buffer, url: URL): Promise<Buffer> {
  if (!(request.headers['content-type'] ?? '').includes('multipart/form-data')) return body;
  const parts = Object.values(await readArguments(request, body, url));
  return parts.find((part): part is Buffer => Buffer.isBuffer(part)) ?? Buffer.alloc(0);
}

/** Hands out a private file, or Slack's thumbnail of one, to the app's token with files:read; everybody else gets the login page, on 200. */
export async function serveFile(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const fault = world.faults.take('download');
  if (fault && beforeEffect(fault, response, (status) => world.inspector.note(`download answered ${status}`))) return;
  if (fault?.kind === 'latency') await delayed(fault.ms);
  const id = /^\/files-pri\/T\w+-(F\w+)\//.exec(url.pathname)?.[1] ?? '';
  const file = world.workspace.files.get(id);
  const allowed =
    request.headers.authorization === `Bearer ${world.secrets.botToken}` && world.scopes.has('files:read');
  if (!allowed) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN);
    return;
  }
  const thumbnail = await thumbnailAt(url.pathname, world.workspace.files);
  if (thumbnail) {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': thumbnail.length }).end(thumbnail);
    return;
  }
  if (file?.bytes === undefined || file.deleted) {
    response.writeHead(404).end('Not found');
    return;
  }
  response.writeHead(200, { 'content-type': file.mimetype, 'content-length': file.bytes.length }).end(file.bytes);
}
