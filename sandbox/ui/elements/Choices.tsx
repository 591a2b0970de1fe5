import { useId } from 'react';
import { objs, str } from '../json.ts';
import { TextObject } from '../text/Mrkdwn.tsx';
import { type ElementProps, tied } from './field.ts';
import { useSurface } from './surface.ts';

/** Check boxes or radio buttons. */
export function Choices({ block, element, field }: ElementProps) {
  const surface = useSurface();
  const name = useId();
  const spot = { block, element };
  const value = surface.value(spot);
  const many = element.type === 'checkboxes';
  const chosen = Array.isArray(value) ? value : [value];
  const dispatches = block.type !== 'input' || block.dispatch_action === true;
  const choose = (option: string, on: boolean) => {
    const list = chosen.filter((one): one is string => typeof one === 'string' && one !== option);
    surface.enter(spot, many ? (on ? [...list, option] : list) : option, dispatches ? 'now' : 'silent');
  };
  const { 'aria-invalid': invalid } = tied(field, element);
  return (
    <div className="choices">
      {objs(element.options).map((option) => (
        <label key={str(option.value)} className="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={str(option.value)}
            aria-invalid={invalid}
            checked={chosen.includes(str(option.value))}
            onChange={({ target }) => choose(str(option.value), target.checked)}
          />
          <span>
            <TextObject of={option.text} />
            {option.description ? (
              <small>
                <TextObject of={option.description} />
              </small>
            ) : null}
          </span>
        </label>
      ))}
    </div>
  );
}
