import { setTimeout as wait } from 'node:timers/promises';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Log } from '../log.ts';
import { codeOf } from './classify-error.ts';
import { shutCodes, tokenCodes } from './slack-codes.ts';

export type Installation = ReturnType<typeof watchInstallation>;

/** The method that asks nothing but whether the token is good; stands for what Slack told by itself as well. */
const TOLD = 'auth.test';

/**
 * A method that was refused and has not been called since says nothing for longer than this, once others work: what is
 * owed is tried again at least every 75 seconds. Milliseconds.
 */
const FORGOTTEN = 120_000;

/** An answer this old says nothing of now: then Slack is asked. Milliseconds. */
const LATELY = 60_000;
/** How long a question about readiness waits for Slack's answer. Milliseconds. */
const ANSWER_TIMEOUT_MS = 2000;
/** Between two questions at least this. Milliseconds. */
const ASK_EVERY = 10_000;

/**
 * Whether the app can act in the workspace at all: Slack answers, takes its token, and nothing shuts the whole workspace to
 * it. Says once in the log that it is refused, and once when that is over (`onBack`). Everything that is owed waits
 * meanwhile. It is over when the method that was refused works; a token that was refused is good again when auth.test
 * works, which `ask` calls: while nothing is owed and nobody presses anything, nothing else would notice. `onNews`: it is
 * refused, or no more, since just now. `now` in milliseconds, never put back.
 */
export function watchInstallation(
  log: Log,
  ask: () => Promise<unknown>,
  onBack: () => void = () => {},
  now: () => number = () => performance.now(),
  onNews: () => void = () => {},
) {
  const refused = new Map<string, { code: string; at: number }>();
  let heard = now();
  let asked = Number.NEGATIVE_INFINITY;
  let question: Promise<unknown> = Promise.resolve();

  function refuse(method: string, code: string): void {
    const before = refused.size;
    refused.set(method, { code, at: now() });
    if (before > 0) return;
    log.error({ event: 'slack.access_refused', code, method }, `${inWords(code)}. What is owed waits until then.`);
    onNews();
  }

  function answered(method: string): void {
    const before = refused.size;
    for (const [other, { code, at }] of refused) {
      const token = tokenCodes.has(code) || !shutCodes.has(code);
      if (other === method || (token && method === TOLD) || now() - at > FORGOTTEN) refused.delete(other);
    }
    if (refused.size === before) return;
    if (refused.size === 0) log.info({ event: 'slack.access_restored' }, 'Slack accepts requests from the app again');
    onBack();
    if (refused.size === 0) onNews();
  }

  /** Makes a call of this method and notices what it says of the workspace. */
  async function watch<T>(method: string, call: () => Promise<T>): Promise<T> {
    try {
      const answer = await call();
      heard = now();
      answered(method);
      return answer;
    } catch (error) {
      if (error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError) heard = now();
      const code = codeOf(error);
      if (shutCodes.has(code)) refuse(method, code);
      throw error;
    }
  }

  return {
    watch,
    /** Asks Slack whether it takes the token. Never rejects. */
    async look(): Promise<void> {
      await watch(TOLD, ask).catch(() => undefined);
    },
    /** Slack said that the app was uninstalled or its token revoked. */
    revoked: (how: string) => refuse(TOLD, how),
    /** Why not, in words with the remedy; undefined while it can. Resolves within two seconds. */
    async trouble(): Promise<string | undefined> {
      const [first] = refused.values();
      const silent = () => now() - heard >= LATELY;
      if ((first || silent()) && now() - asked >= ASK_EVERY) {
        asked = now();
        question = watch(TOLD, ask).catch(() => undefined);
      }
      if (first) return inWords(first.code);
      if (silent()) await Promise.race([question, wait(ANSWER_TIMEOUT_MS, undefined, { ref: false })]);
      return silent() ? `Slack has not answered for ${Math.round((now() - heard) / 1000)} seconds` : undefined;
    },
  };
}

/** What it means, and what to do. A word that is not Slack's (`the app was uninstalled`) is about the token. */
function inWords(code: string): string {
  const remedy = shutCodes.get(code) ?? shutCodes.get('token_revoked');
  return tokenCodes.has(code) || !shutCodes.has(code)
    ? `Slack refuses the bot token (${code}): ${remedy}`
    : `Slack does not let the app act in this workspace (${code}): ${remedy}`;
}
