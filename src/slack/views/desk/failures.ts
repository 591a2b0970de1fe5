import type { Button, KnownBlock } from '@slack/types';
import { isLostChannel, type ParkedCause, type ParkedEffect } from '../../../../db/ports.ts';
import { actions, button, context, header, section } from '../../../forms/blocks.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import { remedyText } from '../../../words/remedy.ts';
import type { Words } from '../../../words/words.ts';
import { homeActions } from '../ids.ts';

/** Of what could not be delivered, so many causes are shown, and of each so many; a button retries the rest as well. */
export const CAUSES_SHOWN = 6;
export const ROWS_SHOWN = 3;
/** The value of the button that retries whatever the cause. */
export const EVERYTHING = 'everything';

/** What could not be delivered. `total` counts all of it, `causes` are the first few. */
export interface Failures {
  readonly total: number;
  readonly causes: readonly (ParkedCause & { readonly key: string; readonly newest: readonly ParkedEffect[] })[];
}

/** What could not be delivered, with Retry beside each; nothing where all is. About 60 blocks at most. */
export function failureBlocks({ total, causes }: Failures, words: Words): KnownBlock[] {
  if (total === 0) return [];
  const { failed } = words.home;
  const shown = causes.reduce((sum, { count }) => sum + count, 0);
  const everything = labelledButton(
    homeActions.retryAll,
    failed.retryAll({ count: total }),
    EVERYTHING,
    failed.retryEverything,
  );
  return [
    header(failed.title({ count: total })),
    ...(causes.length > 1 || shown < total ? [actions([everything])] : []),
    ...causes.flatMap((cause) => causeBlocks(cause, words)),
    ...(shown < total ? [context(failed.moreCauses({ count: total - shown }))] : []),
  ];
}

/** One cause: by itself when it is one delivery; else what to do, a button for all of them, and the newest few. */
function causeBlocks({ count, remedy, key, newest, ...cause }: Failures['causes'][number], words: Words): KnownBlock[] {
  const { failed } = words.home;
  const [only] = newest;
  const error = escaped(clip(cause.error, 200));
  const why = channelsMentioned(escaped(remedyText(remedy, words)));
  if (count === 1 && only) return rows(only, failed.one({ what: whatOf(only, words), why, error }), words);
  const label = failed.retryCause({ count, error: cause.error });
  return [
    section(failed.several({ count, why, error }), {
      accessory: labelledButton(homeActions.retryAll, failed.retryAll({ count }), key, label),
    }),
    ...newest.flatMap((failure) => rows(failure, whatOf(failure, words), words)),
    ...(count > newest.length ? [context(failed.more({ count: count - newest.length }))] : []),
  ];
}

/** A channel whose name is not known is mentioned: Slack names it to who may see it. */
const channelsMentioned = (text: string): string => text.replace(/&lt;#([CG][A-Z0-9]+)&gt;/g, '<#$1>');

/** What was not delivered: `SO-000012: Post the PDF`. */
function whatOf({ orderNumber: number, type }: ParkedEffect, { home }: Words): string {
  const what = home.effect[type];
  return number === null ? what : home.failed.about({ order: orderNumber(number), what });
}

function rows(failure: ParkedEffect, text: string, words: Words): KnownBlock[] {
  const { failed } = words.home;
  const label = failed.retryOne({ what: whatOf(failure, words) });
  return [
    section(text, { accessory: labelledButton(homeActions.retry, failed.retry, failure.id, label) }),
    ...(isLostChannel(failure.error) && failure.order !== null && failure.orderNumber !== null
      ? [actions([newChannelButton(failure.order, failure.orderNumber, words)])]
      : []),
  ];
}

/** Beside Retry, for a channel that the app cannot get into: nobody can tell from here whether it still exists. */
function newChannelButton(order: string, number: number, { home: { failed } }: Words): Button {
  const label = failed.newChannelFor({ order: orderNumber(number) });
  return labelledButton(homeActions.newChannel, failed.newChannel, order, label);
}

/** A button that screen readers call more exactly. */
export const labelledButton = (action_id: string, text: string, value: string, label: string): Button =>
  button(action_id, text, { value, accessibility_label: clip(label, 75) });
