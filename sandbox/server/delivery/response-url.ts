import { Refusal } from '../access/refusal.ts';
import { beforeEffect, delayed } from '../calls/fault-answers.ts';
import { checkedContent } from '../calls/message-content.ts';
import { optional } from '../calls/method.ts';
import { readBody } from '../calls/request.ts';
import { byApp, deleteMessage, draftMessage, postMessage, updateMessage, withBlockIds } from '../changes/messages.ts';
import { newHex } from '../ids.ts';
import { isObject, type JsonObject, objectOf, parseJson } from '../json.ts';
import type { Origin, ResponseUrls } from '../ports.ts';
import type { StoredMessage } from '../workspace/entities.ts';
import type { World } from '../world.ts';

const USES = 5;
const LIFETIME_MS = 30 * 60 * 1000;

interface Issued extends Origin {
  at: number;
  uses: number;
}

/** An empty book of response URLs. */
export function createResponseUrls(world: () => World): ResponseUrls {
  const issued = new Map<string, Issued>();
  return {
    issue: (origin) => {
      const { workspace, clock } = world();
      const path = `actions/${workspace.teamId}/${clock.now()}/${newHex(12)}`;
      issued.set(`/${path}`, { ...origin, at: clock.now(), uses: 0 });
      return workspace.url + path;
    },
    answer: async (request, response, url) => {
      const text = (await readBody(request)).toString('utf8');
      const fault = world().faults.take('response_url', objectOf(parseJson(text)));
      const log = (status: number, answer: JsonObject) =>
        world().inspector.log({
          kind: 'call',
          at: world().clock.now(),
          method: 'response_url',
          args: { body: parseJson(text) },
          status,
          answer,
          ms: 0,
          fault: fault?.kind,
        });
      if (fault && beforeEffect(fault, response, log)) return;
      if (fault?.kind === 'latency') await delayed(fault.ms);
      const [status, body] = use(world(), issued.get(url.pathname), text);
      log(status, { body });
      response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
    },
  };
}

function use(world: World, issued: Issued | undefined, text: string): [number, string] {
  const body = parseJson(text);
  if (issued === undefined) return [404, 'no_such_url'];
  if (issued.uses >= USES) return [404, 'used_url'];
  if (world.clock.now() - issued.at > LIFETIME_MS) return [404, 'expired_url'];
  if (!isObject(body)) return [400, 'invalid_payload'];
  if (world.pace.over('response_url', 'special', issued.channelId) !== undefined) return [429, 'rate_limited'];
  try {
    if (body.delete_original === true) remove(world, issued);
    else respond(world, issued, body);
    issued.uses += 1;
    return [200, 'ok'];
  } catch (error) {
    if (error instanceof Refusal) return [error.error === 'no_text' ? 400 : 404, error.error];
    throw error;
  }
}

/** Shows a message the app gave as the ack of a command or through a response URL. */
export function respond(world: World, origin: Origin, body: JsonObject): StoredMessage {
  const { workspace } = world;
  const content = checkedContent(world, body, 'response_url');
  const channel = workspace.conversations.get(origin.channelId);
  if (channel === undefined) throw new Refusal('channel_not_found');
  const original = origin.message;
  if (body.replace_original === true && original !== undefined) {
    if (original.ephemeralTo === undefined) updateMessage(workspace, channel, original, content);
    else Object.assign(original, content, { blocks: withBlockIds(content.blocks) });
    workspace.changed();
    return original;
  }
  const draft = { ...byApp(workspace), ...content, threadTs: optional(body, 'thread_ts') };
  if (body.response_type === 'in_channel') return postMessage(workspace, channel, draft);
  const message = draftMessage(workspace, channel.id, { ...draft, ephemeralTo: origin.userId });
  workspace.ephemerals.push(message);
  workspace.changed();
  return message;
}

function remove({ workspace }: World, { channelId, message }: Origin): void {
  const channel = workspace.conversations.get(channelId);
  if (channel === undefined || message === undefined) return;
  const index = workspace.ephemerals.indexOf(message);
  if (index >= 0) workspace.ephemerals.splice(index, 1);
  else deleteMessage(workspace, channel, message);
  workspace.changed();
}
