import type { StoredMessage } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { buttonKeys, buttonLabels } from './controls.ts';
import { readable, shownBlocks } from './render.ts';

/** A message as a person sees it, and as tests read it. */
export interface Message extends Omit<StoredMessage, 'files' | 'states'> {
  /** Real name of the author. */
  from: string;
  files: { id: string; name: string; title: string }[];
  /** What stands on the screen: the blocks when there are some, otherwise the text; plain words, names instead of ids. */
  shown: string;
  /** Visible labels of its buttons. */
  buttons: string[];
  /** The keys of its buttons, in the same order. */
  actions: string[];
}

/** The message as it shows on a screen. */
export function shownMessage(workspace: Workspace, message: StoredMessage): Message {
  const { states, files, ...rest } = message;
  const body = message.blocks.length > 0 ? shownBlocks(workspace, message.blocks) : readable(workspace, message.text);
  return {
    ...structuredClone(rest),
    from: workspace.nameOf(message.user),
    files: files.flatMap((id) => {
      const file = workspace.files.get(id);
      return file === undefined || file.deleted ? [] : [{ id, name: file.name, title: file.title }];
    }),
    shown: body,
    buttons: buttonLabels(message.blocks),
    actions: buttonKeys(message.blocks),
  };
}
