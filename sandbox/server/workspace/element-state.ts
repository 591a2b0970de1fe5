import { type JsonObject, objectOf, objectsOf } from '../json.ts';
import type { StateValues } from './entities.ts';

type Initial = (element: JsonObject) => JsonObject;

const plain =
  (key: string, initial: string): Initial =>
  (element) => ({ [key]: element[initial] ?? null });
const many =
  (key: string, initial: string): Initial =>
  (element) => ({ [key]: element[initial] ?? [] });

// biome-ignore format: a table reads best as a table
const INITIAL: Record<string, Initial> = {
  plain_text_input:         plain('value', 'initial_value'),
  email_text_input:         plain('value', 'initial_value'),
  url_text_input:           plain('value', 'initial_value'),
  number_input:             plain('value', 'initial_value'),
  datepicker:               plain('selected_date', 'initial_date'),
  timepicker:               (element) => ({ selected_time: element.initial_time ?? null, ...(element.timezone ? { timezone: element.timezone } : {}) }),
  datetimepicker:           plain('selected_date_time', 'initial_date_time'),
  static_select:            plain('selected_option', 'initial_option'),
  external_select:          plain('selected_option', 'initial_option'),
  radio_buttons:            plain('selected_option', 'initial_option'),
  multi_static_select:      many('selected_options', 'initial_options'),
  multi_external_select:    many('selected_options', 'initial_options'),
  checkboxes:               many('selected_options', 'initial_options'),
  users_select:             plain('selected_user', 'initial_user'),
  multi_users_select:       many('selected_users', 'initial_users'),
  conversations_select:     plain('selected_conversation', 'initial_conversation'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  channels_select:          plain('selected_channel', 'initial_channel'),
  multi_channels_select:    many('selected_channels', 'initial_channels'),
  rich_text_input:          plain('rich_text_value', 'initial_value'),
  file_input:               () => ({ files: [] }),
};

/** True when the element keeps a value (a button or an overflow menu does not). */
export function keepsValue(element: JsonObject): boolean {
  return String(element.type) in INITIAL;
}

/** The value of an element nobody has touched yet, in the shape of section 2.6. */
export function initialState(element: JsonObject): JsonObject {
  const initial = INITIAL[String(element.type)];
  return { type: element.type, ...(initial ? initial(element) : {}) };
}

/** True when a state value is what an untouched or emptied field holds. */
export function isEmptyState(value: JsonObject): boolean {
  const [content] = Object.entries(value).flatMap(([key, one]) => (key === 'type' || key === 'timezone' ? [] : [one]));
  return (
    content === null || content === undefined || content === '' || (Array.isArray(content) && content.length === 0)
  );
}

/** The interactive elements of a block: of an actions block, a section's accessory or an input. */
export function elementsOf(block: JsonObject): JsonObject[] {
  if (block.type === 'actions') return objectsOf(block.elements);
  if (block.type === 'input') return [objectOf(block.element)];
  const accessory = objectOf(block.accessory);
  return accessory.type === undefined || accessory.type === 'image' ? [] : [accessory];
}

/** The state of freshly drawn blocks; values typed before stay where block_id, action_id and type are the same. */
export function stateOf(blocks: JsonObject[], before: StateValues = {}): StateValues {
  const state: StateValues = {};
  for (const block of blocks) {
    const blockId = String(block.block_id);
    for (const element of elementsOf(block).filter(keepsValue)) {
      const actionId = String(element.action_id);
      const kept = before[blockId]?.[actionId];
      const values = state[blockId] ?? {};
      values[actionId] = kept !== undefined && kept.type === element.type ? kept : initialState(element);
      state[blockId] = values;
    }
  }
  return state;
}
