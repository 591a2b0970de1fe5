/** Slack's words for "this person gets no messages any more": nothing is owed to them. */
export const UNREACHABLE = ['user_not_found', 'user_disabled', 'user_not_visible', 'cannot_dm_bot'];

/** The same where a message is posted to the person's id, which Slack then may call an unknown channel. */
export const UNREACHABLE_BY_ID = [...UNREACHABLE, 'channel_not_found'];

/** Slack's words for a direct message that cannot be changed any more, or whose reader gets none. */
export const UNCHANGEABLE = [...UNREACHABLE_BY_ID, 'message_not_found', 'cant_update_message', 'edit_window_closed'];
