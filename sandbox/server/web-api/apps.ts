import { Refusal } from '../access/refusal.ts';
import type { Methods } from '../calls/method.ts';

/** apps.*: opening a Socket Mode connection. */
export const apps: Methods = {
  'apps.connections.open': {
    scopes: [],
    tier: 'T3',
    token: 'app',
    handler: (_, { socket }, by) => {
      if (socket === undefined) throw new Refusal('not_allowed', { detail: 'Socket Mode is off in the manifest' });
      return { url: socket.issueTicket(by) };
    },
  },
};
