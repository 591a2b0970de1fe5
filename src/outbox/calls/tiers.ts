/**
 * Slack's tiers, in calls a minute for one method in one workspace (docs: tier 2 20+, tier 3 50+, tier 4 100+; posting
 * “several hundred”).
 */
const TIERS = { t2: 20, t3: 50, t4: 100, special: 200 } as const;

/** The tier of every method the outbox calls. */
// biome-ignore format: a table reads best as a table
export const tiers = {
  'chat.delete':                  't3',
  'chat.postMessage':             'special',
  'chat.update':                  't3',
  'conversations.archive':        't2',
  'conversations.create':         't2',
  'conversations.history':        't3',
  'conversations.info':           't3',
  'conversations.invite':         't3',
  'conversations.kick':           't3',
  'conversations.list':           't2',
  'conversations.open':           't3',
  'conversations.replies':        't3',
  'conversations.setTopic':       't2',
  'pins.add':                     't2',
  'pins.remove':                  't2',
  'bookmarks.add':                't2',
  'bookmarks.edit':               't2',
  'bookmarks.list':               't3',
  'bookmarks.remove':             't2',
  'dnd.info':                     't3',
  'files.getUploadURLExternal':   't4',
  'files.completeUploadExternal': 't4',
  'files.info':                   't4',
  'users.info':                   't4',
} as const satisfies Record<string, keyof typeof TIERS>;

export type PacedMethod = keyof typeof tiers;

export const isPaced = (method: string): method is PacedMethod => Object.hasOwn(tiers, method);

/**
 * The part of a method's calls that is kept for messages to people, so that they are never behind the channels; the rest is the
 * channels'.
 */
const FOR_PEOPLE: Readonly<Partial<Record<PacedMethod, number>>> = { 'chat.postMessage': 0.5, 'chat.update': 0.45 };

/**
 * Slack lets bursts pass, but does not say which: we let a fifth of a minute's calls go within a fifth of a minute, so that a minute's
 * are never used up before it is over. Milliseconds.
 */
const BURST = { part: 0.2, per: 12_000 };
/** What nobody has asked for just now takes so much of a method's share at most: somebody's message finds room at any time. */
const FOR_PATIENT = 0.7;
/**
 * Posts to one channel: three at once, and a little less than one a second in the long run, since calls do not arrive as
 * evenly as they leave. Milliseconds.
 */
const POSTS = { most: 3, per: 3300 };

/** How many calls may go within so many milliseconds; the longest spell comes first. */
export type Limits = readonly { readonly most: number; readonly per: number }[];

/** So many calls a minute, a fifth of them at once. */
const aMinute = (most: number): Limits => [
  { most, per: 60_000 },
  { most: Math.ceil(most * BURST.part), per: BURST.per },
];

/** The gates a call goes through, by name. `patient`: nobody has asked for it just now. */
export function gatesOf(method: PacedMethod, channel: string | undefined, patient = false): [string, Limits][] {
  const part = FOR_PEOPLE[method];
  const toPerson = part !== undefined && channel !== undefined && /^[UWD]/.test(channel);
  const most = Math.floor(TIERS[tiers[method]] * (part === undefined ? 1 : toPerson ? part : 1 - part));
  const name = `${method}${toPerson ? ':people' : ''}`;
  const gates: [string, Limits][] = [[name, aMinute(most)]];
  if (patient) gates.push([`${name}:patient`, aMinute(Math.floor(most * FOR_PATIENT))]);
  if (method === 'chat.postMessage' && channel) gates.push([`post ${channel}`, [POSTS]]);
  return gates;
}
