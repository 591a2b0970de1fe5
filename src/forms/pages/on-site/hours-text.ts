import { clockTime, dayOf } from '../../../order/amounts/hours.ts';
import type { LabourTime } from '../../../order/content.ts';
import type { Words } from '../../../words/words.ts';
import type { FormContext } from '../../context.ts';

type Zones = Pick<FormContext, 'siteZone' | 'timeZone'>;

/** The zone in which a person reads and types times, as Slack asks for those of the work. */
export const zoneOf = ({ siteZone, timeZone }: Zones): string => timeZone ?? siteZone ?? 'UTC';

/** Times as they are kept: with the zone in which they were said, where its clocks show others than those of the order. */
export function saidIn(
  span: { readonly from: number; readonly to: number },
  context: Zones,
): Pick<LabourTime, 'from' | 'to' | 'zone'> {
  const { siteZone } = context;
  const zone = zoneOf(context);
  const shown = (at: number, on: string) => `${dayOf(on, at)} ${clockTime(on, at)}`;
  const isElsewhere = siteZone && [span.from, span.to].some((at) => shown(at, zone) !== shown(at, siteZone));
  return isElsewhere ? { ...span, zone } : span;
}

/** `08:00 – 10:30`, on the clocks of its reader; '' where only the hours are known. */
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
