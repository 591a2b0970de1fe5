import type { Deps } from './deps.ts';
import { attachable } from './forms/brought.ts';
import { NEW_ORDER, type Opening, openForm } from './forms/open-form.ts';
import { addPhotos } from './forms/photos/add-photos.ts';
import type { Caller } from './replies/open-views.ts';
import type { Shortcut } from './transport/payloads.ts';
import { verifyFiles } from './verification/verify.ts';
import { shortcuts } from './views/ids.ts';

/** Somebody used one of the app's shortcuts. */
export async function shortcutUsed(deps: Deps, caller: Caller, shortcut: Shortcut): Promise<void> {
  switch (shortcut.callback_id) {
    case shortcuts.verify:
      return verifyFiles(deps, caller, shortcut);
    case shortcuts.addToOrder:
      return addPhotos(deps, caller, shortcut);
    default:
      return openForm(deps, caller, openingOf(deps, shortcut));
  }
}

function openingOf({ team }: Deps, shortcut: Shortcut): Opening {
  const channel = shortcut.channel?.id;
  const ts = shortcut.message_ts ?? shortcut.message?.ts;
  if (shortcut.callback_id !== shortcuts.fromMessage || !channel || !ts) return NEW_ORDER;
  const { text, files } = shortcut.message ?? {};
  const attachments = attachable(files ?? [], team);
  return { form: 'submit', order: '', from: { source: { channel, ts }, text: text ?? '', attachments } };
}
