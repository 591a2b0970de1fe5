import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import type { Caller } from './deps.ts';
import { codeOf } from './error-code.ts';

/** The only Slack calls a listener makes. None of them throws: a view that could not be shown is told in words. */
export interface Views {
  /** Opens a view, or puts it on top of the modal the caller is in. */
  show(caller: Caller, view: ModalView): Promise<void>;
  /** Draws a view anew. With a `hash` only as long as the view is still as it was then: `overtaken` when it is not. */
  update(viewId: string, view: ModalView, hash: string | undefined): Promise<Drawn>;
  publish(person: string, view: HomeView): Promise<void>;
}

/** What became of a drawing. `overtaken`: something was drawn since; `hash` when that was our own doing. */
export type Drawn =
  | { readonly kind: 'shown' }
  | { readonly kind: 'overtaken'; readonly hash: string | undefined }
  | { readonly kind: 'failed' };

/** Views whose last hash is remembered; what is drawn into at the same time is far fewer. */
const REMEMBERED = 1000;

/** Slack's codes for a trigger that was used already: the same payload came twice and the first opened the view. */
const USED = new Set(['exchanged_trigger_id', 'trigger_exchanged']);

/** Shows views through `client`, which has a short time-out and no retries: a trigger lives three seconds. */
export function createViews(client: WebClient, log: Log): Views {
  const hashes = new Map<string, string>();
  const remember = (view: string, hash: string | undefined) => {
    hashes.delete(view);
    if (hash) hashes.set(view, hash);
    const [oldest] = hashes.keys();
    if (hashes.size > REMEMBERED && oldest !== undefined) hashes.delete(oldest);
  };
  return {
    async show(caller, view) {
      const { trigger: trigger_id, inModal } = caller;
      try {
        await (inModal ? client.views.push({ trigger_id, view }) : client.views.open({ trigger_id, view }));
      } catch (error) {
        const code = codeOf(error);
        if (USED.has(code)) return;
        log.warn({ code, person: caller.person, view: view.callback_id }, 'a view could not be opened');
        await answer(
          caller.responseUrl,
          'Slack did not open the form in time. Nothing was changed; please try again.',
          log,
        );
      }
    },
    async update(view_id, view, hash) {
      try {
        const updated = await client.views.update({ view_id, view, ...(hash ? { hash } : {}) });
        remember(view_id, updated.view?.hash);
        return { kind: 'shown' };
      } catch (error) {
        const ours = hashes.get(view_id);
        if (codeOf(error) === 'hash_conflict') return { kind: 'overtaken', hash: ours === hash ? undefined : ours };
        log.info({ code: codeOf(error), view: view.callback_id }, 'a view could not be redrawn');
        return { kind: 'failed' };
      }
    },
    async publish(user_id, view) {
      try {
        await client.views.publish({ user_id, view });
      } catch (error) {
        log.warn({ code: codeOf(error), person: user_id }, 'Home could not be published');
      }
    },
  };
}

/** A private answer through a response_url, which Slack gives with commands and message buttons only. */
export async function answer(responseUrl: string | undefined, text: string, log: Log): Promise<void> {
  if (!responseUrl) return;
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
      signal: AbortSignal.timeout(5000),
    });
    if (!response.ok) log.warn({ status: response.status }, 'a private answer was refused');
  } catch (error) {
    log.warn({ error: String(error) }, 'a private answer was lost');
  }
}
