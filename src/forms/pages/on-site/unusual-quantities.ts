import type { Item } from '../../../order/content.ts';
import { itemName } from '../../../words/labour.ts';
import type { FormContext } from '../../context.ts';
import type { Question } from '../../form.ts';
import { quantityAndPrice } from '../../item-list.ts';
import { clip, escaped } from '../../mrkdwn.ts';

/** So much of one thing is hardly ever meant: a number was typed twice, or a code in its place. Thousandths of its unit. */
const MUCH = 100_000_000;

/** Quantities that can be, and hardly ever are; not those that stand in `before` already. */
export const unusualQuantities = (
  items: readonly Item[],
  context: FormContext,
  before: readonly Item[] = [],
): Question[] =>
  items
    .filter(({ id, quantity }) => {
      const known = before.some((one) => one.id === id && one.quantity === quantity);
      return Math.abs(quantity) > MUCH && !known;
    })
    .map((item) => ({
      id: `much ${item.id} ${item.quantity}`,
      text: context.words.review.question.muchOfIt({
        item: clip(escaped(itemName(item, context.words)), 120),
        line: quantityAndPrice(item, context),
      }),
    }));
