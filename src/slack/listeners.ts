import type { AckFn, App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { ZodError } from 'zod';
import { codeOf } from '../slack-api/classify-error.ts';
import type { Workspace } from '../workspaces.ts';
import { replyTo } from './commands/commands.ts';
import type { Deps } from './deps.ts';
import { openDesk } from './desk/desk.ts';
import { openExport } from './desk/exports/exports.ts';
import { placesOffered } from './desk/holidays.ts';
import { typeItemsOffered } from './desk/types/catalogue.ts';
import { pressed, submitted } from './dispatch.ts';
import { createTyping } from './drafts/typing.ts';
import { eventHandlers } from './events.ts';
import { formClosed } from './forms/close-form.ts';
import { NEW_ORDER, openForm } from './forms/open-form.ts';
import { guarded } from './guarded.ts';
import { asPressed, pageOf, pressOf, whoseOf } from './payload-keys.ts';
import type { Caller } from './replies/open-views.ts';
import { answerable, type SubmissionAck, tryAgain } from './replies/submitted.ts';
import { shortcutUsed } from './shortcuts.ts';
import { suggestions } from './suggestions/suggestions.ts';
import { fitsAnswer } from './transport/answer-size.ts';
import { createDedupe, createUnderWay } from './transport/dedupe.ts';
import type { Admitted } from './transport/gate.ts';
import {
  BlockActions,
  BlockSuggestion,
  readPayload,
  Shortcut,
  SlashCommand,
  ViewClosed,
  ViewSubmission,
} from './transport/payloads.ts';
import { isDeskId, isTypeId } from './views/desk/ids.ts';
import type { Message } from './views/message.ts';

/** What the process has for all payloads; the rest comes with the workspace that a payload is for. */
type ListenerDeps = Pick<Deps, 'store' | 'log' | 'now'>;

/** One listener per mechanism; which form or command it is about is a table lookup. Every event walks every listener. */
export function listen(app: App<Admitted<Workspace>>, given: ListenerDeps): void {
  const depsOf = ({ workspace }: Admitted<Workspace>): Deps => ({ ...given, ...workspace });
  const dedupe = createDedupe(() => performance.now());
  const underWay = createUnderWay(() => performance.now());
  const typing = createTyping<BlockActions>();
  const { log } = given;

  app.command(/.*/, async ({ body, ack, context }) => {
    const deps = depsOf(context);
    const command = readPayload(SlashCommand, body);
    const caller = callerOf(deps, command.user_id, command);
    await guarded(deps, { ack: (text) => ack({ response_type: 'ephemeral', text }), caller }, async (acked) => {
      const { result, repeated } = dedupe.once(`command ${whoseOf(deps, caller)}`, async () => {
        const known = await deps.people.known(command.user_id);
        return known ? { known, reply: await replyTo(deps, command, known) } : undefined;
      });
      const answered = await result;
      const reply = answered && isMessage(answered.reply) ? answered.reply : undefined;
      const answer = reply && { response_type: 'ephemeral' as const, text: reply.text, blocks: reply.blocks };
      const fits = fitsAnswer(answer);
      const heard = await acked(() => (answer && fits ? ack(answer) : ack()));
      if (repeated) return;
      // What is too large for an answer is said through the response_url.
      if (reply) return heard && fits ? undefined : deps.views.say(caller, reply);
      // Somebody we have not met: they are looked up now that Slack has its answer.
      const person = answered?.known ?? (await deps.people.find(command.user_id));
      const late = answered?.reply ?? (person ? await replyTo(deps, command, person) : NEW_ORDER);
      if (late === 'settings') return openDesk(deps, caller);
      if (late === 'export') return openExport(deps, caller);
      return isMessage(late) ? deps.views.say(caller, late) : openForm(deps, caller, late);
    });
  });

  app.shortcut(/.*/, async ({ body, ack, context }) => {
    const deps = depsOf(context);
    const shortcut = readPayload(Shortcut, body);
    const caller = callerOf(deps, shortcut.user.id, shortcut);
    await guarded(deps, { ack: () => ack(), caller }, async (acked) => {
      await acked(() => ack());
      const work = () => shortcutUsed(deps, caller, shortcut);
      await dedupe.once(`shortcut ${whoseOf(deps, caller)}`, work).result;
    });
  });

  app.action(/.*/, async ({ body, ack, context }) => {
    const deps = depsOf(context);
    const payload = asPressed(readPayload(BlockActions, body));
    const inModal = payload.view?.type === 'modal';
    const caller = { ...callerOf(deps, payload.user.id, payload), inModal };
    await guarded(deps, { ack: () => ack(), caller }, async (acked) => {
      await acked(() => ack());
      const press = () => underWay.join(pressOf(deps, payload), () => pressed(deps, payload, caller, typing));
      await dedupe.once(`action ${whoseOf(deps, caller)}`, press).result;
    });
  });

  app.options(/.*/, async ({ body, ack, context }) => {
    const deps = depsOf(context);
    const payload = readPayload(BlockSuggestion, body);
    const { action_id } = payload;
    const search = isDeskId(action_id) ? placesOffered : isTypeId(action_id) ? typeItemsOffered : suggestions;
    const asked = search(deps, payload).catch((error: unknown): PlainTextOption[] => {
      log.warn({ event: 'suggestions.failed', code: codeOf(error) }, 'the options of a menu could not be read');
      return [];
    });
    await ack({ options: await asked });
  });

  app.view<ViewSubmitAction>(/.*/, async ({ body, ack, context }) => {
    const deps = depsOf(context);
    const payload = readPayload(ViewSubmission, body);
    const caller = callerOf(deps, payload.user.id, { trigger_id: payload.trigger_id ?? '' });
    await guarded(
      deps,
      { ack: async (text) => send(ack, tryAgain(await caller.words(), payload, text).ack), caller },
      async (acked) => {
        const key = `view ${payload.view.id} ${payload.view.hash ?? ''} ${whoseOf(deps, caller)}`;
        typing.submitted(pageOf(payload));
        const { result, repeated } = dedupe.once(payload.trigger_id ? key : undefined, () => submitted(deps, payload));
        const { ack: body, after } = await answerable(caller.words, deps, payload.view.id, await result);
        await acked(() => send(ack, body));
        if (!repeated) await after?.();
      },
    );
  });

  app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ body, ack, context }) => {
    await ack();
    await formClosed(depsOf(context), readPayload(ViewClosed, body));
  });

  app.event(/.*/, async ({ event, body, context }) => {
    const ack = () => (context.recorded?.() ?? Promise.resolve()).catch((error: unknown) => lost(log, error));
    const handle = Object.hasOwn(eventHandlers, event.type) ? eventHandlers[event.type] : undefined;
    if (!handle) return ack();
    try {
      // Slack delivers an event again when it is not sure that we took it.
      const key = body.event_id ? `event ${body.event_id}` : undefined;
      const { result, repeated } = dedupe.once(key, () => handle(depsOf(context), event, key));
      const after = await result;
      await ack();
      if (!repeated) await after?.();
    } catch (error) {
      // What makes no sense now makes none later; anything else may be recorded when it comes again.
      if (error instanceof ZodError) await ack();
      throw error;
    }
  });

  app.error(async ({ message, code, original }) =>
    log.error({ event: 'bolt.failed', error: message, code, cause: String(original ?? '') }, 'Bolt failed'),
  );
}

/** Whether a command is answered with a message, and not with a modal. */
const isMessage = (reply: Awaited<ReturnType<typeof replyTo>>): reply is Message =>
  typeof reply === 'object' && 'text' in reply;

const callerOf = (
  { people }: Deps,
  person: string,
  { trigger_id, response_url }: { trigger_id: string; response_url?: string | null | undefined },
): Caller => ({
  person,
  trigger: trigger_id,
  inModal: false,
  responseUrl: response_url ?? undefined,
  words: () => people.wordsOf(person),
});

/** Sends a submission's answer; without one the modal closes. */
function send(ack: AckFn<ViewResponseAction>, body: SubmissionAck): Promise<void> {
  return body.response_action ? ack(body) : ack();
}

/** The connection that an event came over is gone: it comes again, and is known then. */
const lost = (log: Deps['log'], error: unknown): void =>
  log.info({ event: 'answer.not_heard', code: codeOf(error) }, 'a response did not reach Slack');
