import { useRef, useState } from 'react';
import type { Json } from '../contract.ts';
import { objs, str, textOf } from '../json.ts';
import { withEmoji } from '../text/emoji.ts';
import { useDismiss } from '../widgets/dismiss.ts';
import { type ElementProps, tied } from './field.ts';
import { useSurface } from './surface.ts';

/** A menu of fixed options, as the device shows menus. */
export function Menu({ block, element, field }: ElementProps) {
  const surface = useSurface();
  const spot = { block, element };
  const dispatches = block.type !== 'input' || block.dispatch_action === true;
  const optional = block.optional === true || surface.value(spot) === null;
  return (
    <select
      {...tied(field, element)}
      value={String(surface.value(spot) ?? '')}
      onChange={({ target }) => surface.enter(spot, target.value || null, dispatches ? 'now' : 'silent')}
    >
      {optional && <option value="">{textOf(element.placeholder) || 'Select an option'}</option>}
      {objs(element.options).map(drawOption)}
      {objs(element.option_groups).map((group) => (
        <optgroup key={textOf(group.label)} label={textOf(group.label)}>
          {objs(group.options).map(drawOption)}
        </optgroup>
      ))}
    </select>
  );
}

const drawOption = (option: Json) => (
  <option key={str(option.value)} value={str(option.value)}>
    {withEmoji(textOf(option.text))}
  </option>
);

/** The three dots with their entries. */
export function Overflow({ block, element }: ElementProps) {
  const surface = useSurface();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  useDismiss(box, open, () => setOpen(false));
  return (
    <span className="overflow" ref={box}>
      <button
        type="button"
        className="button"
        aria-label="More actions"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <span className="popup" role="menu">
          {objs(element.options).map((option) => (
            <button
              key={str(option.value)}
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                surface.press({ block, element }, str(option.value));
              }}
            >
              {withEmoji(textOf(option.text))}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
