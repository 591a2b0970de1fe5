import { boolean, type Check, refuse, string } from './checks.ts';
import { LIMITS } from './limits.ts';
import { says } from './messages.ts';
import { type Specs, tagged, union } from './shapes.ts';

// White space alone was seen refused in section fields [3P]; refusing it everywhere is the stricter reading.
const visible =
  (max: number): Check =>
  (value, site) =>
    typeof value === 'string' && value.trim() === '' ? refuse(says.longerThan(1), site) : string(max)(value, site);

const plainSpec = (max: number) => ({ required: { text: visible(max) }, optional: { emoji: boolean } });
const mrkdwnSpec = (max: number) => ({ required: { text: visible(max) }, optional: { verbatim: boolean } });

/** The two text objects by type: emoji belongs to plain_text only, verbatim to mrkdwn only. */
export const textSpecs = (max: number = LIMITS.text): Specs => ({
  plain_text: plainSpec(max),
  mrkdwn: mrkdwnSpec(max),
});

/** A plain_text object of at most `max` characters. */
export const plain = (max: number): Check => tagged({ plain_text: plainSpec(max) });

/** A mrkdwn object of at most `max` characters. */
export const mrkdwn = (max: number): Check => tagged({ mrkdwn: mrkdwnSpec(max) });

/** Either text object, of at most `max` characters. */
export const text = (max: number = LIMITS.text): Check => union(tagged(textSpecs(max)));
