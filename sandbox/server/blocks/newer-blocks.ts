import { boolean, type Check, choice, list, string, url } from './checks/checks.ts';
import { LIMITS } from './checks/limits.ts';
import { atLeastOne, needs, uniqueActionIds } from './checks/rules.ts';
import { type Spec, type Specs, tagged } from './checks/shapes.ts';
import { mrkdwn, plain, text } from './checks/text.ts';
import { buttonIn, elementIn, imageIn } from './elements/elements.ts';
import { richTextObject } from './elements/rich-text.ts';

const blockId = { block_id: string(LIMITS.id) };

// Docs list modals too; an observer saw cards fail there.
const card: Spec = {
  surfaces: ['message', 'home'],
  optional: {
    ...blockId,
    hero_image: imageIn('card'),
    icon: imageIn('card'),
    title: mrkdwn(LIMITS.card.title),
    subtitle: mrkdwn(LIMITS.card.title),
    body: mrkdwn(LIMITS.card.body),
    actions: list(buttonIn('card'), 1, LIMITS.card.buttons),
  },
  rules: [atLeastOne('hero_image', 'title', 'actions', 'body'), uniqueActionIds('actions')],
};

const taskCard: Spec = {
  surfaces: ['message'],
  required: { task_id: string(), title: string(), status: choice('pending', 'in_progress', 'complete', 'error') },
  optional: {
    ...blockId,
    details: richTextObject,
    output: richTextObject,
    sources: list(tagged({ url: { required: { url: url(LIMITS.url), text: string() } } })),
  },
};

/** Blocks of 2025 and 2026, the tables aside; surfaces are the stricter of documentation and observation. */
export const newerBlocks: Specs = {
  alert: {
    surfaces: ['modal'],
    required: { text: text() },
    optional: { level: choice('default', 'info', 'warning', 'error', 'success') },
  },
  card,
  carousel: {
    surfaces: ['message', 'home'],
    required: { elements: list(tagged({ card }), 1, LIMITS.carousel) },
  },
  context_actions: {
    surfaces: ['message'],
    required: { elements: list(elementIn('context_actions'), 1, LIMITS.contextActions) },
    rules: [uniqueActionIds('elements')],
  },
  markdown: { surfaces: ['message'], required: { text: string(LIMITS.markdown) } },
  plan: {
    surfaces: ['message'],
    required: { title: string() },
    optional: { tasks: list(tagged({ task_card: taskCard }), 0) },
  },
  task_card: taskCard,
  video: {
    required: {
      alt_text: string(LIMITS.altText),
      title: plain(LIMITS.video.title),
      thumbnail_url: url(LIMITS.url, 'https:', 'http:'),
      video_url: url(LIMITS.url, 'https:'),
    },
    optional: {
      title_url: url(LIMITS.url, 'https:'),
      author_name: string(LIMITS.video.author),
      description: plain(LIMITS.video.title),
      provider_name: string(),
      provider_icon_url: url(LIMITS.url, 'https:', 'http:'),
    },
  },
};

/** A container of the given blocks. Later docs allow Home, earlier ones do not: messages only. */
export const containerOf = (child: Check): Spec => ({
  surfaces: ['message'],
  required: { child_blocks: list(child, 1, LIMITS.container.children) },
  optional: {
    title: plain(LIMITS.container.title),
    rich_text_title: richTextObject,
    subtitle: text(LIMITS.container.title),
    icon: imageIn('container'),
    width: choice('narrow', 'standard', 'wide', 'full'),
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  rules: [atLeastOne('title', 'rich_text_title'), needs('default_collapsed', 'is_collapsible')],
});
