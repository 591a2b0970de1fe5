import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { classifyError } from '../../slack-api/classify-error.ts';
import type { Installation } from '../../slack-api/installation.ts';
import { codeOf } from '../../slack-api/slack-codes.ts';
import type { Message } from '../views/card.ts';
import { insteadOf, type NotOpened } from '../views/notice.ts';
import type { BestEffortUpdates } from './best-effort-updates.ts';
import type { Caller } from './deps.ts';
import { privateAnswer } from './private-answer.ts';

/** The only Slack calls a listener makes. None of them throws: a view that could not be shown is told in words. */
export interface Views {
  /** Opens a view, or puts it on top of the modal the caller is in. What cannot be opened is said in words, as soon as may be. */
  show(caller: Caller, view: ModalView): Promise<void>;
  /** A private answer: through the response_url, else as a direct message. */
  say(caller: Caller, message: Message): Promise<void>;
  /** Draws a view anew. With a `hash` only as long as the view is still as it was then: `overtaken` when it is not. */
  update(viewId: string, view: ModalView, hash: string | undefined): Promise<Drawn>;
  /** False when Slack is in trouble and it may work later. */
  publish(person: string, view: HomeView): Promise<boolean>;
}

/** What became of a drawing. `shown`: with Slack's hash of it. `overtaken`: something was drawn since; `hash` when that was our own doing. `later`: Slack is in trouble. */
export type Drawn =
  | { readonly kind: 'shown'; readonly hash?: string | undefined }
  | { readonly kind: 'overtaken'; readonly hash: string | undefined }
  | { readonly kind: 'later' | 'failed' };

/** Views whose last hash is remembered; what is drawn into at the same time is far fewer. */
const REMEMBERED = 1000;

/** Slack's codes for a trigger that was used already: the same payload came twice and the first opened the view. */
const USED = new Set(['exchanged_trigger_id', 'trigger_exchanged']);

/**
 * Shows views through `client`, which has a short time-out and no retries: a trigger lives three seconds. `watch` notices
 * whether Slack takes our token.
 */
export function createViews(
  client: WebClient,
  updates: BestEffortUpdates,
  log: Log,
  watch: Installation['watch'],
): Views {
  const hashes = new Map<string, string>();
  const remember = (view: string, hash: string | undefined) => {
    hashes.delete(view);
    if (hash) hashes.set(view, hash);
    const [oldest] = hashes.keys();
    if (hashes.size > REMEMBERED && oldest !== undefined) hashes.delete(oldest);
  };
  const say = (caller: Caller, message: Message) =>
    updates.show(`answer ${caller.person}`, privateAnswer(client, caller, message, log));
  return {
    say,
    async show(caller, view) {
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
        await say(caller, insteadOf(view, whyNot(error, code), code));
      }
    },
    async update(view_id, view, hash) {
      try {
        const updated = await watch('views.update', () =>
          client.views.update({ view_id, view, ...(hash ? { hash } : {}) }),
        );
        remember(view_id, updated.view?.hash);
        return { kind: 'shown', hash: updated.view?.hash };
      } catch (error) {
        const ours = hashes.get(view_id);
        if (codeOf(error) === 'hash_conflict') return { kind: 'overtaken', hash: ours === hash ? undefined : ours };
        log.info(
          { event: 'view.not_redrawn', code: codeOf(error), view: view.callback_id },
          'a view could not be redrawn',
        );
        return { kind: mayPass(error) ? 'later' : 'failed' };
      }
    },
    async publish(user_id, view) {
      try {
        await watch('views.publish', () => client.views.publish({ user_id, view }));
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
