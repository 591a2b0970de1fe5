import { below, boolean, formed, integer, type Json, list, matching, refuse, string } from '../checks/checks.ts';
import { LIMITS } from '../checks/limits.ts';
import { says } from '../checks/messages.ts';
import { initialAmongOptions, initialOnce, ordered, uniqueOptionValues } from '../checks/rules.ts';
import type { Props, Rule, Spec, Specs } from '../checks/shapes.ts';
import { plain } from '../checks/text.ts';
import { confirm, dispatchActionConfig, options } from './composition.ts';
import { richTextObject } from './rich-text.ts';

const action = { action_id: string(LIMITS.id) };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plain(LIMITS.placeholder) };

/** The picked day exists: 2026-02-30 has the right form and is still no date. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Z]/.test(text); // newer runtimes also take offsets like +05:00; Slack asks for a name
  } catch {
    return false;
  }
}

const typed = (surfaces: Spec['surfaces'], optional: Props, more: Omit<Spec, 'optional'> = {}): Spec => ({
  ...more,
  ...(surfaces === undefined ? {} : { surfaces }),
  parents: ['input'],
  optional: { ...action, ...focus, ...placeholder, dispatch_action_config: dispatchActionConfig, ...optional },
});

const numeral = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');
const numerals = ['initial_value', 'min_value', 'max_value'] as const;
const noDecimalsUnlessAllowed: Rule = (node, site) =>
  numerals.flatMap((key) =>
    node.is_decimal_allowed === false && /^-?\d+\.\d+$/.test(String(node[key]))
      ? refuse(says.noDecimals, below(site, key))
      : [],
  );

const initialFitsMaxLength: Rule = ({ initial_value, max_length }: Json, site) =>
  typeof initial_value === 'string' && typeof max_length === 'number' && initial_value.length > max_length
    ? refuse(says.shorterThan(max_length), below(site, 'initial_value'))
    : [];

const picker = (optional: Props, more: Omit<Spec, 'optional'> = {}): Spec => ({
  parents: ['section', 'actions', 'input'],
  ...more,
  optional: { ...action, ...focus, confirm, ...optional },
});

const choiceOptions = list(options.choice, 1, LIMITS.options.choice);

/** Elements a person fills in, the menus aside. */
export const inputs: Specs = {
  plain_text_input: typed(
    undefined,
    {
      initial_value: string(LIMITS.input.length),
      multiline: boolean,
      min_length: integer(0, LIMITS.input.length),
      max_length: integer(1, LIMITS.input.length),
    },
    { rules: [ordered('min_length', 'max_length'), initialFitsMaxLength] },
  ),
  number_input: typed(
    ['modal'],
    { initial_value: numeral, min_value: numeral, max_value: numeral },
    {
      required: { is_decimal_allowed: boolean },
      rules: [
        noDecimalsUnlessAllowed,
        ordered('min_value', 'max_value'),
        ordered('min_value', 'initial_value', 'initial_value'),
        ordered('initial_value', 'max_value'),
      ],
    },
  ),
  email_text_input: typed(['modal'], { initial_value: string() }),
  url_text_input: typed(['modal'], { initial_value: string() }),
  rich_text_input: typed(
    ['modal', 'home'],
    {
      initial_value: richTextObject,
      min_lines: integer(1, LIMITS.input.lines),
      max_lines: integer(1, LIMITS.input.lines),
    },
    { required: { action_id: string(LIMITS.id) }, rules: [ordered('min_lines', 'max_lines')] },
  ),
  file_input: {
    surfaces: ['modal'],
    parents: ['input'],
    optional: { ...action, filetypes: list(string()), max_files: integer(1, LIMITS.input.files) },
  },
  datepicker: picker({ ...placeholder, initial_date: formed(isDay, 'a date like 2026-11-22') }),
  timepicker: picker({
    ...placeholder,
    initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 08:30'),
    timezone: formed(isTimeZone, 'an IANA time zone'),
  }),
  datetimepicker: picker(
    { initial_date_time: integer(1_000_000_000, 9_999_999_999) },
    { surfaces: ['message', 'modal'], parents: ['actions', 'input'] },
  ),
  checkboxes: picker(
    { initial_options: list(options.choice) },
    {
      required: { options: choiceOptions },
      rules: [uniqueOptionValues, initialAmongOptions('initial_options'), initialOnce('initial_options')],
    },
  ),
  radio_buttons: picker(
    { initial_option: options.choice },
    { required: { options: choiceOptions }, rules: [uniqueOptionValues, initialAmongOptions('initial_option')] },
  ),
};
