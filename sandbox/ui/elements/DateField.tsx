import type { Entered } from '../contract.ts';
import { str } from '../json.ts';
import { usePage } from '../page.ts';
import { fromLocalInput, toLocalInput } from '../text/dates.ts';
import { type ElementProps, tied } from './field.ts';
import { useSurface } from './surface.ts';

const TYPES: Record<string, string> = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' };

/** A date, a time, or both; moments are shown in the person's own time zone. */
export function DateField({ block, element, field }: ElementProps) {
  const surface = useSurface();
  const { view } = usePage();
  const spot = { block, element };
  const value = surface.value(spot);
  const isMoment = element.type === 'datetimepicker';
  const dispatches = block.type !== 'input' || block.dispatch_action === true;
  const read = (text: string): Entered => (text === '' ? null : isMoment ? fromLocalInput(text, view.me.zone) : text);
  return (
    <input
      {...tied(field, element)}
      type={TYPES[str(element.type)] ?? 'text'}
      value={typeof value === 'number' ? toLocalInput(value, view.me.zone) : String(value ?? '')}
      onChange={({ target }) => surface.enter(spot, read(target.value), dispatches ? 'typing' : 'silent')}
    />
  );
}
