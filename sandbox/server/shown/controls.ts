import { type JsonObject, objectOf, objectsOf, stringOf, textOf } from '../json.ts';
import { elementsOf } from '../workspace/element-state.ts';

/** What can be pressed or chosen: an element with the words by which a person knows it, and its keys, which the app knows. */
export interface Control {
  block: JsonObject;
  element: JsonObject;
  labels: string[];
  /** The stable names of it, the shortest first: they stay when its words change. */
  keys: string[];
}

/** Something on the screen: its key, or else what stands on it; a pattern is of what stands on it. */
export type Name = string | RegExp;

/** The keys of an id: what stands after its last colon, and the whole of it, e.g. `approve` and `order:approve`. */
export function keysOf(id: unknown): string[] {
  const whole = stringOf(id) ?? '';
  return [...new Set([whole.slice(whole.lastIndexOf(':') + 1), whole])].filter((key) => key !== '');
}

/** A button, or one entry of an overflow menu. */
export interface Pressable extends Control {
  option?: JsonObject;
}

/** Every button and overflow entry of the blocks, in reading order; a button's key is its action_id, an entry's its value. */
export function pressables(blocks: JsonObject[]): Pressable[] {
  return blocks.flatMap((block) =>
    elementsOf(block).flatMap((element): Pressable[] => {
      if (element.type === 'button')
        return [{ block, element, labels: [textOf(element.text)], keys: keysOf(element.action_id) }];
      if (element.type !== 'overflow') return [];
      return objectsOf(element.options).map((option) => {
        return { block, element, option, labels: [textOf(option.text)], keys: keysOf(option.value) };
      });
    }),
  );
}

/** Every menu, picker, radio group and check box group outside input blocks; known by its action_id, its placeholder or its section's text. */
export function choosables(blocks: JsonObject[]): Control[] {
  return blocks
    .filter((block) => block.type !== 'input')
    .flatMap((block) =>
      elementsOf(block)
        .filter((element) => element.type !== 'button')
        .map((element) => ({
          block,
          element,
          labels: choiceLabels(block, element),
          keys: keysOf(element.action_id),
        })),
    );
}

function choiceLabels(block: JsonObject, element: JsonObject): string[] {
  const own = [textOf(element.placeholder), textOf(block.text)];
  const optionTexts = objectsOf(element.options).map((option) => textOf(option.text));
  return [...own, ...optionTexts].filter((label) => label !== '');
}

/** Every field of a form, known by its block_id or its label. */
export function fields(blocks: JsonObject[]): Control[] {
  return blocks
    .filter((block) => block.type === 'input')
    .map((block) => {
      return { block, element: objectOf(block.element), labels: [textOf(block.label)], keys: keysOf(block.block_id) };
    });
}

/** Visible labels of everything that can be pressed. */
export function buttonLabels(blocks: JsonObject[]): string[] {
  return pressables(blocks).flatMap((control) => control.labels);
}

/** The short key of everything that can be pressed. */
export function buttonKeys(blocks: JsonObject[]): string[] {
  return pressables(blocks).map((control) => control.keys[0] ?? '');
}

/** The controls of that name: by key when there are any, then by exact label, otherwise by labels that contain the words. */
export function matching<T extends Control>(controls: T[], name: Name): T[] {
  if (name instanceof RegExp) return controls.filter((control) => control.labels.some((one) => name.test(one)));
  const keyed = controls.filter((control) => control.keys.includes(name));
  if (keyed.length > 0) return keyed;
  const exact = controls.filter((control) => control.labels.includes(name));
  return exact.length > 0 ? exact : controls.filter((control) => control.labels.some((one) => one.includes(name)));
}

/** What there is, for somebody who looked for something else: each key with its label. */
export function listed(controls: Control[]): string {
  const lines = controls.map(({ keys, labels }) => `${keys[0] ?? ''} "${labels[0] ?? ''}"`);
  return [...new Set(lines)].join(', ');
}
