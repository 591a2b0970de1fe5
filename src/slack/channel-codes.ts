/** Slack's words for a channel that we cannot reach: archived, deleted, or the app was removed from it. */
export const lostChannelCodes = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'invalid_channel',
  'posting_to_channel_denied',
] as const;

/** Whether a failure that is parked for a human is about a channel that we cannot reach. */
export const isLostChannel = (code: string): boolean => lostChannelCodes.some((one) => one === code);
