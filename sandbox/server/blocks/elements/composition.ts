import { boolean, type Check, choice, distinct, list, matching, string, url } from '../checks/checks.ts';
import { LIMITS } from '../checks/limits.ts';
import { atLeastOne, exactlyOne } from '../checks/rules.ts';
import { object, type Props, type Shape } from '../checks/shapes.ts';
import { plain, text } from '../checks/text.ts';

/** A user, channel or conversation id in Slack's form. */
export const ids = {
  user: matching(/^[UW][A-Z0-9]+$/, 'a user id'),
  channel: matching(/^[CG][A-Z0-9]+$/, 'a channel id'),
  conversation: matching(/^[CDGUW][A-Z0-9]+$/, 'a conversation id'),
  usergroup: matching(/^S[A-Z0-9]+$/, 'a user group id'),
  team: matching(/^[TE][A-Z0-9]+$/, 'a team id'),
  file: matching(/^F[A-Z0-9]+$/, 'a file id'),
} as const;

/** Colour of a button; leave it out for the default. */
export const buttonStyle = choice('primary', 'danger');

/** The dialog asked before an action. The docs require all four texts; the typings default three of them. */
export const confirm = object({
  required: {
    title: plain(LIMITS.confirm.title),
    text: text(LIMITS.confirm.text),
    confirm: plain(LIMITS.confirm.button),
    deny: plain(LIMITS.confirm.button),
  },
  optional: { style: buttonStyle },
});

const option = (label: Check, more: Props = {}): Check =>
  object({
    required: { text: label, value: string(LIMITS.option.value) },
    optional: { description: plain(LIMITS.option.description), ...more },
  });

/** An option by the kind of its element: select (plain), choice (checkboxes and radio, plain or mrkdwn), overflow (url). */
export const options = {
  select: option(plain(LIMITS.option.text)),
  choice: option(text(LIMITS.option.text)),
  overflow: option(plain(LIMITS.option.text), { url: url(LIMITS.url) }),
} as const;

/** A labelled group of select options. */
export const optionGroup = object({
  required: { label: plain(LIMITS.option.text), options: list(options.select, 1, LIMITS.options.select) },
});

/** When a text input sends block_actions. */
export const dispatchActionConfig = object({
  required: { trigger_actions_on: distinct(choice('on_enter_pressed', 'on_character_entered')) },
});

/** Which conversations a menu offers; an empty filter is refused. */
export const conversationFilter = object({
  optional: {
    include: distinct(choice('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  rules: [atLeastOne('include', 'exclude_external_shared_channels', 'exclude_bot_users')],
});

const slackFile = object({
  optional: { id: ids.file, url: url(LIMITS.url, 'https:', 'http:') },
  rules: [exactlyOne('id', 'url')],
});

/** What image block and image element share: a description and exactly one source. */
export const imageShape = {
  required: { alt_text: string(LIMITS.altText) },
  optional: { image_url: url(LIMITS.url, 'https:', 'http:'), slack_file: slackFile },
  rules: [exactlyOne('image_url', 'slack_file')],
} as const satisfies Shape;
