/** What somebody has to do when something could not be delivered, by what went wrong (`src/words/remedy.ts`). */
export const remedy = {
  channel_gone:
    'The channel was deleted or archived, or the app was removed from it. Unarchive it or add the app again, then retry.',
  limited_access:
    'The channel is restricted to certain people, and the app isn’t one of them. Ask a workspace owner or admin to give the app access, or open a new channel for the order, then retry.',
  no_permission:
    'The app doesn’t have permission for this. Check that it’s a member of the channel (type “/invite @Service Orders” in it) and that it has every scope in slack-manifest.yml. If scopes are missing, reinstall the app. Then retry.',
  file_unseen:
    'The app can’t see this file. Share it in the order’s channel, or add the app to the channel where the file is, then retry.',
  channel_setting:
    'A channel or workspace setting doesn’t allow the app to post there. Ask someone who manages the channel to allow it, then retry.',
  not_for_enterprise:
    'Slack doesn’t offer this to workspaces in an Enterprise organization. Ask an organization admin whether it can be allowed, then retry.',
  fixed_message:
    'Slack doesn’t let the app change this message. Check the workspace setting for editing messages, then retry.',
  gone_message:
    'The message was deleted in Slack, or the app can’t see it. Its content is in the order’s history. Check the channel, then retry.',
  file_gone:
    'The file is no longer in Slack: someone deleted it, or Slack lost the upload. Check that the workspace has free storage and allows uploads, then retry.',
  canvases_off: 'Canvases are turned off in this workspace. Ask a workspace owner to turn them on, then retry.',
  person_out:
    'The app can’t add or message this person: their account is deactivated, restricted, a bot, or outside the workspace. Check their account or choose someone else, then retry.',
  shared_out:
    'The channel is shared with another organization that doesn’t allow this. Stop sharing the channel or ask its owners to allow it, then retry.',
  our_fault:
    'Slack didn’t accept what the app sent. This is a bug in the app. Report it with the log line, and retry once the app is updated.',
  too_old: 'Slack no longer supports a feature that the app uses. Update the app, then retry.',
  setting: 'A workspace setting doesn’t allow apps to do this. Ask a workspace owner to allow it, then retry.',
  setting_remove_people:
    'A workspace setting doesn’t allow apps to remove this person from the channel. Ask a workspace owner to allow it, then retry.',
  setting_create_channels:
    'A workspace setting doesn’t allow apps to create channels. Ask a workspace owner to allow it, then retry.',
  setting_archive:
    'A workspace setting doesn’t allow apps to archive this channel. Ask a workspace owner to allow it, then retry.',
  setting_uploads:
    'A workspace setting doesn’t allow apps to upload files. Ask a workspace owner to allow it, then retry.',
  setting_only_images:
    'A workspace setting only allows apps to upload images, but the app needs to upload PDFs. Ask a workspace owner to allow them, then retry.',
  setting_pdf:
    'A workspace setting doesn’t allow apps to upload PDF files. Ask a workspace owner to allow it, then retry.',
  setting_size:
    'A workspace setting doesn’t allow apps to upload files this large. Ask a workspace owner to allow it, then retry.',
  messages_tab: 'The app’s Messages tab is off. Turn it on in the app’s settings (App Home), then retry.',
  storage_full: 'The workspace’s file storage is full. Delete old files or upgrade the Slack plan, then retry.',
  too_many_pins: 'The channel has too many pins or bookmarks. Remove some, then retry.',
  fault: 'The app couldn’t do this. See the error in the log, then retry.',
  missing_scope: 'The app needs the scope {scope}. Add it (it’s in slack-manifest.yml), reinstall the app, then retry.',
  missing_some_scope:
    'The app needs another scope, which the log names. Add it (it’s in slack-manifest.yml), reinstall the app, then retry.',
  undocumented: 'Slack returned the error “{code}”. See docs/operations.md, fix the cause, then retry.',
  unreadable_row: 'The database contains something that the app can’t read: {problem}',
  no_order: 'Its order, {order}, isn’t in the database. Report this.',
  no_channel: 'The order’s channel was never opened. Retry the earlier failure first.',
  name_taken: 'Every channel name tried for this order is taken. Rename the old channels, then retry.',
  app_removed:
    'The app is no longer in #{channel}. Type “/invite @Service Orders” in that channel, and delivery resumes automatically. Or open a new channel for the order.',
  app_shut_out:
    'The app can’t see #{channel}: it was removed from it, or the channel was archived or deleted. If the channel still exists, type “/invite @Service Orders” in it, and delivery resumes automatically. If not, open a new channel for the order.',
  cannot_remove:
    'The app is no longer in #{channel}, so it can’t remove people who are no longer on the order. Type “/invite @Service Orders” in that channel, and this resumes automatically.',
  not_added:
    'Slack didn’t let the app add these people to #{channel}: {people}. Check their accounts and the workspace’s settings for inviting people, then retry. Or add them yourself.',
  not_removed:
    'Slack didn’t let the app remove these people from #{channel}, although they’re no longer on the order: {people}. Ask a workspace owner to let apps remove people from private channels, then retry. Or remove them yourself. To keep such people in the channel, use the setting channel.keepMembers.',
  not_shared:
    'Slack accepted {file} twice but never posted it in #{channel}. Check that people can post files in that channel and that the workspace has free storage. Then retry to upload it again.',
  fixed_card:
    'Slack doesn’t let the app change its card in #{channel}, so the card is out of date. The app posts a new one at most once a day, and every change is still posted in the channel. Check the workspace setting for editing messages, then retry.',
  upload_elsewhere:
    'Slack returned an upload address that isn’t on a Slack host, or that redirects elsewhere. Check SLACK_API_URL and any proxy in between, then retry.',
  pdf_failed:
    'This PDF failed after {attempts, plural, one {# attempt} other {# attempts}}. Other orders aren’t affected. The error is in the log: fix the cause or update the app, then retry.',
  office_channel:
    'The app can’t post in the channel for documents with prices ({channel}): it isn’t a member, or the channel was archived or deleted. Type “/invite @Service Orders” in that channel, or choose another one in the settings, then retry.',
  office_channel_open:
    'The document with prices wasn’t posted in {channel}, because that channel is public. Choose a private channel in the settings, then retry.',
  office_channel_shared:
    'The document with prices wasn’t posted in {channel}, because that channel is shared with another organization. Choose another channel in the settings, then retry.',
  files_not_kept:
    'The file storage (FILES_URL) isn’t accepting files, and nothing is issued that can’t be kept. The log says why: it’s full, out of reach, or doesn’t let the app in. Fix the cause, and delivery resumes automatically.',
} as const;
