import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../ui/contract.ts';
import { readBody, TooLarge } from '../calls/request.ts';
import { bringFile } from '../changes/files.ts';
import { isObject, type JsonObject, parseJson, stringOf } from '../json.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { doAct } from './act.ts';
import { pageAsset } from './assets.ts';
import { seesFile } from './conversation.ts';
import { fileCard, pageView } from './view.ts';

/** The page may load nothing from anywhere else but pictures that an app's blocks name. */
const POLICY =
  "default-src 'self'; img-src 'self' data: blob: https:; connect-src 'self' ws:; worker-src 'self' blob:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** True for an address that belongs to the page. */
export const isPageAddress = (path: string): boolean => path === '/' || path.startsWith('/page/');

/** Answers what the page in the browser asks: the page itself, what a person sees, what they do, and their files. */
export async function answerPage(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, , door = '', ...rest] = url.pathname.split('/');
  const method = request.method ?? '';
  if (method === 'GET' && url.pathname === '/') return sendAsset(response, 'index.html');
  if (method === 'GET' && door === 'assets') return sendAsset(response, rest.join('/'));
  if (method === 'GET' && door === 'file') return sendFile(world, response, url, rest[0] ?? '');
  try {
    const result = await answer(world, request, url, `${method} ${door}`);
    if (result === undefined)
      return reply(response, 404, { ok: false, error: `There is no ${method} ${url.pathname}` });
    reply(response, 200, { ok: true, result });
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    reply(response, 400, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

async function answer(world: World, request: IncomingMessage, url: URL, door: string): Promise<object | undefined> {
  const asked = url.searchParams;
  switch (door) {
    case 'GET view':
      return pageView(world, personOf(world, asked.get('as')), {
        open: asked.get('channel') ?? '',
        tab: asked.get('tab') ?? '',
      });
    case 'GET card': {
      const file = world.workspace.files.get(asked.get('file') ?? '');
      if (file === undefined || !seesFile(world.workspace, personOf(world, asked.get('as')), file))
        throw new Error('This file was deleted, or it is in a conversation that you are not in.');
      return fileCard(file);
    }
    case 'POST act': {
      const told = await jsonBody(request);
      return doAct(world, personOf(world, stringOf(told.as) ?? null), told);
    }
    case 'POST upload': {
      const owner = personOf(world, asked.get('as'));
      const name = (asked.get('name') ?? '').replaceAll(/[/\\\p{Cc}]/gu, '_').slice(0, 200);
      if (name === '') throw new Error('The file has no name');
      const type = request.headers['content-type'];
      const bytes = await readBody(request);
      return { id: bringFile(world.workspace, owner.id, { name, bytes, ...(type ? { mimetype: type } : {}) }).id };
    }
    case 'POST switch': {
      const told = await jsonBody(request);
      world.switches.set(stringOf(told.id) ?? '', told.on === true);
      world.workspace.changed();
      return {};
    }
    case 'POST socket': {
      const { fault } = await jsonBody(request);
      if (fault !== 'drop' && fault !== 'refresh') throw new Error('A fault is drop or refresh');
      world.faults.socket[fault]();
      return {};
    }
    default:
      return undefined;
  }
}

async function jsonBody(request: IncomingMessage): Promise<JsonObject> {
  const body = parseJson((await readBody(request)).toString('utf8'));
  if (!isObject(body)) throw new Error('The body is no JSON object');
  return body;
}

function personOf({ workspace }: World, key: string | null): User {
  const user = [...workspace.users.values()].find((one) => one.key === key);
  if (user === undefined || user.deleted || user.isBot) throw new Error(`Nobody can sign in as "${key ?? ''}"`);
  return user;
}

function reply<T>(response: ServerResponse, status: number, body: Answer<T>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function sendAsset(response: ServerResponse, name: string): Promise<void> {
  const asset = await pageAsset(name);
  if (asset === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': asset.type,
    'content-encoding': 'gzip',
    'content-length': asset.gzipped.length,
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(asset.gzipped);
}

const INLINE = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/;

function sendFile(world: World, response: ServerResponse, url: URL, id: string): void {
  const user = [...world.workspace.users.values()].find((one) => one.key === url.searchParams.get('as'));
  const file = world.workspace.files.get(id);
  if (user === undefined || file?.bytes === undefined || !seesFile(world.workspace, user, file)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const shown = INLINE.test(file.mimetype) && !url.searchParams.has('download');
  response.writeHead(200, {
    'content-type': shown ? file.mimetype : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.title.includes('.') ? file.title : file.name)}`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
}
