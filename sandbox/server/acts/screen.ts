import { stackOf } from '../changes/views.ts';
import { shownMessage } from '../shown/message-view.ts';
import { modalView } from '../shown/modal-view.ts';
import { shownBlocks } from '../shown/render.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { canSee } from './visible.ts';

const LAST = 8;

/** What is on a person's screen, as plain text: the open modal, the home, and the last messages of each conversation. */
export function screenOf(world: World, user: User): string {
  const { workspace } = world;
  const modal = stackOf(workspace, user.id).at(-1);
  const home = workspace.homes.get(user.id);
  const parts = [`=== ${user.realName} ===`];
  if (modal !== undefined) parts.push(shownModal(world, user));
  if (home !== undefined) parts.push(`--- Home ---\n${shownBlocks(workspace, home.blocks)}`);
  for (const channel of workspace.conversations.values()) {
    if (!canSee(user, channel) || channel.messages.length === 0) continue;
    const title =
      channel.kind === 'im' ? workspace.bot.realName : `#${channel.name}${channel.archived ? ' (archived)' : ''}`;
    const lines = channel.messages.slice(-LAST).map((message) => {
      const view = shownMessage(workspace, message);
      const files = view.files.map((file) => `\n[file: ${file.title}]`).join('');
      return `${view.from}: ${view.shown}${files}`;
    });
    parts.push(`--- ${title} ---\n${lines.join('\n')}`);
  }
  const own = workspace.ephemerals.filter((message) => message.ephemeralTo === user.id).slice(-LAST);
  if (own.length > 0)
    parts.push(`--- Only visible to you ---\n${own.map((one) => shownMessage(workspace, one).shown).join('\n')}`);
  return parts.join('\n\n');
}

function shownModal({ workspace }: World, user: User): string {
  const top = stackOf(workspace, user.id).at(-1);
  if (top === undefined) return '';
  const view = modalView(workspace, top);
  const errors = view.fields.flatMap(({ label, error }) => (error === undefined ? [] : [`! ${label}: ${error}`]));
  const banner = view.trouble === undefined ? [] : [`! ${view.trouble}`];
  return [`--- [modal] ${view.title} ---`, ...banner, view.shown, ...errors, `[${view.close}] [${view.submit}]`].join(
    '\n',
  );
}
