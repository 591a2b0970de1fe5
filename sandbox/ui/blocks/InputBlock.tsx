import { useId } from 'react';
import type { Json } from '../contract.ts';
import { Element } from '../elements/Element.tsx';
import { useSurface } from '../elements/surface.ts';
import { obj, str, textOf } from '../json.ts';
import { withEmoji } from '../text/emoji.ts';

/** Elements that are several controls under one label, and so a group. */
const GROUPS = new Set(['checkboxes', 'radio_buttons']);

/** A field of a form: label, control, hint, and the error that stands under it. */
export function InputBlock({ block }: { block: Json }) {
  const { errors } = useSurface();
  const id = useId();
  const element = obj(block.element);
  const error = errors[str(block.block_id)];
  const hint = textOf(block.hint);
  const isGroup = GROUPS.has(str(element.type));
  const describedBy = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ') || undefined;
  const label = (
    <>
      {withEmoji(textOf(block.label))}
      {block.optional === true && <span className="optional"> (optional)</span>}
    </>
  );
  const rest = (
    <>
      <Element
        block={block}
        element={element}
        field={{
          id,
          label: textOf(block.label),
          required: block.optional !== true,
          describedBy,
          invalid: error !== undefined,
        }}
      />
      {hint && (
        <p className="hint" id={`${id}hint`}>
          {withEmoji(hint)}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}error`} role="alert">
          {error}
        </p>
      )}
    </>
  );
  if (isGroup) {
    return (
      <fieldset className="block-input" aria-describedby={describedBy} data-block={str(block.block_id)}>
        <legend>{label}</legend>
        {rest}
      </fieldset>
    );
  }
  return (
    <div className="block-input" data-block={str(block.block_id)}>
      <label htmlFor={id}>{label}</label>
      {rest}
    </div>
  );
}
