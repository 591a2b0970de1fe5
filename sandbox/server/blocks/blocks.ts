import { below, boolean, type Check, isJson, list, refuse, string } from './checks/checks.ts';
import { LIMITS } from './checks/limits.ts';
import { says } from './checks/messages.ts';
import { atLeastOne, uniqueActionIds } from './checks/rules.ts';
import { has, type Rule, type Spec, type Specs, tagged } from './checks/shapes.ts';
import { plain, text } from './checks/text.ts';
import { imageShape } from './elements/composition.ts';
import { elementIn } from './elements/elements.ts';
import { richText } from './elements/rich-text.ts';
import { containerOf, newerBlocks } from './newer-blocks.ts';
import { tables } from './tables.ts';

const noDispatchForFiles: Rule = (node, site) =>
  has(node, 'dispatch_action') && isJson(node.element) && node.element.type === 'file_input'
    ? refuse(says.notWith('dispatch_action', 'file_input'), below(site, 'dispatch_action'))
    : [];

const classic: Specs = {
  section: {
    optional: {
      text: text(),
      fields: list(text(LIMITS.section.field), 1, LIMITS.section.fields),
      accessory: elementIn('section'),
      expand: boolean,
    },
    rules: [atLeastOne('text', 'fields')],
  },
  header: { required: { text: plain(LIMITS.header) } },
  divider: {},
  image: { ...imageShape, optional: { ...imageShape.optional, title: plain(LIMITS.label) } },
  context: { required: { elements: list(elementIn('context'), 1, LIMITS.context) } },
  actions: {
    required: { elements: list(elementIn('actions'), 1, LIMITS.actions) },
    rules: [uniqueActionIds('elements')],
  },
  input: {
    required: { label: plain(LIMITS.label), element: elementIn('input') },
    optional: { hint: plain(LIMITS.label), optional: boolean, dispatch_action: boolean },
    rules: [noDispatchForFiles],
  },
  rich_text: richText,
};

// `file` may stand in a container by the docs, yet no app can post one: it is in no table.
const childTypes = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
];

const withBlockId = (spec: Spec): Spec => ({ ...spec, optional: { block_id: string(LIMITS.id), ...spec.optional } });
const identified = (specs: Specs): Specs =>
  Object.fromEntries(Object.entries(specs).map(([type, spec]) => [type, withBlockId(spec)]));

const leafBlocks = identified({ ...classic, ...tables, ...newerBlocks });
const children = Object.fromEntries(Object.entries(leafBlocks).filter(([type]) => childTypes.includes(type)));

/** Any block, judged for the surface of its site. */
export const block: Check = tagged({ ...leafBlocks, ...identified({ container: containerOf(tagged(children)) }) });
