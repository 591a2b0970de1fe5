import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../access/refusal.ts';
import { beforeEffect, cutOff, delayed, lose } from '../calls/fault-answers.ts';
import { type Args, type Method, needScope, optional } from '../calls/method.ts';
import { readArguments, readBody } from '../calls/request.ts';
import type { Fault } from '../instruments/faults.ts';
import { redacted } from '../instruments/inspector.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';
import { methods } from './methods.ts';

/** Answers one call of the Web API: token, faults, pace, scope, then the method. */
export async function answerCall(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const started = performance.now();
  const name = url.pathname.replace(/^\/api\//, '');
  const read = await argumentsOf(request, url);
  const { token: field, ...args } = read instanceof Refusal ? {} : read;
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? optional({ field }, 'field') ?? '';
  const by = instanceOf(request);
  const armed = world.faults.take(name, args);
  await world.faults.run('before', { method: name, args, by });
  const fault = (await world.faults.picked({ method: name, args, by })) ?? armed;
  const log = (status: number, answer: JsonObject) =>
    world.inspector.log({
      kind: 'call',
      at: world.clock.now(),
      method: name,
      args: redacted(args),
      status,
      answer: redacted(answer),
      ms: performance.now() - started,
      fault: fault?.kind,
      by,
    });
  if (fault && beforeEffect(fault, response, log)) return;
  const over = world.pace.over(name, methods[name]?.tier ?? 'T4', optional(args, 'channel'));
  if (over !== undefined) return limited(response, over, log);
  const answer = read instanceof Refusal ? refused(read) : await effect(world, name, args, { token, by });
  await world.faults.run('after', { method: name, args, answer, by });
  await finish(world, name, response, answer, fault, log);
}

async function argumentsOf(request: IncomingMessage, url: URL): Promise<Args | Refusal> {
  try {
    return await readArguments(request, await readBody(request), url);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The instance of the app that calls: `instance/NAME` in its User-Agent, where the SDK's addAppMetadata puts it. */
const instanceOf = ({ headers }: IncomingMessage): string | undefined =>
  /(?:^|\s)instance\/([\w.:-]{1,60})/.exec(headers['user-agent'] ?? '')?.[1];

/** Who makes a call. */
interface Caller {
  token: string;
  by: string | undefined;
}

async function effect(world: World, name: string, args: Args, { token, by }: Caller): Promise<JsonObject> {
  try {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw unknownMethod(world, name);
    checkToken(world, method, token, name);
    needScope(world, name, method.scopes);
    return { ok: true, ...(await method.handler(args, world, by)) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    world.inspector.note(
      `The sandbox itself failed in ${name}: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return refused(new Refusal('internal_error'));
  }
}

function unknownMethod(world: World, name: string): Refusal {
  world.complaints.raise('unknown_method', `The sandbox knows no method ${name}`, { method: name });
  return new Refusal('unknown_method', { req_method: name });
}

function checkToken(world: World, method: Method, token: string, name: string): void {
  if (method.token === 'none') return;
  if (token === '') throw new Refusal('not_authed');
  const revoked = world.grants.refusalOf(token);
  if (revoked !== undefined) throw new Refusal(revoked);
  const { botToken, appToken } = world.secrets;
  const [wanted, other] = method.token === 'app' ? [appToken, botToken] : [botToken, appToken];
  if (token === wanted) return;
  world.complaints.raise('bad_token', `${name} was called with a token that Slack refuses there`, { method: name });
  throw new Refusal(token === other ? 'not_allowed_token_type' : 'invalid_auth');
}

const refused = (refusal: Refusal): JsonObject => ({ ok: false, error: refusal.error, ...refusal.extra });

type Log = (status: number, answer: JsonObject) => void;

function limited(response: ServerResponse, retryAfter: number, log: Log): void {
  const answer = { ok: false, error: 'ratelimited' };
  log(429, answer);
  response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(retryAfter) });
  response.end(JSON.stringify(answer));
}

async function finish(
  world: World,
  name: string,
  response: ServerResponse,
  answer: JsonObject,
  fault: Fault | undefined,
  log: Log,
): Promise<void> {
  log(200, answer);
  if (fault?.kind === 'lost') return lose(response);
  if (fault?.kind === 'cut') return cutOff(response, JSON.stringify(answer));
  if (fault?.kind === 'latency') await delayed(fault.ms);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': [...world.scopes].join(','),
    'x-accepted-oauth-scopes': (methods[name]?.scopes ?? []).join(','),
  });
  response.end(JSON.stringify(answer));
}
