import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { orderNumber } from '../order/order.ts';
import { actions, button, context as quiet, section } from './blocks.ts';
import { inputActionId } from './fields.ts';
import {
  type Draft,
  type Form,
  type FormContext,
  fieldsOf,
  filesIn,
  type Page,
  pagesOf,
  type Question,
} from './form.ts';
import { formActions, formCallbackId } from './ids.ts';
import { itemListBlocks } from './item-list.ts';
import { clip, escaped, plain } from './mrkdwn.ts';
import { listed } from './sizes.ts';

/** What a page is drawn with besides the form itself. */
export interface Drawing {
  readonly page: string;
  readonly metadata: string;
  /** Which item the list starts with. */
  readonly itemOffset: number;
  /** Changes when Slack must forget what was typed and take the initial values. */
  readonly generation: number;
  /** A sentence above everything (mrkdwn): what happened meanwhile, what to look at. */
  readonly notice?: string | undefined;
  /** What the person is asked about before they send the form. */
  readonly questions?: readonly Question[];
  /** The form was found half filled in from earlier. */
  readonly resumed?: boolean;
}

/** One page of a form as a Block Kit modal. `block_id` is the field's name, so that errors need no translation. */
export function modal(form: Form, draft: Draft, context: FormContext, drawing: Drawing): ModalView {
  const pages = pagesOf(form, draft, context);
  const index = Math.max(
    0,
    pages.findIndex(({ id }) => id === drawing.page),
  );
  const page = pages[index];
  if (!page) throw new Error(`form ${form.id} has no page to show`);
  return {
    type: 'modal',
    callback_id: formCallbackId(form.id),
    title: plain(form.title),
    submit: plain(index === pages.length - 1 ? form.submit : 'Next'),
    close: plain('Cancel'),
    ...(form.drafted ? { notify_on_close: true } : {}),
    private_metadata: drawing.metadata,
    blocks: [
      ...headBlocks(index, pages.length, context),
      ...(drawing.notice ? [section(drawing.notice, { block_id: 'notice' })] : []),
      ...(drawing.resumed ? [resumed] : []),
      ...keptCurrency(context),
      ...questionBlocks(form, drawing.questions ?? []),
      ...(page.intro?.(draft, context) ?? []),
      ...(page.items ? itemListBlocks(draft, context, page.items, drawing.itemOffset) : []),
      ...inputBlocks(form, page, draft, context, drawing.generation),
      ...(index > 0 ? [back] : []),
    ],
  };
}

/** The page that follows, or undefined on the last one. */
export function pageAfter(form: Form, page: string, draft: Draft, context: FormContext): Page | undefined {
  const pages = pagesOf(form, draft, context);
  return pages[pages.findIndex(({ id }) => id === page) + 1];
}

/** The page before, or the first one. */
export function pageBefore(form: Form, page: string, draft: Draft, context: FormContext): Page | undefined {
  const pages = pagesOf(form, draft, context);
  return pages[Math.max(0, pages.findIndex(({ id }) => id === page) - 1)];
}

function headBlocks(index: number, count: number, { order }: FormContext): KnownBlock[] {
  const about = order ? `${orderNumber(order.number)} · ${escaped(order.content.title)}` : '';
  const where = count > 1 ? `Page ${index + 1} of ${count}` : '';
  const text = [about, where].filter(Boolean).join(' · ');
  return text ? [quiet(text, { block_id: 'head' })] : [];
}

function questionBlocks(form: Form, questions: readonly Question[]): KnownBlock[] {
  if (questions.length === 0) return [];
  const lines = questions.map(({ text }) => `• ${text}`).join('\n');
  const go = `If this is right, press *${escaped(form.submit)}*.`;
  return [section(`:warning: *Please check*\n${clip(lines, 2800)}\n${go}`, { block_id: 'questions' })];
}

const resumed = section('You had begun this form; here is what you had typed.', {
  block_id: 'resumed',
  accessory: button(formActions.discard, 'Start afresh'),
});

function keptCurrency({ currency: kept, newerCurrency: newer }: FormContext): KnownBlock[] {
  const text = `The prices of this order are in ${kept}, as you entered them. The workspace now uses ${newer}. To use ${newer}, remove the prices or start a new order.`;
  return newer ? [section(text, { block_id: 'currency' })] : [];
}

function inputBlocks(form: Form, page: Page, draft: Draft, context: FormContext, generation: number): KnownBlock[] {
  return fieldsOf(page, draft, context).flatMap((name): KnownBlock[] => {
    const field = form.fields[name];
    if (!field) return [];
    const current = draft.values[name] ?? null;
    const element = { ...field.render(current, context), action_id: `${inputActionId}-${generation}` };
    const files = element.type === 'file_input';
    const typed = element.type === 'plain_text_input';
    const input: InputBlock = {
      type: 'input',
      block_id: name,
      label: plain(field.label),
      element:
        form.drafted && typed
          ? { ...element, dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
          : element,
      optional: field.optional ?? false,
      ...(field.hint ? { hint: plain(typeof field.hint === 'string' ? field.hint : field.hint(context)) } : {}),
      ...(form.drafted && !files ? { dispatch_action: true } : {}),
    };
    return files ? [...keptFiles(name, current), input] : [input];
  });
}

/** Slack cannot fill in a file input again, so what is attached already is named above it. */
function keptFiles(name: string, current: Draft['values'][string]): KnownBlock[] {
  const names = filesIn(current).map((file) => file.name);
  if (names.length === 0) return [];
  return [section(`Attached so far: ${listed(names)}`, { block_id: `kept-${name}` })];
}

const back = actions([button(formActions.back, 'Back')], { block_id: 'back' });
