import type { Log } from '../log.ts';
import { codeOf } from './error-code.ts';

/** Whether Slack still takes our bot token. */
export interface Installation {
  /** Why not, in words with the remedy; undefined while it does. */
  trouble(): string | undefined;
  /** Slack said that the app was uninstalled or its token revoked. */
  revoked(how: string): void;
  /** Makes a call and notices whether Slack takes the token: a refusal is said once in the log, and so is its end. */
  watch<T>(call: () => Promise<T>): Promise<T>;
}

/** Slack's words for a token that it does not take any more. */
const refused = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'team_access_not_granted',
]);

/** Says once what happened, and once when it is over. Everything that is owed waits meanwhile. */
export function watchInstallation(log: Log): Installation {
  let why: string | undefined;
  const set = (code: string) => {
    if (why !== undefined) return;
    why = `Slack refuses the bot token (${code}): install the app again, put the new token into SLACK_BOT_TOKEN, and start again`;
    log.error({ code }, `${why}. What is owed waits until then.`);
  };
  return {
    trouble: () => why,
    revoked: set,
    async watch(call) {
      try {
        const answer = await call();
        if (why !== undefined) log.info('Slack takes the bot token again');
        why = undefined;
        return answer;
      } catch (error) {
        const code = codeOf(error);
        if (refused.has(code)) set(code);
        throw error;
      }
    },
  };
}
