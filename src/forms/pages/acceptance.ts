import type { Acceptance } from '../../order/version.ts';
import type { FormContext } from '../context.ts';
import { conditional, select, text } from '../fields/fields.ts';
import type { Answers, Errors } from '../form.ts';

const ACCEPTANCES = ['accepted', 'unavailable'] as const;

/** The client's word on the finished work, as every form asks for it that closes an order. */
export const acceptanceFields = {
  acceptance: conditional(
    select({
      texts: ({ words }) => ({ label: words.fields.acceptance.label }),
      as: 'radio',
      options: ({ words }) => ACCEPTANCES.map((value) => ({ value, text: words.fields.acceptance.option[value] })),
    }),
  ),
  acceptedBy: conditional(text({ texts: ({ words }) => words.fields.acceptedBy, max: 120, optional: true })),
};

type AcceptanceAnswers = Answers<typeof acceptanceFields>;

/** What does not fit together: an acceptance by nobody, and somebody's name without an acceptance. */
export function acceptanceErrors(
  { acceptance, acceptedBy }: Partial<AcceptanceAnswers>,
  { words: { fields } }: FormContext,
): Errors {
  if (acceptance === 'accepted' && !acceptedBy) return { acceptedBy: fields.error.acceptedBy };
  if (acceptance === 'unavailable' && acceptedBy)
    return { acceptedBy: fields.error.notAccepted({ accepted: fields.acceptance.option.accepted }) };
  return {};
}

/** The client's word as the order keeps it; null where it was not asked for. */
export function acceptanceFrom({ acceptance, acceptedBy }: Partial<AcceptanceAnswers>): Acceptance | null {
  if (acceptance === undefined) return null;
  return acceptance === 'accepted' ? { kind: 'accepted', name: acceptedBy ?? '' } : { kind: 'unavailable' };
}
