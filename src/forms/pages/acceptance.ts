import type { Acceptance } from '../../order/order.ts';
import { conditional, select, text } from '../fields.ts';
import type { Answers, Errors } from '../form.ts';

/** The client's word on the finished work, as every form asks for it that closes an order. */
export const acceptanceFields = {
  acceptance: conditional(
    select({
      label: 'Client acceptance',
      as: 'radio',
      options: [
        { value: 'accepted', text: 'The client accepts the work' },
        { value: 'unavailable', text: 'Client not available' },
      ],
    }),
  ),
  acceptedBy: conditional(
    text({
      label: 'Accepted by',
      hint: "The name of the client's representative, who agrees to be named on the document",
      max: 120,
      optional: true,
    }),
  ),
};

type AcceptanceAnswers = Answers<typeof acceptanceFields>;

/** What does not fit together: an acceptance by nobody, and somebody's name without an acceptance. */
export function acceptanceErrors({ acceptance, acceptedBy }: Partial<AcceptanceAnswers>): Errors {
  if (acceptance === 'accepted' && !acceptedBy) return { acceptedBy: 'Who accepted the work? Enter their name.' };
  if (acceptance === 'unavailable' && acceptedBy)
    return { acceptedBy: 'Remove the name, or select “The client accepts the work”.' };
  return {};
}

/** The client's word as the order keeps it; null where it was not asked for. */
export function acceptanceFrom({ acceptance, acceptedBy }: Partial<AcceptanceAnswers>): Acceptance | null {
  if (acceptance === undefined) return null;
  return acceptance === 'accepted' ? { kind: 'accepted', name: acceptedBy ?? '' } : { kind: 'unavailable' };
}
