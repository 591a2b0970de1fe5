import type { Remedy } from '../words/remedy.ts';

/**
 * What to do about a failure. `inDoubt`: Slack may have done it all the same. `atLast`: the remedy, once so many attempts
 * failed that time seems not to heal it. Waits in milliseconds.
 */
export type Verdict =
  | { readonly kind: 'later'; readonly wait: number }
  | { readonly kind: 'again'; readonly inDoubt: boolean; readonly slowly: boolean; readonly atLast?: Remedy }
  | { readonly kind: 'give up'; readonly remedy: Remedy };

/** How long we wait when Slack says that we are too fast, but not for how long. Milliseconds. */
export const UNSAID_WAIT = 30_000;

export const again = (inDoubt: boolean, slowly = false, atLast?: Remedy): Verdict => ({
  kind: 'again',
  inDoubt,
  slowly,
  ...(atLast === undefined ? {} : { atLast }),
});
export const giveUp = (remedy: Remedy): Verdict => ({ kind: 'give up', remedy });

const tooFast: Verdict = { kind: 'later', wait: UNSAID_WAIT };
const perhapsDone = again(true);
const notDone = again(false);
/**
 * The door to the whole workspace, or to a channel that Slack moves to another organisation, is shut. Once it is open again
 * everything goes on, so nobody need press Retry.
 */
const shut = again(false, true);

/**
 * Slack's words for "this app, or anybody, can do nothing in this workspace now", each with what somebody has to do so
 * that it can again. No call works until then, so what is owed waits and readiness says so.
 */
// biome-ignore format: a table reads best as a table
export const shutCodes: ReadonlyMap<string, string> = new Map([
  ['invalid_auth',              'install the app again, put the new token into SLACK_BOT_TOKEN, and start again'],
  ['not_authed',                'put the bot token into SLACK_BOT_TOKEN, and start again'],
  ['token_revoked',             'install the app again, put the new token into SLACK_BOT_TOKEN, and start again'],
  ['token_expired',             'install the app again, put the new token into SLACK_BOT_TOKEN, and start again'],
  ['account_inactive',          'install the app again, put the new token into SLACK_BOT_TOKEN, and start again'],
  ['user_removed_from_team',    'install the app again, put the new token into SLACK_BOT_TOKEN, and start again'],
  ['not_allowed_token_type',    'put the bot token (xoxb-…) into SLACK_BOT_TOKEN, and start again'],
  ['team_access_not_granted',   'ask an organisation admin to give the app access to this workspace'],
  ['team_disabled',             'ask Slack, or those who run the workspace, to open it again'],
  ['accesslimited',             'ask a workspace owner to allow the address of this computer (or take it off the app’s allowed IP addresses)'],
  ['ekm_access_denied',         'an administrator has suspended access with Enterprise Key Management; ask them to give it back'],
  ['two_factor_setup_required', 'a workspace owner requires two-factor authentication; set it up for the person who installed the app'],
  ['org_login_required',        'Slack is moving the workspace into an organisation; wait until that is done'],
  ['team_added_to_org',         'Slack is moving the workspace into an organisation; wait until that is done'],
  ['message_limit_exceeded',    'the workspace has reached its limit of messages; ask a workspace owner to change the plan'],
]);

/** Of the shut codes, those that are about the token itself: auth.test answers with them, too. */
export const tokenCodes: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'user_removed_from_team',
]);

/**
 * Slack's documented error codes by what to do (docs.slack.dev, each method's page). "Already so" has no verdict of its
 * own: each effect knows which of those mean that it is done, and what it cannot use is a fault.
 */
const groups: readonly (readonly [Verdict, string])[] = [
  [tooFast, 'ratelimited rate_limited too_many_requests'],
  [perhapsDone, 'internal_error fatal_error request_timeout update_failed file_update_failed'],
  [notDone, 'service_unavailable invalid_cursor streaming_state_conflict'],
  [shut, ['external_channel_migrating', ...shutCodes.keys()].join(' ')],
  [giveUp({ say: 'channel_gone' }), 'is_archived channel_not_found not_in_channel is_inactive invalid_channel'],
  [giveUp({ say: 'limited_access' }), 'channel_is_limited_access'],
  [giveUp({ say: 'no_permission' }), 'no_permission access_denied'],
  [giveUp({ say: 'file_unseen' }), 'not_visible'],
  [giveUp({ say: 'setting' }), 'restricted_action permission_denied parent_bookmark_disabled'],
  [
    giveUp({ say: 'channel_setting' }),
    `restricted_action_read_only_channel restricted_action_thread_only_channel restricted_action_non_threadable_channel
     restricted_action_thread_locked posting_to_channel_denied`,
  ],
  [giveUp({ say: 'not_for_enterprise' }), 'enterprise_is_restricted'],
  [
    giveUp({ say: 'fixed_message' }),
    'edit_window_closed cant_update_message cant_delete_message compliance_exports_prevent_deletion',
  ],
  [giveUp({ say: 'gone_message' }), 'message_not_found cannot_reply_to_message thread_not_found'],
  [giveUp({ say: 'setting_remove_people' }), 'cant_kick_self cant_kick_from_general not_supported'],
  [giveUp({ say: 'setting_create_channels' }), 'cannot_create_channel'],
  [giveUp({ say: 'setting_archive' }), 'cant_archive_general cant_archive_required'],
  [giveUp({ say: 'messages_tab' }), 'messages_tab_disabled'],
  [giveUp({ say: 'setting_uploads' }), 'file_uploads_disabled unable_to_share_files'],
  [giveUp({ say: 'setting_only_images' }), 'file_uploads_except_images_disabled'],
  [giveUp({ say: 'setting_pdf' }), 'file_type_not_allowed blocked_file_type'],
  [giveUp({ say: 'setting_size' }), 'file_upload_size_restricted'],
  [giveUp({ say: 'storage_full' }), 'storage_limit_reached'],
  [giveUp({ say: 'too_many_pins' }), 'too_many_pins too_many_bookmarks too_many_tabs'],
  [
    giveUp({ say: 'shared_out' }),
    `slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
     slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked slack_connect_lists_sharing_blocked
     cannot_bookmark_from_external_org cannot_bookmark_restricted_sharing_enabled`,
  ],
  [
    giveUp({ say: 'person_out' }),
    `user_not_found user_disabled user_not_visible user_is_restricted cant_invite cant_invite_self invitee_cant_see_channel
     org_user_not_in_team no_external_invite_permission ura_max_channels cannot_dm_bot`,
  ],
  [giveUp({ say: 'file_gone' }), 'file_deleted file_is_deleted file_not_found'],
  [giveUp({ say: 'canvases_off' }), 'canvas_disabled_user_team canvas_disabled_file_team canvas_globally_disabled'],
  [giveUp({ say: 'too_old' }), 'method_deprecated deprecated_endpoint unknown_method not_implemented'],
  [
    giveUp({ say: 'our_fault' }),
    `invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data invalid_post_type
     missing_post_type missing_argument limit_required invalid_limit invalid_types team_not_found
     no_text msg_too_long msg_blocks_too_long markdown_text_conflict invalid_blocks invalid_blocks_format
     invalid_attachments too_many_attachments too_many_contact_cards attachment_payload_limit_exceeded
     invalid_metadata_format invalid_metadata_schema metadata_too_large metadata_must_be_sent_from_app
     invalid_metadata_filter_keys list_record_comment_fetch_failed cant_broadcast_message no_dual_broadcast_content_update
     block_mismatch missing_file_data
     draft_already_deleted draft_already_sent draft_has_conflict draft_not_found
     duplicate_channel_not_found duplicate_message_not_found
     file_not_shared file_share_limit_reached max_file_sharing_exceeded
     file_already_added template_not_visible alt_txt_too_large snippet_too_large unknown_snippet_type unknown_subtype
     channels_limit_exceeded
     already_in_channel already_archived already_pinned name_taken no_channel no_user
     invalid_name invalid_name_maxlength invalid_name_punctuation invalid_name_required invalid_name_specials
     method_not_supported_for_channel_type too_long bad_timestamp invalid_ts_latest invalid_ts_oldest
     no_item_specified file_comment_not_found no_pin not_pinned not_pinnable not_found bookmark_not_found
     invalid_app_action_type invalid_bookmark_type invalid_child_type invalid_emoji invalid_entity_id invalid_link
     invalid_parent_type invalid_shortcut_type parent_with_link
     invalid_user_combination not_enough_users too_many_users users_list_not_supplied`,
  ],
];

/** The verdict on each code that Slack documents for the methods we call. */
export const verdicts: ReadonlyMap<string, Verdict> = new Map(
  groups.flatMap(([verdict, words]) => words.split(/\s+/).map((code): [string, Verdict] => [code, verdict])),
);
