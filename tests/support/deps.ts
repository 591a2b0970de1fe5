import type { Store } from '../../db/ports.ts';
import { createLog } from '../../src/log.ts';
import { createOrders } from '../../src/orders.ts';
import type { Deps } from '../../src/slack/deps.ts';
import { createDrafts } from '../../src/slack/drafts/drafts.ts';
import { watchInstallation } from '../../src/slack-api/installation.ts';
import { wordsFor } from '../../src/words/words.ts';

/** What listeners work with, on a real store; nobody is known, and what they would show is thrown away. */
export function quietDeps(store: Store, changes: Partial<Deps> = {}): Deps {
  const log = createLog('fatal');
  const nobody = async () => undefined;
  const nothing = async () => {};
  return {
    team: 'T1',
    identity: { team: 'T1', botUserId: 'UBOT', botId: 'BBOT', url: 'https://northwind.slack.com/' },
    store,
    log,
    installation: watchInstallation(log, async () => {}),
    now: Date.now,
    nudge: () => {},
    orders: createOrders({ store, nudge: () => {}, now: Date.now }),
    drafts: createDrafts(store, Date.now, (problem) => log.error(problem)),
    people: {
      ...{
        known: nobody,
        find: nobody,
        asLastSeen: nobody,
        findAll: async () => new Map(),
        learn: nobody,
        warm: nothing,
      },
      wordsOf: async () => wordsFor(),
    },
    groups: {
      members: async () => new Map(),
      refresh: nothing,
      offered: async () => [],
      areListed: () => false,
      without: () => undefined,
    },
    views: {
      ...{ show: nothing, say: nothing, update: async () => 'shown', publish: async () => true },
      lastHash: () => undefined,
    },
    homes: { see: nothing, pageOf: nobody },
    isAnswerable: () => true,
    readFile: async () => 'gone',
    whoseFile: async () => 'theirs',
    isBroken: async () => false,
    postedPhotos: { of: nobody, ahead: () => {}, forget: () => {} },
    sendDocument: nothing,
    redrawMessage: nothing,
    officeChannel: async () => ({ kind: 'unanswered' }),
    missingScopes: async () => [],
    decodeLogo: async () => ({ code: 'not_a_picture' }),
    publicUrl: undefined,
    renderSample: () => Promise.reject(new Error('nothing is printed')),
    updates: { show: async (_key, show) => void (await show()) },
    ...changes,
  };
}
