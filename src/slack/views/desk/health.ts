import type { ModalView } from '@slack/types';
import { section } from '../../../forms/blocks.ts';
import { clip, escaped, plain } from '../../../forms/mrkdwn.ts';
import { listOf } from '../../../words/list.ts';
import type { Words } from '../../../words/words.ts';
import { type Failures, failureBlocks } from './failures.ts';
import { deskIds } from './ids.ts';

/** Groups that are named. */
const NAMED = 20;

/** What does not work without a scope. */
export type ScopeCost = keyof Words['settings']['health']['cost'];

/** How the app does in Slack now. */
export interface Health {
  /** Why Slack refuses the app, as operators read it. */
  readonly refused: string | undefined;
  /** Optional scopes that are not granted; undefined where Slack did not say. */
  readonly missing: readonly { readonly scope: string; readonly cost: ScopeCost }[] | undefined;
  /** Slack's code where there are no user groups for the app. */
  readonly withoutGroups: string | undefined;
  /** User groups (mrkdwn) that settings name and that give nobody anything. */
  readonly idleGroups: readonly string[];
  /** What is wrong with the channel for documents with prices, or who could read them there. */
  readonly pricesChannel: string | undefined;
  /** Deliveries that failed. */
  readonly failures: Failures;
}

/** What Slack refuses, which permissions are missing and what that costs, and what was not delivered, with Retry. */
export function healthView(
  { refused, missing, withoutGroups, idleGroups, pricesChannel, failures }: Health,
  words: Words,
): ModalView {
  const say = words.settings.health;
  const lines = [
    ...(refused === undefined ? [] : [`:x: ${say.refused({ why: escaped(refused) })}`]),
    ...(missing === undefined ? [`:information_source: ${say.unknown}`] : []),
    ...(missing && missing.length > 0
      ? [
          [
            `:warning: ${say.scopes}`,
            ...missing.map(({ scope, cost }) => say.scope({ scope, cost: say.cost[cost] })),
          ].join('\n'),
        ]
      : []),
    ...(idleGroups.length === 0
      ? []
      : [`:warning: ${say.groups.idle({ names: listOf(idleGroups.slice(0, NAMED), words) })}`]),
    ...(pricesChannel === undefined ? [] : [`:warning: ${escaped(pricesChannel)}`]),
    ...(withoutGroups === undefined
      ? []
      : [`:information_source: ${withoutGroups === 'missing_scope' ? say.groups.scope : say.groups.plan}`]),
  ];
  const good = refused === undefined && pricesChannel === undefined && failures.total === 0;
  return {
    type: 'modal',
    callback_id: deskIds.health,
    title: plain(clip(say.title, 24)),
    close: plain(words.settings.close),
    blocks: [
      ...[...(good ? [`:white_check_mark: ${say.good}`] : []), ...lines].map((text) => section(text)),
      ...failureBlocks(failures, words),
    ],
  };
}
