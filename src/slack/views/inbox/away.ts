import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Preferences } from '../../../../db/ports.ts';
import { actions, button, header, section } from '../../../forms/blocks.ts';
import { inputActionId } from '../../../forms/fields/fields.ts';
import { clip, escaped, isUserId, lastDay, plain } from '../../../forms/mrkdwn.ts';
import type { Party } from '../../../order/people.ts';
import type { Words } from '../../../words/words.ts';
import { awayIds, encodeAway } from '../ids.ts';

/** What somebody wants for themselves as Home shows it. */
export interface ShownPreferences {
  readonly preferences: Preferences & { readonly revision: number };
  /** Whether they decide on anything that somebody else could decide on meanwhile. */
  readonly decides: boolean;
  /** Whether the office sends digests at all. */
  readonly digests: boolean;
  /** When it was read (seconds). */
  readonly at: number;
}

/** The inputs: the last day, and who decides meanwhile as well. */
export const awayBlocks = { last: 'away-last', substitute: 'away-substitute' } as const;

/** Whether somebody is away at an instant (seconds). */
export const isAway = ({ awayUntil, substitute }: Preferences, at: number): boolean =>
  awayUntil !== null && awayUntil > at && substitute !== null;

/** What somebody wants for themselves, with the buttons that change it. */
export function preferenceBlocks({ preferences, decides, digests, at }: ShownPreferences, words: Words): KnownBlock[] {
  const say = words.away;
  const away = isAway(preferences, at);
  const { digest } = preferences;
  const value = encodeAway({ r: preferences.revision });
  const lines = [
    ...(decides ? [away ? awayText(preferences, words) : say.here] : []),
    ...(digests ? [digest ? say.digest.on : say.digest.off] : []),
  ];
  const toggle = button(awayIds.digest, digest ? say.digest.turnOff : say.digest.turnOn, {
    value: encodeAway({ r: preferences.revision, d: digest ? 0 : 1 }),
  });
  const buttons = [
    ...(decides ? [button(awayIds.open, away ? say.change : say.set, { value })] : []),
    ...(decides && away ? [button(awayIds.back, say.back, { value })] : []),
    ...(digests ? [toggle] : []),
  ];
  if (buttons.length === 0) return [];
  return [
    { type: 'divider' },
    header(say.heading),
    section(lines.join('\n')),
    actions(buttons, { block_id: `home-preferences-${preferences.revision}` }),
  ];
}

/** `You're away until … Requests for your decision also go to …`. */
export function awayText({ awayUntil, substitute }: Preferences, words: Words): string {
  const last = lastDay(awayUntil ?? 0, words);
  return words.away.until({ date: last, name: escaped(substitute?.name ?? '') });
}

/**
 * What is filled in at first, with the last day; what they are asked about, whether they mean it: a time so far away (`asked`), and a
 * substitute who is away themselves (`both`).
 */
interface Filled {
  readonly revision: number;
  readonly last: string;
  readonly substitute: string;
  readonly asked?: number | undefined;
  readonly both?: AwayToo | undefined;
}

/** Somebody who is away until then (seconds). */
export interface AwayToo extends Party {
  readonly until: number;
}

/** By what it is known that somebody was asked about a substitute. */
export const awayToo = ({ id, until }: AwayToo): string => `${id} ${until}`;

/** Asks until when somebody is away, and who decides meanwhile as well. */
export function awayModal(filled: Filled, words: Words): ModalView {
  const { revision, last, substitute, asked, both } = filled;
  const say = words.away;
  const unusual = unusualText(filled, words);
  const input = (block_id: string, label: string, element: InputBlock['element']): InputBlock => ({
    ...{ type: 'input', block_id, label: plain(label), element },
  });
  return {
    type: 'modal',
    callback_id: awayIds.modal,
    private_metadata: encodeAway({
      r: revision,
      ...(asked === undefined ? {} : { u: asked }),
      ...(both ? { s: awayToo(both) } : {}),
    }),
    title: plain(clip(say.title, 24)),
    submit: plain(clip(say.save, 24)),
    close: plain(words.forms.control.cancel),
    blocks: [
      ...(unusual === '' ? [] : [section(unusual)]),
      input(awayBlocks.last, say.last, {
        type: 'datepicker',
        action_id: ACTION,
        ...(last ? { initial_date: last } : {}),
      }),
      input(awayBlocks.substitute, say.substitute, {
        ...{ type: 'users_select', action_id: ACTION },
        ...(isUserId(substitute) ? { initial_user: substitute } : {}),
      }),
    ],
  };
}

/** Asks whether somebody means what is unusual; '' where nothing is. */
function unusualText({ asked, both }: Filled, words: Words): string {
  const { check, proceed } = words.forms.page;
  const say = words.away;
  const unusual = [
    ...(asked === undefined ? [] : [say.far({ date: lastDay(asked, words) })]),
    ...(both ? [say.both({ name: escaped(both.name), date: lastDay(both.until, words) })] : []),
  ];
  if (unusual.length === 0) return '';
  return [`:warning: ${check}`, ...unusual.map((one) => `• ${one}`), proceed({ button: say.save })].join('\n');
}

const ACTION = `${inputActionId}-0`;
