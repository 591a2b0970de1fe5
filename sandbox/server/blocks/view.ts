import { blockList } from './block-list.ts';
import { boolean, type Check, isJson, items, refuse, string } from './checks/checks.ts';
import { LIMITS } from './checks/limits.ts';
import { says } from './checks/messages.ts';
import { has, type Rule, type Specs, tagged } from './checks/shapes.ts';
import { plain } from './checks/text.ts';

const submitForInputs: Rule = (node, site) =>
  items(node.blocks).flatMap((block, index) =>
    !has(node, 'submit') && isJson(block) && block.type === 'input'
      ? refuse(says.submitNeeded, { ...site, pointer: `${site.pointer}/blocks/${index}/input` })
      : [],
  );

const ids = {
  private_metadata: string(LIMITS.view.metadata, 0),
  callback_id: string(LIMITS.id, 0),
  external_id: string(LIMITS.id, 0),
};
const title = plain(LIMITS.view.title);

const views: Specs = {
  modal: {
    surfaces: ['modal'],
    required: { title, blocks: blockList(1) },
    optional: { ...ids, submit: title, close: title, clear_on_close: boolean, notify_on_close: boolean },
    rules: [submitForInputs],
  },
  home: { surfaces: ['home'], required: { blocks: blockList(1) }, optional: ids },
};

/** A modal or home view; its own `type` names the surface of its blocks. */
export const view: Check = (value, site) =>
  tagged(views)(value, { ...site, surface: isJson(value) && value.type === 'home' ? 'home' : 'modal' });
