import { randomBytes } from 'node:crypto';
import type { ReceiverEvent } from '@slack/bolt';
import { ZodError, type z } from 'zod';
import type { Log } from '../../log.ts';
import { isAnswerAddress } from '../../slack-api/hosts.ts';
import { wordsFor } from '../../words/words.ts';
import { words } from '../views/message.ts';
import { notice } from '../views/notice.ts';
import {
  BlockActions,
  BlockSuggestion,
  EventEnvelope,
  readPayload,
  Shortcut,
  SlashCommand,
  teamOf,
  teamOfEvent,
  ViewClosed,
  ViewSubmission,
} from './payloads.ts';
import { respond } from './response-url.ts';

/**
 * Lets a payload through to Bolt (`next`), or answers it by itself. Never rejects. Every payload is acked once, but for an
 * event that could not be recorded: Slack sends it again.
 */
export type Gate = (event: ReceiverEvent, next: (event: ReceiverEvent) => Promise<void>) => Promise<void>;

/** What the gate gives listeners with a payload, in Bolt's context. */
export type Admitted<W> = {
  /** The workspace that the payload is for. */
  readonly workspace: W;
  /** Acks an event. */
  readonly recorded?: () => Promise<void>;
};

/** Why a payload is not let through: what the person is told, and what the log says. */
interface Refusal {
  readonly sentence: string;
  readonly why: string;
}

/** What people are shown and the log has, so that the one leads to the other. */
const newReference = () => randomBytes(3).toString('hex');

/** What strangers are told, of whose language nothing is known. */
const read = wordsFor();
const { reply } = read;

/**
 * The one door for payloads. Bolt and the listeners count on whole payloads of workspaces where the app is installed; a
 * payload that is anything else is acked with a sentence, logged, and goes no further. So is one that Bolt stumbles over.
 */
export function createGate<W>(deps: {
  /** The workspace of this team; undefined where the app is not installed. */
  readonly installed: (team: string) => W | undefined;
  readonly apiUrl: string;
  readonly log: Log;
}): Gate {
  const { installed, apiUrl, log } = deps;
  const workspaceOf = (kind: Kind | undefined, body: unknown): { readonly workspace: W } | Refusal => {
    if (!kind || !isObject(body)) return { sentence: reply.stranger.notUnderstood, why: 'of no kind that we know' };
    const team = teamIn(kind, body);
    if (typeof team !== 'string') return team;
    const workspace = installed(team);
    if (workspace !== undefined) return { workspace };
    return { sentence: reply.stranger.otherWorkspace, why: `for workspace ${team.slice(0, 40) || 'unknown'}` };
  };
  return async (event, next) => {
    const body: unknown = event.body;
    const kind = kindOf(body);
    let acked = false;
    const { ack } = event;
    const once: ReceiverEvent['ack'] = async (response) => {
      acked = true;
      await ack(response);
    };
    const turnAway = async (sentence: string) => {
      const answer = replyOf(kind, sentence);
      if (!acked) await once(answer);
      if (answer === undefined && isObject(body) && typeof body.response_url === 'string')
        await respond(body.response_url, words(sentence), log);
    };
    try {
      dropForeignAddress(body, apiUrl, log);
      const found = workspaceOf(kind, body);
      if (!('workspace' in found)) {
        log.warn({ event: 'gate.payload_refused', kind, why: found.why }, 'a payload was rejected');
        return await turnAway(found.sentence);
      }
      // Bolt acks an event before any listener has seen it: then its ack does nothing, and the listener acks (`recorded`)
      // when what the event means stands in the database.
      const given: Admitted<W> = kind === 'event' ? { ...found, recorded: once } : found;
      const customProperties = { ...event.customProperties, ...given };
      await next({ ...event, ack: kind === 'event' ? async () => {} : once, customProperties });
      if (acked) return;
      if (kind === 'event')
        return log.warn(
          { event: 'gate.event_not_recorded', kind },
          'an event could not be recorded; Slack will send it again',
        );
      const reference = newReference();
      log.error({ event: 'gate.payload_not_taken', reference, kind }, 'no listener handled a payload');
      await turnAway(reply.fault.unchanged({ reference }));
    } catch (error) {
      const reference = newReference();
      log.error({ event: 'gate.payload_failed', reference, kind, error }, 'a payload could not be handled');
      await turnAway(reply.fault.unchanged({ reference })).catch((lost: unknown) =>
        log.warn({ event: 'gate.answer_lost', error: String(lost) }, 'a response was lost'),
      );
    }
  };
}

type Kind = keyof typeof kinds;

const kind =
  <T>(schema: z.ZodType<T>, team: (payload: T) => string) =>
  (body: object): string =>
    team(readPayload(schema, body));

/** Which workspace a payload of each kind is for. Throws a `ZodError` for one that is not whole. */
const kinds = {
  event: kind(EventEnvelope, teamOfEvent),
  command: kind(SlashCommand, ({ team_id }) => team_id),
  block_actions: kind(BlockActions, teamOf),
  block_suggestion: kind(BlockSuggestion, teamOf),
  shortcut: kind(Shortcut, teamOf),
  view_submission: kind(ViewSubmission, teamOf),
  view_closed: kind(ViewClosed, teamOf),
} as const;

/** What a payload is; the order in which it is asked is Bolt's. */
function kindOf(body: unknown): Kind | undefined {
  if (!isObject(body)) return undefined;
  if (body.event !== undefined) return 'event';
  if (body.command !== undefined) return 'command';
  if (body.type === 'block_suggestion') return 'block_suggestion';
  // A menu of an old dialog that asks for its options: none of ours does.
  if (body.name !== undefined) return undefined;
  if (body.actions !== undefined || body.type === 'dialog_submission') return 'block_actions';
  if (body.type === 'shortcut' || body.type === 'message_action') return 'shortcut';
  return body.type === 'view_submission' || body.type === 'view_closed' ? body.type : undefined;
}

/** Which workspace a payload is for, or why it is none that we understand. */
function teamIn(kind: Kind, body: object): string | Refusal {
  try {
    return kinds[kind](body);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const places = error.issues.slice(0, 5).map(({ path, code }) => `${path.join('.').slice(0, 80)} ${code}`);
    return { sentence: reply.stranger.notUnderstood, why: `not whole: ${places.join(', ')}` };
  }
}

/** What Slack shows of an ack, by kind; undefined where it reads none. */
function replyOf(kind: Kind | undefined, text: string): unknown {
  switch (kind) {
    case 'command':
      return { response_type: 'ephemeral', text };
    case 'block_suggestion':
      return { options: [] };
    case 'view_submission':
      return { response_action: 'update', view: notice(read, read.forms.notice.title.order, text) };
    default:
      return undefined;
  }
}

/** A private answer is posted to Slack and nowhere else, whatever a payload says. */
function dropForeignAddress(body: unknown, apiUrl: string, log: Log): void {
  if (!isObject(body) || typeof body.response_url !== 'string' || isAnswerAddress(body.response_url, apiUrl)) return;
  log.warn({ event: 'gate.foreign_response_url' }, 'a response_url is not on a Slack host; it was not used');
  delete body.response_url;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
