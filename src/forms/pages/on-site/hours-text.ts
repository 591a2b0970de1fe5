import { clockTime } from '../../../order/amounts/hours.ts';
import type { LabourTime } from '../../../order/content.ts';
import type { Words } from '../../../words/words.ts';
import type { FormContext } from '../../context.ts';

/** The zone that the order's times are in. */
export const zoneOf = ({ siteZone, timeZone }: Pick<FormContext, 'siteZone' | 'timeZone'>): string =>
  siteZone ?? timeZone ?? 'UTC';

/** `08:00 – 10:30`, on the clocks of the order; '' where only the hours are known. */
export function timesText({ from, to }: Pick<LabourTime, 'from' | 'to'>, context: FormContext): string {
  if (from === undefined || to === undefined) return '';
  const at = (instant: number) => clockTime(zoneOf(context), instant);
  return context.words.hours.times({ from: at(from), to: at(to) });
}

/** `1 h 30 min`: how long thousandths of hours are. */
export function durationText(quantity: number, { hours: { duration } }: Words): string {
  const all = Math.round(quantity * 0.06);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return duration.minutes({ minutes });
  return minutes === 0 ? duration.hours({ hours }) : duration.both({ hours, minutes });
}
