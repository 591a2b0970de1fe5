import { z } from 'zod';

/**
 * Emoji of a status that says that somebody does not work: the one that Slack offers for a vacation, its like, and the one that it
 * offers for sick leave.
 */
const AWAY = new Set([
  ...['palm_tree', 'desert_island', 'beach_with_umbrella', 'umbrella_on_ground', 'island', 'surfer', 'camping', 'tent'],
  ...['airplane', 'small_airplane', 'airplane_departure', 'airplane_arriving', 'luggage', 'ferry', 'mountain'],
  ...['face_with_thermometer', 'hospital', 'baby'],
]);

/** What Slack said of people's absence, and when (milliseconds). */
export type SaidAway = Map<string, { readonly at: number; readonly away: boolean }>;

const Status = z.object({
  profile: z.object({
    status_emoji: z.string().catch(''),
    /** When Slack takes the status away, seconds; 0: never. */
    status_expiration: z.number().catch(0).default(0),
  }),
});

const Disturbed = z.object({
  dnd_enabled: z.boolean(),
  next_dnd_start_ts: z.number(),
  next_dnd_end_ts: z.number(),
});

/** Whether the status in a user object says that its person is away. `at`: seconds. */
export function saysAway(user: unknown, at: number): boolean {
  const read = Status.safeParse(user);
  if (!read.success) return false;
  const { status_emoji, status_expiration } = read.data.profile;
  const [, name = ''] = /^:([^:]+)(?:::skin-tone-\d)?:$/.exec(status_emoji) ?? [];
  return AWAY.has(name) && (status_expiration === 0 || status_expiration > at);
}

/** Whether an answer of `dnd.info` says that its person is not to be disturbed. `at`: seconds. */
export function isUndisturbed(answer: unknown, at: number): boolean {
  const read = Disturbed.safeParse(answer);
  if (!read.success) return false;
  const { dnd_enabled, next_dnd_start_ts, next_dnd_end_ts } = read.data;
  return dnd_enabled && next_dnd_start_ts <= at && at < next_dnd_end_ts;
}
