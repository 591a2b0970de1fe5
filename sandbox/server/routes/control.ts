import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, TooLarge } from '../calls/request.ts';
import { isObject, type JsonObject, numberOf, parseJson, stringOf } from '../json.ts';
import type { Sandbox } from '../sandbox.ts';
import { isFault, isSocketFault } from './control-faults.ts';

type Answer = (sandbox: Sandbox, body: unknown, url: URL) => unknown;

/** The control doors under /sandbox/, for another process that drives the sandbox. */
const DOORS: Record<string, Answer> = {
  'GET state': (sandbox) => stateOf(sandbox),
  'GET complaints': (sandbox) => sandbox.complaints,
  'GET inspector': (sandbox, _, url) => sandbox.inspector.entries.slice(Number(url.searchParams.get('from') ?? 0)),
  'GET env': (sandbox) => sandbox.env,
  'POST faults': (sandbox, body) => setFault(sandbox, body),
  'POST admin': (sandbox, body) => callOn(sandbox.workspace.admin, body),
  'POST grants': (sandbox, body) => callOn(sandbox.grants, body),
  'POST clock': (sandbox, body) => sandbox.clock.advance(isObject(body) ? (numberOf(body.advance) ?? 0) : 0),
  'POST uninstall': (sandbox) => sandbox.uninstall(),
  'POST install': (sandbox) => sandbox.install(),
  'POST idle': (sandbox) => sandbox.idle(),
  'POST connected': (sandbox, body) => sandbox.connected(isObject(body) ? numberOf(body.count) : undefined),
  'POST request-url': (sandbox, body) => sandbox.setRequestUrl(isObject(body) ? (stringOf(body.url) ?? '') : ''),
  'POST addresses': (sandbox, body) => callOn(sandbox.addresses, body),
};

/** Answers a control request with `{ ok: true, result }` or `{ ok: false, error }`; bad input is an error, never a crash. */
export async function answerControl(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const reply = (status: number, answer: JsonObject) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer));
  };
  try {
    const text = (await readBody(request)).toString('utf8');
    const body = text === '' ? undefined : parseJson(text);
    if (text !== '' && body === undefined) throw new Error('The body is not JSON');
    const result = await find(sandbox, request.method ?? 'GET', url, revived(body));
    reply(200, { ok: true, result: encoded(result) ?? null });
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    reply(400, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

function find(sandbox: Sandbox, method: string, url: URL, body: unknown): unknown {
  const [name = '', ...rest] = url.pathname
    .replace(/^\/sandbox\//, '')
    .split('/')
    .map(decodeURIComponent);
  if (name === 'people' && method === 'POST') {
    const person = sandbox.people[rest[0] ?? ''];
    if (person === undefined) throw new Error(`There is nobody called "${rest[0]}"`);
    return callOn(person, { act: rest[1], args: Array.isArray(body) ? body : [] });
  }
  const door = DOORS[`${method} ${name}`];
  if (door === undefined)
    throw new Error(
      `There is no ${method} /sandbox/${name}; there is: ${Object.keys(DOORS).join(', ')}, POST people/NAME/ACT`,
    );
  return door(sandbox, body, url);
}

/** Calls a method by name: `{ act, args }`. */
function callOn(target: object, call: unknown): unknown {
  const { act, args } = isObject(call) ? call : {};
  const found = Object.entries(target).find(([name]) => name === act)?.[1];
  if (typeof found !== 'function') throw new Error(`There is no act "${String(act)}"`);
  return found(...(Array.isArray(args) ? args : []));
}

function setFault(sandbox: Sandbox, body: unknown): void {
  const { on, fault, times, clear, socket, argument } = isObject(body) ? body : {};
  if (clear === true) {
    sandbox.faults.clear();
    return;
  }
  if (isSocketFault(socket)) {
    if (socket === 'refuse')
      sandbox.faults.socket.refuse(typeof argument === 'boolean' ? argument : (numberOf(argument) ?? 1));
    else if (socket === 'freeze') sandbox.faults.socket.freeze(numberOf(argument) ?? 15_000);
    else sandbox.faults.socket[socket]();
    return;
  }
  if (!isFault(fault))
    throw new Error(
      'A fault needs { on, fault: { kind, … }, times? }, { socket: refresh|drop|freeze|refuse } or { clear: true }',
    );
  const limit = numberOf(times);
  sandbox.faults.on(stringOf(on) ?? '*', fault, limit === undefined ? {} : { times: limit });
}

function stateOf(sandbox: Sandbox): JsonObject {
  const { workspace, people } = sandbox;
  return {
    team: { id: workspace.teamId, name: workspace.teamName },
    people: Object.entries(people).map(([key, { id, name }]) => {
      return { key, id, name, locale: workspace.person(key).locale };
    }),
    channels: workspace.channels(),
    files: [...workspace.files.values()].map((file) => workspace.file(file.id)),
    complaints: sandbox.complaints,
    pending: workspace.pending,
  };
}

/** JSON has no bytes, patterns or dates: they travel as `{ $bytes }`, `{ $pattern, $flags }` and `{ $date }`. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (!isObject(value)) return value;
  if (typeof value.$bytes === 'string') return new Uint8Array(Buffer.from(value.$bytes, 'base64'));
  if (typeof value.$pattern === 'string') return new RegExp(value.$pattern, stringOf(value.$flags));
  if (typeof value.$date === 'string') return new Date(value.$date);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
}

function encoded(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encoded);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encoded(one)]));
}
