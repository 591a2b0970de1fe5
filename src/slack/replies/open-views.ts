import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { isUserId } from '../../forms/mrkdwn.ts';
import type { Log } from '../../log.ts';
import { classifyError, codeOf } from '../../slack-api/classify-error.ts';
import type { Clients } from '../../slack-api/connect.ts';
import type { Installation } from '../../slack-api/installation.ts';
import type { Words } from '../../words/words.ts';
import { respond } from '../transport/response-url.ts';
import type { Message } from '../views/card.ts';
import { insteadOf, type NotOpened } from '../views/notice.ts';
import type { BestEffortUpdates } from './best-effort-updates.ts';

/** Who did something, and how they can be shown something. */
export interface Caller {
  readonly person: string;
  readonly trigger: string;
  /** Inside a modal: new views go on top of it. */
  readonly inModal: boolean;
  readonly responseUrl: string | undefined;
  /** What they read. Asked for only where it is needed: most answers have words already. */
  words(): Promise<Words>;
}

/** How somebody can be told something privately. */
type Told = Omit<Caller, 'words'>;

/** What became of a drawing. `overtaken`: the view is no longer as it was at the hash. `later`: Slack is in trouble. */
export type Drawn = 'shown' | 'overtaken' | 'later' | 'failed';

/** Views whose last hash is remembered, and triggers that were answered; what goes on at the same time is far less. */
const REMEMBERED = 1000;

/** Slack's codes for a trigger that was used already: the same payload came twice and the first opened the view. */
const USED = new Set(['exchanged_trigger_id', 'trigger_exchanged']);

/** The only Slack calls a listener makes. None of them throws: a view that could not be shown is told in words. */
export type Views = ReturnType<typeof createViews>;

/**
 * Shows modals through `interactive`, which has a short time-out and no retries: a trigger lives three seconds. Private
 * answers and Home go through `answers`: those that hang must not keep a modal from opening. `watch` notices whether
 * Slack takes our token; `once` is true for the first instance that asks for a key.
 */
export function createViews(
  { interactive: client, answers: answerClient }: Pick<Clients, 'interactive' | 'answers'>,
  updates: BestEffortUpdates,
  log: Log,
  watch: Installation['watch'],
  once: (key: string) => Promise<boolean> = async () => true,
) {
  /** Whether this instance is the one that answers, by trigger. */
  const answered = new Map<string, Promise<boolean>>();
  function mayAnswer(trigger: string): Promise<boolean> {
    if (trigger === '') return Promise.resolve(true);
    const known = answered.get(trigger) ?? once(`answer ${trigger}`).catch(() => true);
    answered.set(trigger, known);
    const [oldest] = answered.keys();
    if (answered.size > REMEMBERED && oldest !== undefined) answered.delete(oldest);
    return known;
  }
  /**
   * A private answer: through the response_url, else as a direct message. What people did may have come to two instances: the
   * first answers. `replaces`: it stands in the place of the message whose button was pressed.
   */
  async function say(caller: Told, message: Message, { replaces = false } = {}): Promise<void> {
    if (await mayAnswer(caller.trigger))
      await updates.show(`answer ${caller.person}`, privateAnswer(answerClient, caller, { message, replaces }, log));
  }
  const hashes = new Map<string, string>();
  function remember(view: string, hash: string | undefined): void {
    hashes.delete(view);
    if (hash) hashes.set(view, hash);
    const [oldest] = hashes.keys();
    if (hashes.size > REMEMBERED && oldest !== undefined) hashes.delete(oldest);
  }
  return {
    say,
    /**
     * Opens a view, or puts it on top of the modal the caller is in. What cannot be opened is said in words, as soon as
     * possible.
     */
    async show(caller: Caller, view: ModalView): Promise<void> {
      const { trigger: trigger_id, inModal } = caller;
      try {
        await (inModal
          ? watch('views.push', () => client.views.push({ trigger_id, view }))
          : watch('views.open', () => client.views.open({ trigger_id, view })));
      } catch (error) {
        const code = codeOf(error);
        if (USED.has(code)) return;
        log.warn(
          { event: 'view.not_opened', code, person: caller.person, view: view.callback_id },
          'a view could not be opened',
        );
        await say(caller, insteadOf(await caller.words(), view, whyNot(error, code), code));
      }
    },
    /** Draws a view again. With a `hash` only as long as the view is still as it was then. */
    async update(view_id: string, view: ModalView, hash: string | undefined): Promise<Drawn> {
      try {
        const update = () => client.views.update({ view_id, view, ...(hash ? { hash } : {}) });
        remember(view_id, (await watch('views.update', update)).view?.hash);
        return 'shown';
      } catch (error) {
        if (codeOf(error) === 'hash_conflict') return 'overtaken';
        log.info(
          { event: 'view.not_redrawn', code: codeOf(error), view: view.callback_id },
          'a view could not be updated',
        );
        return mayPass(error) ? 'later' : 'failed';
      }
    },
    /** Slack's hash of what this process last drew in a view, if it still knows. */
    lastHash: (view: string): string | undefined => hashes.get(view),
    /** False when Slack is in trouble and it may work later. */
    async publish(user_id: string, view: HomeView): Promise<boolean> {
      try {
        await watch('views.publish', () => answerClient.views.publish({ user_id, view }));
        return true;
      } catch (error) {
        log.warn({ event: 'home.not_published', code: codeOf(error), person: user_id }, 'Home could not be published');
        return !mayPass(error);
      }
    },
  };
}

/** Slack's codes for a trigger that came too late. */
const LATE = new Set(['expired_trigger_id', 'invalid_trigger_id', 'trigger_expired', 'invalid_trigger']);

function whyNot(error: unknown, code: string): NotOpened {
  if (LATE.has(code)) return 'late';
  const verdict = classifyError(error);
  if (verdict.kind === 'again' && verdict.slowly) return 'shut';
  return mayPass(error) ? 'trouble' : 'fault';
}

/** Whether the same call may work later without anybody's doing. */
const mayPass = (error: unknown): boolean => {
  const verdict = classifyError(error);
  return verdict.kind === 'later' || (verdict.kind === 'again' && verdict.atLast === undefined);
};

/**
 * Makes a private answer that can be tried again: through the response_url (commands and message buttons have one; it
 * needs no token), else as a direct message (Home and global shortcuts have nothing else). False: not now, perhaps later.
 */
function privateAnswer(
  client: WebClient,
  caller: Told,
  { message, replaces }: { readonly message: Message; readonly replaces: boolean },
  log: Log,
): () => Promise<boolean> {
  let responseUrl = caller.responseUrl;
  return async () => {
    if (responseUrl) {
      const status = await respond(responseUrl, message, log, replaces);
      if (status >= 200 && status < 300) return true;
      // Used up or too old: what is left is a direct message.
      if (status >= 400 && status < 500 && status !== 429) responseUrl = undefined;
    }
    try {
      // Only people have direct messages: a private answer must not be posted in a channel.
      if (!responseUrl && isUserId(caller.person))
        await client.chat.postMessage({ channel: caller.person, ...message, unfurl_links: false });
      return !responseUrl;
    } catch (error) {
      log.warn(
        { event: 'answer.failed', code: codeOf(error), person: caller.person },
        'a private reply could not be sent',
      );
      return classifyError(error).kind === 'give up';
    }
  };
}
