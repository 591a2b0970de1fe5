import { WebAPIHTTPError, WebAPIRequestError, WebClient, type WebClientOptions } from '@slack/web-api';
import { boltLogger, type Log } from '../log.ts';
import { classifyError, codeOf, UNREADABLE } from './classify-error.ts';
import { heldFetch } from './held-fetch.ts';
import { optionalScopes, requiredScopes } from './scopes.ts';
import { shutCodes, tokenCodes } from './slack-codes.ts';

/** With what, and where, Slack is called. */
export interface SlackAccess {
  readonly botToken: string;
  /** Ends with a slash. */
  readonly apiUrl: string;
}

/** Who we are in this workspace, as auth.test said. `url` ends with a slash. */
export interface Identity {
  readonly team: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly url: string;
}

/** The program cannot start; the message says why and what to do. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

/** How long an answer of Slack is waited for, by what it is for (`files`: bringing one or fetching one); milliseconds. */
export const defaultTimeouts = { interactive: 8000, lookup: 15_000, outbox: 30_000, files: 60_000 };

export type Timeouts = Readonly<typeof defaultTimeouts>;

/**
 * The ways in which we call Slack. The SDK's own retries are off: a post it repeats is a second post. Each client has an
 * options object of its own: Bolt and Socket Mode write into those they are given. What Slack asks of one (Retry-After) binds
 * all of them. Each makes at most a hundred calls at a time, so that those of one kind, however many hang, do not keep
 * the others waiting.
 */
export function createClients(config: SlackAccess, log: Log, timeouts: Timeouts = defaultTimeouts) {
  const held = new Map<string, number>();
  const fetch = heldFetch(() => performance.now(), undefined, held);
  const client = (timeout: number) => new WebClient(config.botToken, { ...clientOptions(config, log, timeout), fetch });
  return {
    /** For views. Slack looks at the trigger's three seconds when the call arrives, not when it answers. */
    interactive: client(timeouts.interactive),
    /** For what no trigger waits for: private answers and Home. */
    answers: client(timeouts.interactive),
    /** For looking people up; a person's request stops waiting for it sooner (people.ts). */
    lookup: client(timeouts.lookup),
    /** For the outbox, which retries and paces by itself. */
    outbox: client(timeouts.outbox),
    /** Until when Slack wants a method left alone, by a clock that only goes on; milliseconds. */
    heldUntil: held as ReadonlyMap<string, number>,
  };
}

export type Clients = ReturnType<typeof createClients>;

function clientOptions(config: SlackAccess, log: Log, timeout: number): WebClientOptions {
  return {
    slackApiUrl: config.apiUrl,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(log),
    allowAbsoluteUrls: false,
  };
}

/** Asks Slack who we are and what we may do. Throws a `StartProblem` that tells a refused token from an absent Slack. */
export async function identify(config: SlackAccess, log: Log): Promise<Identity> {
  const client = new WebClient(config.botToken, clientOptions(config, log, 10_000));
  const me = await client.auth.test().catch((error: unknown) => {
    throw startProblem(error, 'SLACK_BOT_TOKEN', config);
  });
  const granted = me.response_metadata?.scopes;
  if (granted) {
    const missing = requiredScopes.filter((scope) => !granted.includes(scope));
    if (missing.length > 0)
      throw new StartProblem(
        `The app lacks the scope${missing.length > 1 ? 's' : ''} ${missing.join(', ')}. Add what is missing under OAuth & Permissions (slack-manifest.yml has all of them) and reinstall the app.`,
      );
    const without = Object.entries(optionalScopes).filter(([scope]) => !granted.includes(scope));
    if (without.length > 0)
      log.warn(
        { event: 'slack.scopes_missing', scopes: without.map(([scope]) => scope) },
        `optional scopes are not granted; the app works without: ${[...new Set(without.map(([, effect]) => effect))].join('; ')}`,
      );
  }
  if (!me.team_id || !me.user_id) throw new StartProblem('SLACK_BOT_TOKEN is not the token of a bot in one workspace.');
  return { team: me.team_id, botUserId: me.user_id, botId: me.bot_id ?? '', url: me.url ?? 'https://slack.com/' };
}

/** Tries the app-level token before Socket Mode does, which would retry a refusal endlessly. */
export async function tryAppToken(config: SlackAccess, appToken: string, log: Log): Promise<void> {
  const client = new WebClient(appToken, clientOptions(config, log, 10_000));
  await client.apps.connections.open({}).catch((error: unknown) => {
    if (codeOf(error) === 'missing_scope')
      throw new StartProblem('SLACK_APP_TOKEN lacks the scope connections:write. Make a new app-level token with it.');
    if (classifyError(error).kind !== 'later') throw startProblem(error, 'SLACK_APP_TOKEN', config);
  });
}

function startProblem(error: unknown, variable: string, { apiUrl }: SlackAccess): StartProblem {
  const code = codeOf(error);
  if (tokenCodes.has(code) || code === 'not_allowed_token_type')
    return new StartProblem(
      `Slack refuses ${variable} (${code}). Copy the token again from the app's settings; reinstall the app if it was revoked.`,
    );
  const shut = shutCodes.get(code);
  if (shut !== undefined)
    return new StartProblem(`Slack does not let the app act in this workspace (${code}): ${shut}. Then start again.`);
  // An answer that breaks off is an error of fetch, which the SDK does not wrap.
  if (error instanceof WebAPIRequestError || error instanceof TypeError || error instanceof DOMException)
    return new StartProblem(
      `Slack cannot be reached at ${apiUrl} (${code}). Check the network, a proxy, and SLACK_API_URL; then start again.`,
    );
  const verdict = classifyError(error);
  if (verdict.kind === 'later')
    return new StartProblem(
      `Slack is too busy to let the app start. Start again in ${Math.ceil(verdict.wait / 1000)} seconds.`,
    );
  if (code === UNREADABLE || (error instanceof WebAPIHTTPError && error.statusCode < 500))
    return new StartProblem(
      `What answers at ${apiUrl} is not Slack's Web API. Check SLACK_API_URL and a proxy; if Slack is down, start again later.`,
    );
  if (verdict.kind === 'again' && verdict.atLast === undefined)
    return new StartProblem(`Slack is in trouble just now (${code}). Start again in a minute.`);
  return new StartProblem(
    `Slack answered ${variable} with “${code.slice(0, 80)}”. Is ${apiUrl} really Slack's Web API?`,
  );
}
