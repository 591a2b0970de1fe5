import { type JsonObject, objectOf, textOf } from '../json.ts';
import type { OpenView } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { buttonKeys, buttonLabels, fields } from './controls.ts';
import { shownBlocks } from './render.ts';

/** One field of a form on the screen. */
export interface FieldView {
  label: string;
  hint: string;
  optional: boolean;
  type: string;
  blockId: string;
  /** The state value of section 2.6, e.g. `{ type, value }`. */
  value: JsonObject;
  error?: string;
}

/** A modal as the person sees it. */
export interface ModalView {
  id: string;
  title: string;
  submit: string;
  close: string;
  callbackId: string;
  externalId: string;
  privateMetadata: string;
  hash: string;
  blocks: JsonObject[];
  fields: FieldView[];
  buttons: string[];
  /** The keys of its buttons, in the same order. */
  actions: string[];
  /** Everything on it as plain text. */
  shown: string;
  /** Errors under fields, by block_id. */
  errors: Record<string, string>;
  /** The banner shown when Slack had trouble with the app. */
  trouble?: string;
}

/** The App Home as the person sees it. */
export interface HomeView {
  id: string;
  hash: string;
  blocks: JsonObject[];
  buttons: string[];
  actions: string[];
  shown: string;
}

/** A snapshot of a modal. */
export function modalView(workspace: Workspace, view: OpenView): ModalView {
  return {
    id: view.id,
    title: textOf(view.title),
    submit: textOf(view.submit),
    close: textOf(view.close) || 'Cancel',
    callbackId: view.callbackId,
    externalId: view.externalId,
    privateMetadata: view.privateMetadata,
    hash: view.hash,
    blocks: structuredClone(view.blocks),
    fields: fields(view.blocks).map(({ block, element, labels }) => {
      const blockId = String(block.block_id);
      const error = view.errors[blockId];
      const value = objectOf(view.state[blockId]?.[String(element.action_id)]);
      const shape = { label: labels[0] ?? '', hint: textOf(block.hint), optional: block.optional === true };
      return {
        ...shape,
        type: String(element.type),
        blockId,
        value: structuredClone(value),
        ...(error === undefined ? {} : { error }),
      };
    }),
    buttons: buttonLabels(view.blocks),
    actions: buttonKeys(view.blocks),
    shown: shownBlocks(workspace, view.blocks),
    errors: { ...view.errors },
    ...(view.trouble === undefined ? {} : { trouble: view.trouble }),
  };
}

/** A snapshot of a home. */
export function homeView(workspace: Workspace, view: OpenView): HomeView {
  const blocks = structuredClone(view.blocks);
  const pressed = { buttons: buttonLabels(blocks), actions: buttonKeys(blocks) };
  return { id: view.id, hash: view.hash, blocks, ...pressed, shown: shownBlocks(workspace, blocks) };
}
