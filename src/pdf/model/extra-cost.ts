import { extraCostIn, isAbove } from '../../order/amounts/covered.ts';
import { isPriced } from '../../order/amounts/money.ts';
import type { Version } from '../../order/version.ts';
import type { Printer } from '../print.ts';

/** That a version costs more than was approved, and by how much; without the amount on a document without prices. Null: it does not. */
export function extraOf(version: Version, print: Printer) {
  if (!isAbove(version)) return null;
  const { extra: words } = print.words.document;
  const title = version.closure?.outcome === 'not_performed' ? words.notApproved : words.awaiting;
  const extra = isPriced(version.content.items) ? extraCostIn(version) : undefined;
  if (!extra) return { title, text: '' };
  const difference = print.gain(extra.difference);
  if (extra.approved <= 0) return { title, text: words.amount({ difference }) };
  return { title, text: words.share({ difference, share: print.share(extra.difference / extra.approved) }) };
}
