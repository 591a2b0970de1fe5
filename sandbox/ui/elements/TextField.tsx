import { num, obj, str, textOf } from '../json.ts';
import { type ElementProps, tied } from './field.ts';
import { useSurface } from './surface.ts';

// biome-ignore format: a table reads best as a table
const MODES: Record<string, 'decimal' | 'email' | 'url' | 'text'> = { number_input: 'decimal', email_text_input: 'email', url_text_input: 'url' };

/** A line or a paragraph of text, a number, an address. */
export function TextField({ block, element, field }: ElementProps) {
  const surface = useSurface();
  const spot = { block, element };
  const value = String(surface.value(spot) ?? '');
  const dispatches = block.dispatch_action === true;
  const on = obj(element.dispatch_action_config).trigger_actions_on;
  const told = Array.isArray(on) ? on : ['on_enter_pressed'];
  const type = str(element.type);
  const multiline = element.multiline === true || type === 'rich_text_input';
  const common = {
    ...tied(field, element),
    value,
    placeholder: textOf(element.placeholder),
    maxLength: num(element.max_length) ?? 3000,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) =>
      surface.enter(spot, target.value, dispatches && told.includes('on_character_entered') ? 'typing' : 'silent'),
  };
  if (multiline) return <textarea {...common} rows={4} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={MODES[type] ?? 'text'}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !dispatches || !told.includes('on_enter_pressed')) return;
        event.preventDefault();
        surface.enter(spot, value);
      }}
    />
  );
}
