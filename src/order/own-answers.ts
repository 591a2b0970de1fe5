import type { Action, Attachment, Content, Order } from './order.ts';
import type { OrderType, OwnAnswer, OwnField, OwnForm } from './own-fields.ts';

/** An answer to a field as it is kept. */
export const answerTo = ({ id, kind, label, unit }: OwnField, value: string): OwnAnswer => ({
  field: id,
  ...{ kind, label, unit, value },
});

/** What was answered to this field; '' for nothing. */
export const answeredTo = (answers: readonly OwnAnswer[] | undefined, field: string): string =>
  answers?.find((one) => one.field === field)?.value ?? '';

/**
 * The answers to a type's fields, in the order of its fields: those of before, with what was given on top of them. An empty one
 * takes an answer back. `asked`: where what is given may come from; anything else is not taken.
 */
export function mergedAnswers(
  type: OrderType,
  before: readonly OwnAnswer[] | undefined,
  given: readonly OwnAnswer[] | undefined,
  asked: readonly OwnForm[],
): OwnAnswer[] {
  return type.fields.flatMap((field) => {
    const isGiven = asked.includes(field.asked) && given?.some((one) => one.field === field.id);
    const value = answeredTo(isGiven ? given : before, field.id);
    return value === '' ? [] : [answerTo(field, value)];
  });
}

/** The forms whose own fields an action answers: a confirmation that ends its order also answers those of the closing. */
export function askedBy({ type }: Pick<Action, 'type'>): readonly OwnForm[] {
  switch (type) {
    case 'confirm_partial':
      return ['confirm'];
    case 'confirm_final':
      return ['confirm', 'close'];
    case 'close':
      return ['close'];
    default:
      return [];
  }
}

/** A content with the answers that an action brings. */
export function withAnswers(content: Content, action: Action): Content {
  const { type, own, ...rest } = content;
  if (!type || !('own' in action)) return content;
  const answers = mergedAnswers(type, own, action.own, askedBy(action));
  return { ...rest, type, ...(answers.length > 0 ? { own: answers } : {}) };
}

/** What an order's type asks for before it is closed as performed, and is not there. */
export interface Lacking {
  readonly photos: boolean;
  /** Lines of the checklist without an answer. */
  readonly lines: readonly OwnField[];
  readonly acceptance: boolean;
}

/** What is there when an order is to be closed. */
interface AtClosing {
  readonly own: readonly OwnAnswer[] | undefined;
  readonly photos: readonly Attachment[];
  readonly accepted: boolean;
}

/** What is lacking to close an order of this type as performed; undefined where nothing is. */
export function lackingToClose(type: OrderType | undefined, { own, photos, accepted }: AtClosing): Lacking | undefined {
  if (!type) return undefined;
  const { closing } = type;
  const lacking: Lacking = {
    photos: closing.photos && photos.length === 0,
    // What a new order did not answer, nobody can answer later.
    lines: closing.checklist
      ? type.fields.filter(
          ({ id, kind, asked }) => kind === 'check' && asked !== 'submit' && answeredTo(own, id) === '',
        )
      : [],
    acceptance: closing.acceptance && !accepted,
  };
  return lacking.photos || lacking.lines.length > 0 || lacking.acceptance ? lacking : undefined;
}

/** The same for an action that closes the order as performed. */
export function lackingFor(
  { content, photos }: Pick<Order, 'content' | 'photos'>,
  action: Action,
): Lacking | undefined {
  if (action.type !== 'confirm_final' && action.type !== 'close') return undefined;
  const { closure } = action;
  return lackingToClose(content.type, {
    own: withAnswers(content, action).own,
    photos: [...photos, ...(action.type === 'confirm_final' ? action.report.photos : []), ...(closure?.photos ?? [])],
    accepted: closure?.acceptance?.kind === 'accepted',
  });
}
