import { Refusal } from '../access/refusal.ts';
import type { Channel } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';

const NAME_MAX = 80;

/** The name when Slack would take it; archived channels keep theirs, so it is refused as taken. */
export function checkedName(workspace: Workspace, name: string, renamed?: Channel): string {
  if (name === '') throw new Refusal('invalid_name_required');
  if (name.length > NAME_MAX) throw new Refusal('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) throw new Refusal('invalid_name_punctuation');
  // A mark belongs to the letter before it, so that it cannot stand first, nor after a sign.
  const letters = /^(?:[\p{L}\p{N}]\p{M}*|[_-])+$/u.test(name) && !/\p{Default_Ignorable_Code_Point}/u.test(name);
  if (!letters || name !== name.toLowerCase() || name !== name.normalize('NFC'))
    throw new Refusal('invalid_name_specials');
  const taken = workspace.allChannels().some((channel) => channel !== renamed && channel.name === name);
  if (taken) throw new Refusal('name_taken');
  return name;
}
