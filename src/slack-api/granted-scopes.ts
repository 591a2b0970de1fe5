import type { WebClient } from '@slack/web-api';
import { type OptionalScope, optionalScopes } from './scopes.ts';

/** How long somebody waits for Slack to say which scopes the app has. Milliseconds. */
const WAIT = 1200;

/** A scope without which the app goes on while it runs, although it does not start. */
export type LackedScope = OptionalScope | 'files:read';

/** The scopes that the app lacks now and can do without for the time being; undefined when Slack does not say in time. Never rejects. */
export async function missingScopes(client: WebClient): Promise<readonly LackedScope[] | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), WAIT).unref());
  const me = await Promise.race([client.auth.test().catch(() => undefined), late]);
  const granted = me?.response_metadata?.scopes;
  return granted && lacked.filter((scope) => !granted.includes(scope));
}

const optional = Object.keys(optionalScopes).filter((scope): scope is OptionalScope => scope in optionalScopes);
const lacked: readonly LackedScope[] = ['files:read', ...optional];
