import { newHex } from '../ids.ts';

/** Tokens and secrets that the sandbox gave the app. */
export interface Secrets {
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** The old verification token that payloads still carry. */
  verificationToken: string;
}

/** What the workspace gave the app, and what an owner does with it: the bot token and its scopes. */
export interface Grants {
  /** Refuses the bot token with Slack's word (`token_revoked`) until it is restored or replaced. */
  revokeToken(error?: string): void;
  /** The same token is good again. */
  restoreToken(): void;
  /** Installs the app again: returns a new bot token; the old one stays revoked. */
  reinstall(): string;
  grant(...scopes: string[]): void;
  withdraw(...scopes: string[]): void;
  /** Slack's word for a bot token that was good once; undefined when it is good, or was never ours. */
  refusalOf(token: string): string | undefined;
}

/** Grants over the sandbox's secrets and its set of scopes, which it changes in place. */
export function createGrants(secrets: Secrets, scopes: Set<string>): Grants {
  const refused = new Map<string, string>();
  return {
    revokeToken: (error = 'token_revoked') => void refused.set(secrets.botToken, error),
    restoreToken: () => void refused.delete(secrets.botToken),
    reinstall: () => {
      refused.set(secrets.botToken, 'token_revoked');
      secrets.botToken = `xoxb-sandbox-${newHex(12)}`;
      return secrets.botToken;
    },
    grant: (...more) => {
      for (const scope of more) scopes.add(scope);
    },
    withdraw: (...fewer) => {
      for (const scope of fewer) scopes.delete(scope);
    },
    refusalOf: (token) => refused.get(token),
  };
}
