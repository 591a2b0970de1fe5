import { boolean, type Check, choice, integer, list, matching, string, url } from '../checks/checks.ts';
import { LIMITS } from '../checks/limits.ts';
import { object, type Props, type Spec, type Specs, tagged, union } from '../checks/shapes.ts';
import { ids } from './composition.ts';

const style = object({
  optional: { bold: boolean, italic: boolean, strike: boolean, underline: boolean, code: boolean },
});

const leaf = (required: Props, optional: Props = {}): Spec => ({ required, optional: { ...optional, style } });

const textLeaf = leaf({ text: string() });
const linkLeaf = leaf({ url: url(LIMITS.url) }, { text: string(), unsafe: boolean });

const leaves: Specs = {
  text: textLeaf,
  link: linkLeaf,
  user: leaf({ user_id: ids.user }),
  usergroup: leaf({ usergroup_id: ids.usergroup }),
  channel: leaf({ channel_id: ids.channel }),
  team: leaf({ team_id: ids.team }),
  emoji: leaf({ name: string() }, { unicode: string(), url: url(LIMITS.url), skin_tone: integer(1, 6) }),
  broadcast: leaf({ range: choice('here', 'channel', 'everyone') }),
  color: leaf({ value: matching(/^#[0-9a-fA-F]{6}$/, 'a colour like #1a2b3c') }),
  date: leaf({ timestamp: integer(0), format: string() }, { url: url(LIMITS.url), fallback: string() }),
};

const border = integer(0, 1);
// Empty arrays are accepted by Slack here [3P, tried in Block Kit Builder]: an untouched rich_text_input echoes them.
const run = (specs: Specs): Check => list(union(tagged(specs)), 0);
const section: Spec = { required: { elements: run(leaves) } };

const parts: Specs = {
  rich_text_section: section,
  rich_text_quote: { required: { elements: run(leaves) }, optional: { border } },
  rich_text_preformatted: { required: { elements: run({ text: textLeaf, link: linkLeaf }) }, optional: { border } },
  rich_text_list: {
    required: { style: choice('bullet', 'ordered'), elements: list(tagged({ rich_text_section: section })) },
    optional: { indent: integer(0, LIMITS.list.indent), offset: integer(0), border },
  },
};

/** The rich_text block, also the value of a rich_text_input and a cell of a table. */
export const richText: Spec = {
  required: { elements: list(union(tagged(parts)), 0) },
  optional: { block_id: string(LIMITS.id) },
};

/** A rich_text object where another block holds one. */
export const richTextObject = tagged({ rich_text: richText });
