import type { Log } from '../log.ts';
import { codeOf } from './error-code.ts';
import { shutCodes, tokenCodes } from './slack-codes.ts';

/** Whether the app can act in the workspace at all: Slack takes its token, and nothing shuts the whole workspace to it. */
export interface Installation {
  /** Why not, in words with the remedy; undefined while it can. */
  trouble(): string | undefined;
  /** Slack said that the app was uninstalled or its token revoked. */
  revoked(how: string): void;
  /** Makes a call of this method and notices what it says of the workspace: trouble is said once in the log, and so is its end. */
  watch<T>(method: string, call: () => Promise<T>): Promise<T>;
}

/** The method that asks nothing but whether the token is good; stands for what Slack told by itself as well. */
const TOLD = 'auth.test';

/**
 * A method that was refused and has not been called since says nothing for longer than this, once others work: what is
 * owed is tried again at least every 75 seconds. Milliseconds.
 */
const FORGOTTEN = 120_000;

/**
 * Says once what happened, and once when it is over (`onBack`). Everything that is owed waits meanwhile. It is over when
 * the method that was refused works; a token that was refused is good again when auth.test works. `now` in milliseconds,
 * never put back.
 */
export function watchInstallation(
  log: Log,
  onBack: () => void = () => {},
  now: () => number = () => performance.now(),
): Installation {
  const refused = new Map<string, { code: string; at: number }>();

  function refuse(method: string, code: string): void {
    const before = refused.size;
    refused.set(method, { code, at: now() });
    if (before === 0)
      log.error({ event: 'slack.access_refused', code, method }, `${inWords(code)}. What is owed waits until then.`);
  }

  function answered(method: string): void {
    const before = refused.size;
    for (const [other, { code, at }] of refused) {
      const token = tokenCodes.has(code) || !shutCodes.has(code);
      if (other === method || (token && method === TOLD) || now() - at > FORGOTTEN) refused.delete(other);
    }
    if (refused.size === before) return;
    if (refused.size === 0)
      log.info({ event: 'slack.access_restored' }, 'Slack lets the app act in the workspace again');
    onBack();
  }

  return {
    trouble() {
      const [first] = refused.values();
      return first && inWords(first.code);
    },
    revoked: (how) => refuse(TOLD, how),
    async watch(method, call) {
      try {
        const answer = await call();
        answered(method);
        return answer;
      } catch (error) {
        const code = codeOf(error);
        if (shutCodes.has(code)) refuse(method, code);
        throw error;
      }
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
