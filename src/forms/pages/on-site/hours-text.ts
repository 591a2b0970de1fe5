import { clockTime } from '../../../order/amounts/hours.ts';
import type { LabourTime } from '../../../order/content.ts';
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
