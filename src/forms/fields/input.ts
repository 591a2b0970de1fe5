import type { InputBlock } from '@slack/types';
import type { FormContext } from '../context.ts';
import type { Draft } from '../draft.ts';
import type { Field, Form } from '../form.ts';
import { plain } from '../mrkdwn.ts';
import { inputActionId } from './fields.ts';

/** What of a form decides how its inputs behave; `generation`: see `Drawing`. */
interface Drawn {
  readonly draft: Draft;
  readonly context: FormContext;
  readonly drafted: Form['drafted'];
  readonly generation: number;
}

/**
 * One input of a form. Its `block_id` is the field's name, so that errors need no translation. `hint`: in the place of the
 * field's own.
 */
export function inputBlock(
  name: string,
  field: Field<unknown>,
  { draft, context, drafted, generation }: Drawn,
  hint = field.texts(context, draft).hint,
): InputBlock {
  const entered = name in draft.values ? draft.values[name] : field.initially?.(draft, context);
  const rendered = field.render(entered ?? null, context);
  const element = { ...rendered, action_id: `${rendered.action_id ?? inputActionId}-${generation}` };
  const files = element.type === 'file_input';
  const typed = element.type === 'plain_text_input';
  return {
    type: 'input',
    block_id: name,
    label: plain(field.texts(context, draft).label),
    element:
      drafted && typed
        ? { ...element, dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
        : element,
    optional: (field.optional ?? false) && !field.needed?.(draft, context),
    ...(hint ? { hint: plain(hint) } : {}),
    ...((drafted || field.dispatches) && !files ? { dispatch_action: true } : {}),
  };
}
