import type { ActionsBlock, ActionsBlockElement, Button, ContextBlock, HeaderBlock, SectionBlock } from '@slack/types';
import { clip, mrkdwn, plain } from './mrkdwn.ts';

/** A paragraph of mrkdwn, with something at its side where that is given; Slack takes 3000 characters. */
export const section = (text: string, extra: Pick<SectionBlock, 'accessory' | 'block_id'> = {}): SectionBlock => ({
  type: 'section',
  text: mrkdwn(clip(text, 3000)),
  ...extra,
});

/** A quiet line of mrkdwn. */
export const context = (text: string, extra: Pick<ContextBlock, 'block_id'> = {}): ContextBlock => ({
  type: 'context',
  elements: [mrkdwn(clip(text, 2000))],
  ...extra,
});

/** A heading of plain text; Slack takes 150 characters. */
export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(clip(text, 150)) });

/** Buttons and menus beside one another. */
export const actions = (elements: ActionsBlockElement[], extra: Pick<ActionsBlock, 'block_id'> = {}): ActionsBlock => ({
  type: 'actions',
  elements,
  ...extra,
});

/** A button. `accessibility_label` is what a screen reader says instead of its text; Slack takes 75 characters. */
export const button = (
  action_id: string,
  text: string,
  extra: Pick<Button, 'value' | 'url' | 'style' | 'accessibility_label' | 'confirm'> = {},
): Button => ({ type: 'button', action_id, text: plain(text), ...extra });
