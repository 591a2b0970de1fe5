import type { KnownBlock } from '@slack/types';
import type { Action } from '../../../order/action.ts';
import { HOLD_REASONS } from '../../../order/progress/progress.ts';
import { hasStarted } from '../../../order/progress/stage.ts';
import { section } from '../../blocks.ts';
import type { FormContext } from '../../context.ts';
import { type Draft, emptyDraft } from '../../draft.ts';
import { dateTime, optional, select, text } from '../../fields/fields.ts';
import { type Answers, defineForm, type Errors, type Question } from '../../form.ts';
import { date, quoted } from '../../mrkdwn.ts';
import { shownStart, YEAR } from '../approval.ts';
import { holdText } from './standing.ts';

const fields = {
  reasonCode: select({
    texts: ({ words }) => words.fields.reasonCode,
    as: 'menu',
    options: ({ words }) => HOLD_REASONS.map((value) => ({ value, text: words.order.holdReason[value] })),
  }),
  note: text({
    texts: ({ words: { fields, order } }) => ({
      label: fields.holdNote.label,
      hint: fields.holdNote.hint({ other: order.holdReason.other }),
    }),
    max: 1000,
    multiline: true,
    optional: true,
  }),
  until: optional(dateTime({ texts: ({ words }) => words.fields.holdUntil })),
};

type HoldAnswers = Answers<typeof fields>;

/** Put on hold: why the order stands still, and until when. On hold already, it changes that. */
export const holdForm = defineForm({
  id: 'hold',
  title: ({ forms }, order) => (order?.progress.hold ? forms.title.change_hold : forms.title.hold),
  submit: ({ forms }, order) => (order?.progress.hold ? forms.send.change_hold : forms.send.hold),
  drafted: false,
  fields,
  pages: [{ id: 'hold', fields: ['reasonCode', 'note', 'until'], intro: asItIs }],
  start: ({ order, now }): Draft => {
    const hold = order?.progress.hold;
    if (!hold) return emptyDraft;
    const until = hold.until !== null && hold.until > now ? hold.until : null;
    return { ...emptyDraft, values: { reasonCode: hold.reasonCode, note: hold.note, until }, base: hold.entry };
  },
  check,
  ask: unusualEnd,
});

/** How it is on hold already. */
function asItIs(_draft: Draft, { order, words }: FormContext): KnownBlock[] {
  const hold = order?.progress.hold;
  if (!hold) return [];
  return [section([holdText(hold, words), ...(hold.note ? [quoted(hold.note, 500)] : [])].join('\n'))];
}

function check({ reasonCode, note, until }: Partial<HoldAnswers>, _draft: Draft, { now, words }: FormContext): Errors {
  const say = words.fields.error;
  return {
    ...(reasonCode === 'other' && !note ? { note: say.holdNote } : {}),
    ...(typeof until === 'number' && until <= now ? { until: say.untilPast } : {}),
  };
}

/** A hold that ends in more than a year, or after work is to begin: the planned start stays as it is. */
function unusualEnd({ until }: Partial<HoldAnswers>, _draft: Draft, { now, order, words }: FormContext): Question[] {
  if (typeof until !== 'number') return [];
  const say = words.review.question;
  const start = order && !hasStarted(order) ? shownStart(order) : until;
  return [
    ...(until > now + YEAR ? [{ id: `until ${until}`, text: say.holdFar({ date: date(until, words) }) }] : []),
    ...(start > now && start < until && until !== order?.progress.hold?.until
      ? [
          {
            id: `until ${until} ${start}`,
            text: say.holdPastStart({ date: date(until, words), start: date(start, words) }),
          },
        ]
      : []),
  ];
}

/** The hold as an action that names the one that its author knew of. */
export function holdAction({ reasonCode, note, until }: HoldAnswers, { base }: Draft): Action {
  return { type: 'hold', ...(base > 0 ? { seen: base } : {}), reasonCode, note, until };
}
