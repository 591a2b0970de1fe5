import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, header, section } from '../../../forms/blocks.ts';
import { clip, escaped, plain } from '../../../forms/mrkdwn.ts';
import type { Words } from '../../../words/words.ts';
import { deskIds } from './ids.ts';

/** The roles as whom an admin can look. */
export const VIEWED_ROLES = ['crew', 'guest', 'requester', 'office'] as const;
export type ViewedRole = (typeof VIEWED_ROLES)[number];

/** What somebody in a role sees. `order`: the blocks of an order's card, where there is one for them. */
export interface Viewed {
  readonly role: ViewedRole;
  readonly home: readonly KnownBlock[];
  readonly order: readonly KnownBlock[] | undefined;
}

/** Blocks of Home that fit beside an order's card (Slack: 100 in all). */
const HOME_BLOCKS = 60;
const ORDER_BLOCKS = 30;

/** Home and an order as others see them: nothing in it can be pressed but the choice of the role. */
export function viewAs(viewed: Viewed | undefined, words: Words): ModalView {
  const say = words.settings.as;
  return {
    type: 'modal',
    callback_id: deskIds.viewAs,
    title: plain(clip(say.title, 24)),
    close: plain(words.settings.close),
    blocks: [
      section(say.intro),
      actions(
        VIEWED_ROLES.map((role) => button(`${deskIds.viewAsRole}:${role}`, say.role[role], { value: role })),
        { block_id: 'roles' },
      ),
      ...(viewed ? viewedBlocks(viewed, words) : []),
    ],
  };
}

function viewedBlocks({ role, home, order }: Viewed, words: Words): KnownBlock[] {
  const say = words.settings.as;
  const name = say.role[role];
  return [
    { type: 'divider' },
    header(say.home({ role: name })),
    ...shown(home, words).slice(0, HOME_BLOCKS),
    { type: 'divider' },
    header(say.order({ role: name })),
    ...(order ? shown(order, words).slice(0, ORDER_BLOCKS) : [section(say.noOrder)]),
  ];
}

/** Blocks that are only looked at: buttons are named, menus left out, and no block has an id. */
const shown = (blocks: readonly KnownBlock[], words: Words): KnownBlock[] =>
  blocks.flatMap((block): KnownBlock[] => {
    if (block.type === 'actions') {
      const names = block.elements.flatMap((one) => (one.type === 'button' ? [escaped(one.text.text)] : []));
      return names.length > 0 ? [context(words.settings.as.buttons({ buttons: names.join(' · ') }))] : [];
    }
    if (block.type !== 'section') {
      const { block_id: _, ...rest } = block;
      return [rest];
    }
    const { accessory, block_id: _, ...rest } = block;
    return [accessory?.type === 'image' ? { ...rest, accessory } : rest];
  });
