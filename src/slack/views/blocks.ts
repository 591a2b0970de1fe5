import type { ContextBlock, HeaderBlock, SectionBlock } from '@slack/types';
import { clip, mrkdwn, plain } from '../../forms/mrkdwn.ts';

/** A paragraph of mrkdwn, with something at its side where that is given; Slack takes 3000 characters. */
export const section = (text: string, accessory?: SectionBlock['accessory']): SectionBlock => ({
  type: 'section',
  text: mrkdwn(clip(text, 3000)),
  ...(accessory ? { accessory } : {}),
});

/** A quiet line of mrkdwn. */
export const context = (text: string): ContextBlock => ({ type: 'context', elements: [mrkdwn(clip(text, 2000))] });

/** A heading of plain text; Slack takes 150 characters. */
export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(clip(text, 150)) });
