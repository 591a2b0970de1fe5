import { type Check, choice, distinct, list, type Parent, string, url } from '../checks/checks.ts';
import { LIMITS } from '../checks/limits.ts';
import { uniqueOptionValues } from '../checks/rules.ts';
import { object, type Spec, type Specs, tagged, union } from '../checks/shapes.ts';
import { plain, textSpecs } from '../checks/text.ts';
import { buttonStyle, confirm, ids, imageShape, options } from './composition.ts';
import { inputs } from './inputs.ts';
import { selects } from './selects.ts';

const action = { action_id: string(LIMITS.id) };
const face = { text: plain(LIMITS.button.text) };
const spoken = { accessibility_label: string(LIMITS.button.accessibilityLabel) };
const value = string(LIMITS.button.value);

const feedbackButton = object({ required: { ...face, value }, optional: spoken });
const workflow = object({
  required: {
    trigger: object({
      required: { url: url(LIMITS.url, 'https:') },
      optional: {
        customizable_input_parameters: list(object({ required: { name: string(), value: string() } })),
      },
    }),
  },
});

const button: Spec = {
  parents: ['section', 'actions', 'card'],
  required: face,
  optional: { ...action, ...spoken, value, url: url(LIMITS.url), style: buttonStyle, confirm },
};
const image: Spec = { parents: ['section', 'context', 'card', 'container'], ...imageShape };

const elements: Specs = {
  ...inputs,
  ...selects,
  button,
  overflow: {
    parents: ['section', 'actions'],
    required: { options: list(options.overflow, 1, LIMITS.options.overflow) },
    optional: { ...action, confirm },
    rules: [uniqueOptionValues],
  },
  image,
  workflow_button: {
    surfaces: ['message'],
    parents: ['section', 'actions'],
    required: { ...action, ...face, workflow },
    optional: { ...spoken, style: buttonStyle, confirm },
  },
  feedback_buttons: {
    surfaces: ['message'],
    parents: ['context_actions'],
    required: { positive_button: feedbackButton, negative_button: feedbackButton },
    optional: action,
  },
  icon_button: {
    surfaces: ['message'],
    parents: ['context_actions'],
    required: { ...face, icon: choice('trash') },
    optional: { ...action, ...spoken, value, confirm, visible_to_user_ids: distinct(ids.user) },
  },
};

/** Any element that may stand in `parent`; a context block takes text objects as well. */
export const elementIn = (parent: Parent): Check =>
  union(tagged(parent === 'context' ? { ...elements, ...textSpecs() } : elements, parent));

/** A button where nothing else may stand. */
export const buttonIn = (parent: Parent): Check => tagged({ button }, parent);

/** An image element where nothing else may stand. */
export const imageIn = (parent: Parent): Check => tagged({ image }, parent);
