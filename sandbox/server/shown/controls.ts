import { type JsonObject, objectOf, objectsOf, textOf } from '../json.ts';
import { elementsOf } from '../workspace/element-state.ts';

/** What can be pressed or chosen: an element with the words by which a person knows it. */
export interface Control {
  block: JsonObject;
  element: JsonObject;
  labels: string[];
}

export type Label = string | RegExp;

/** A button, or one entry of an overflow menu. */
export interface Pressable extends Control {
  option?: JsonObject;
}

/** Every button and overflow entry of the blocks, in reading order. */
export function pressables(blocks: JsonObject[]): Pressable[] {
  return blocks.flatMap((block) =>
    elementsOf(block).flatMap((element): Pressable[] => {
      if (element.type === 'button') return [{ block, element, labels: [textOf(element.text)] }];
      if (element.type !== 'overflow') return [];
      return objectsOf(element.options).map((option) => ({ block, element, option, labels: [textOf(option.text)] }));
    }),
  );
}

/** Every menu, picker, radio group and check box group outside input blocks; known by its placeholder or its section's text. */
export function choosables(blocks: JsonObject[]): Control[] {
  return blocks
    .filter((block) => block.type !== 'input')
    .flatMap((block) =>
      elementsOf(block)
        .filter((element) => element.type !== 'button')
        .map((element) => ({ block, element, labels: choiceLabels(block, element) })),
    );
}

function choiceLabels(block: JsonObject, element: JsonObject): string[] {
  const own = [textOf(element.placeholder), textOf(block.text), String(element.action_id)];
  const optionTexts = objectsOf(element.options).map((option) => textOf(option.text));
  return [...own, ...optionTexts].filter((label) => label !== '');
}

/** Every field of a form, known by its label. */
export function fields(blocks: JsonObject[]): Control[] {
  return blocks
    .filter((block) => block.type === 'input')
    .map((block) => ({ block, element: objectOf(block.element), labels: [textOf(block.label)] }));
}

/** Visible labels of everything that can be pressed. */
export function buttonLabels(blocks: JsonObject[]): string[] {
  return pressables(blocks).flatMap((control) => control.labels);
}

/** The controls that match: exact labels when there are any, otherwise labels that contain the words. */
export function matching<T extends Control>(controls: T[], label: Label): T[] {
  if (label instanceof RegExp) return controls.filter((control) => control.labels.some((one) => label.test(one)));
  const exact = controls.filter((control) => control.labels.includes(label));
  return exact.length > 0 ? exact : controls.filter((control) => control.labels.some((one) => one.includes(label)));
}
