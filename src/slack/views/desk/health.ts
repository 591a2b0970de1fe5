import type { ModalView } from '@slack/types';
import { section } from '../../../forms/blocks.ts';
import { clip, escaped, plain } from '../../../forms/mrkdwn.ts';
import type { OptionalScope } from '../../../slack-api/scopes.ts';
import type { Words } from '../../../words/words.ts';
import { deskIds } from '../ids.ts';

/** How the app does in Slack now. */
export interface Health {
  /** Why Slack refuses the app, as operators read it. */
  readonly refused: string | undefined;
  /** Optional scopes that are not granted; undefined where Slack did not say. */
  readonly missing: readonly OptionalScope[] | undefined;
  /** Slack's code where there are no user groups for the app. */
  readonly withoutGroups: string | undefined;
  /** Deliveries that failed. */
  readonly failures: number;
}

/** What Slack refuses, which permissions are missing and what that costs, and what was not delivered. */
export function healthView({ refused, missing, withoutGroups, failures }: Health, words: Words): ModalView {
  const say = words.settings.health;
  const lines = [
    ...(refused === undefined ? [] : [say.refused({ why: escaped(refused) })]),
    ...(missing === undefined ? [say.unknown] : []),
    ...(missing && missing.length > 0
      ? [[say.scopes, ...missing.map((scope) => say.scope({ scope, cost: costOf(scope, words) }))].join('\n')]
      : []),
    ...(withoutGroups === undefined ? [] : [withoutGroups === 'missing_scope' ? say.groups.scope : say.groups.plan]),
    ...(failures === 0 ? [] : [say.failures({ count: failures, button: words.home.failed.retry })]),
  ];
  const good = refused === undefined && failures === 0;
  return {
    type: 'modal',
    callback_id: deskIds.list,
    title: plain(clip(say.title, 24)),
    close: plain(words.settings.close),
    blocks: [...(good ? [say.good] : []), ...lines].map((text) => section(text)),
  };
}

/** What does not work without a scope. */
function costOf(scope: OptionalScope, { settings: { health } }: Words): string {
  const { cost } = health;
  switch (scope) {
    case 'pins:write':
      return cost.pins;
    case 'bookmarks:read':
    case 'bookmarks:write':
      return cost.bookmarks;
    case 'groups:history':
    case 'channels:history':
      return cost.history;
    case 'im:write':
    case 'im:history':
      return cost.direct;
    case 'usergroups:read':
      return cost.groups;
    case 'dnd:read':
      return cost.dnd;
  }
}
