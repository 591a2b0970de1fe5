import type { Deps } from './deps.ts';
import { isTyping } from './forms/edit-form.ts';
import type { Caller } from './replies/open-views.ts';
import type { BlockActions } from './transport/payloads.ts';
import { decodeMore, isMore } from './views/ids.ts';

/** What makes a payload the same one again: an answer is only ever given to whom it was given before. */
export const whoseOf = ({ team }: Deps, { person, trigger }: Caller): string => `${team} ${person} ${trigger}`;

/**
 * Who presses which button where: the same for both presses of a double click. Undefined: an input, each of whose values
 * counts.
 */
export function pressOf({ team }: Deps, { user, view, actions: [action] }: BlockActions): string | undefined {
  if (!action || isTyping(action.action_id)) return undefined;
  return JSON.stringify([team, user.id, view?.id, view?.private_metadata, action.action_id, action.value]);
}

/** What was chosen from a menu of buttons, as if its button had been pressed. */
export function asPressed(payload: BlockActions): BlockActions {
  const [action, ...rest] = payload.actions;
  const chosen = action && isMore(action.action_id) && decodeMore(action.selected_option?.value ?? '');
  if (!action || !chosen) return payload;
  return { ...payload, actions: [{ ...action, action_id: chosen.actionId, value: chosen.value }, ...rest] };
}

/** The page of a modal that somebody has before them. */
export const pageOf = ({ team, user, view }: Pick<BlockActions, 'team' | 'user' | 'view'>): string =>
  JSON.stringify([team?.id, user.id, view?.id, view?.private_metadata]);
