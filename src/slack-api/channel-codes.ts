import { LOST_CHANNEL } from '../../db/ports.ts';

/** Slack's words for a channel that we cannot reach: archived, deleted, or the app was removed from it. */
export const lostChannelCodes = LOST_CHANNEL;

/** Whether a failure that is parked for a human is about a channel that we cannot reach. */
export const isLostChannel = (code: string): boolean => lostChannelCodes.some((one) => one === code);
