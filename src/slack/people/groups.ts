import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Store, UserGroup } from '../../../db/ports.ts';
import type { Log } from '../../log.ts';
import { type GroupMembers, groupsNamed } from '../../office/authority.ts';
import type { Settings } from '../../settings.ts';
import { codeOf } from '../../slack-api/classify-error.ts';
import type { Installation } from '../../slack-api/installation.ts';

/** The user groups of one workspace. */
export type Groups = ReturnType<typeof createGroups>;

/** After this long who is in a group is read again in the background; events tell us sooner. Milliseconds. */
const STALE_AFTER = 30 * 60_000;
/** After this long the groups that can be chosen are read again. Milliseconds. */
const LIST_STALE_AFTER = 5 * 60_000;
/** After Slack did not answer about a group, it is left alone so long. Milliseconds. */
const ASK_EVERY = 60_000;
/** Slack's codes for a workspace that has no user groups for us: its plan has none, or the app lacks the scope. */
const WITHOUT = new Set(['plan_upgrade_required', 'missing_scope', 'paid_teams_only']);

const Listed = z.array(z.object({ id: z.string().regex(/^S[A-Z0-9]+$/), name: z.string().catch('') })).catch([]);
const Members = z.array(z.string());

/**
 * Who is in the user groups that settings name: from the store, read again behind the scenes. Where the plan or the scopes
 * have no groups, people only, with one warning.
 */
export function createGroups(deps: {
  team: string;
  store: Store;
  client: WebClient;
  watch: Installation['watch'];
  log: Log;
  now: () => number;
}) {
  const { team, store, client, watch, log, now } = deps;
  const asking = new Map<string, Promise<void>>();
  const askedAt = new Map<string, number>();
  let offered: readonly { readonly id: string; readonly name: string }[] = [];
  let listedAt = Number.NEGATIVE_INFINITY;
  let listedOnce = false;
  let listing: Promise<void> | undefined;
  /** Slack's code where there are none for us. */
  let without: string | undefined;

  function failed(error: unknown, group: string | undefined): void {
    const code = codeOf(error);
    if (!WITHOUT.has(code)) {
      log.info({ event: 'groups.lookup_failed', group, code }, 'a user group was not read');
      return;
    }
    if (without === undefined)
      log.warn(
        { event: 'groups.unavailable', code },
        'user groups cannot be read, so that settings apply to people only; they need a paid plan and the scope usergroups:read',
      );
    without = code;
  }

  async function readList(): Promise<void> {
    try {
      const { usergroups } = await watch('usergroups.list', () => client.usergroups.list({}));
      offered = Listed.parse(usergroups);
      listedAt = now();
      listedOnce = true;
      without = undefined;
    } catch (error) {
      failed(error, undefined);
      listedAt = now();
    }
  }

  const list = (freshly = false): Promise<void> => {
    if (!freshly && Math.abs(now() - listedAt) < LIST_STALE_AFTER) return Promise.resolve();
    listing ??= readList().finally(() => {
      listing = undefined;
    });
    return listing;
  };

  async function readMembers(id: string): Promise<void> {
    askedAt.set(id, now());
    try {
      const { users } = await watch('usergroups.users.list', () => client.usergroups.users.list({ usergroup: id }));
      const members = Members.parse(users);
      if (!offered.some((one) => one.id === id)) await list();
      const name = offered.find((one) => one.id === id)?.name ?? '';
      await store.saveUserGroup({ team, id, name, members, fetchedAt: now() });
    } catch (error) {
      if (codeOf(error) !== 'no_such_subteam') return failed(error, id);
      // One that is disabled or deleted gives nobody anything.
      const [known] = await store.userGroups(team, [id]);
      await store.saveUserGroup({ team, id, name: known?.name ?? '', members: [], fetchedAt: now() });
    }
  }

  function read(id: string): Promise<void> {
    const mine = asking.get(id) ?? readMembers(id).finally(() => asking.delete(id));
    asking.set(id, mine);
    return mine;
  }

  const isDue = (id: string, known: UserGroup | undefined): boolean =>
    Math.abs(now() - (known?.fetchedAt ?? Number.NEGATIVE_INFINITY)) > STALE_AFTER &&
    Math.abs(now() - (askedAt.get(id) ?? Number.NEGATIVE_INFINITY)) > ASK_EVERY;

  async function known(settings: Settings): Promise<readonly UserGroup[]> {
    const ids = groupsNamed(settings);
    if (ids.length === 0) return [];
    const groups = await store.userGroups(team, ids);
    for (const id of ids)
      if (
        isDue(
          id,
          groups.find((one) => one.id === id),
        )
      )
        void read(id).catch(() => undefined);
    return groups;
  }

  return {
    /** Who is in the groups that these settings name, as far as Slack has said. */
    members: async (settings: Settings): Promise<GroupMembers> =>
      new Map((await known(settings)).map(({ id, members }) => [id, members])),
    /** Reads these groups now, as far as settings name them. Rejects when it cannot be recorded. */
    async refresh(ids: readonly string[]): Promise<void> {
      const named = new Set(groupsNamed(await store.settings(team)));
      await Promise.all(ids.filter((id) => named.has(id)).map(readMembers));
    },
    /** The groups that can be chosen, as Slack says now if it does within `wait` milliseconds; else what is known. */
    async offered(wait: number): Promise<readonly { readonly id: string; readonly name: string }[]> {
      await Promise.race([list(wait > 0), new Promise<void>((resolve) => setTimeout(resolve, wait).unref())]);
      return offered;
    },
    /** Whether Slack has said which groups there are. */
    areListed: (): boolean => listedOnce,
    /** Slack's code where there are no groups for us; undefined where there are. */
    without: (): string | undefined => without,
  };
}
