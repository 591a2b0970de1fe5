import { hourSums, hoursIn } from '../order/amounts/hours.ts';
import { formatQuantity } from '../order/amounts/money.ts';
import type { Item } from '../order/content.ts';
import { dayText } from './own-value.ts';
import type { Words } from './words.ts';

/** What is done in a labour line: what it is called, and that it is travel. */
export function labourName({ description, time }: Pick<Item, 'description' | 'time'>, { hours }: Words): string {
  if (description === '') return time ? hours.activity[time.activity] : hours.labour;
  return time?.activity === 'travel' ? hours.travelOf({ what: description }) : description;
}

/** An item by its name; hours also by whose they are, and of which day: `Electrician · Farid Haddad, 28 Nov 2026`. Unescaped. */
export function itemName(item: Pick<Item, 'description' | 'time'>, words: Words): string {
  const { time } = item;
  if (!time) return item.description;
  const what = labourName(item, words);
  return words.hours.line({ what, worker: time.worker.name, day: dayText(time.day, words.locale) });
}

/** `*Hours:* 12.5 h work, 2 h travel`, or another title (`of`) before them; undefined where nobody's hours are known. */
export function hoursText(
  items: readonly Item[],
  { hours, locale }: Words,
  of: 'of' | 'soFar' = 'of',
): string | undefined {
  const lines = hoursIn(items);
  if (lines.length === 0) return undefined;
  const sums = hourSums(lines);
  const work = formatQuantity(sums.work, locale);
  const travel = formatQuantity(sums.travel, locale);
  const { [of]: titled, ...say } = hours.sum;
  if (sums.travel === 0) return titled({ hours: say.work({ work }) });
  return titled({ hours: sums.work === 0 ? say.travel({ travel }) : say.both({ work, travel }) });
}
