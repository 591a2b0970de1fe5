import type { KnownBlock, ModalView } from '@slack/types';
import { orderNumber } from '../order/text/order-number.ts';
import { actions, button, context as quiet, section } from './blocks.ts';
import type { FormContext } from './context.ts';
import { type Draft, filesIn } from './draft.ts';
import { inputBlock } from './fields/input.ts';
import { type Form, fieldsIn, fieldsOf, type Page, pagesOf, type Question } from './form.ts';
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
  const { control } = context.words.forms;
  return {
    type: 'modal',
    callback_id: formCallbackId(form.id),
    title: plain(form.title(context.words, context.order)),
    submit: plain(index === pages.length - 1 ? form.submit(context.words, context.order) : control.next),
    close: plain(control.cancel),
    ...(form.drafted ? { notify_on_close: true } : {}),
    private_metadata: drawing.metadata,
    blocks: [
      ...headBlocks(index, pages.length, context),
      ...(drawing.notice ? [section(drawing.notice, { block_id: 'notice' })] : []),
      ...(drawing.resumed ? [resumedBlock(context)] : []),
      ...keptCurrency(context),
      ...questionBlocks(form, drawing.questions ?? [], context),
      ...(page.intro?.(draft, context) ?? []),
      ...(page.items ? itemListBlocks(draft, context, page.items, drawing.itemOffset, drawing.generation) : []),
      ...inputBlocks(form, page, draft, context, drawing.generation),
      ...(index > 0 ? [actions([button(formActions.back, control.back)], { block_id: 'back' })] : []),
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

function headBlocks(index: number, count: number, { order, words: { forms } }: FormContext): KnownBlock[] {
  const about = order ? `${orderNumber(order.number)} · ${escaped(order.content.title)}` : '';
  const where = count > 1 ? forms.page.place({ page: index + 1, pages: count }) : '';
  const text = [about, where].filter(Boolean).join(' · ');
  return text ? [quiet(text, { block_id: 'head' })] : [];
}

/** Characters of the questions themselves; their frame stands beside them in a section. */
const QUESTIONS = 2700;

function questionBlocks(form: Form, questions: readonly Question[], { order, words }: FormContext): KnownBlock[] {
  if (questions.length === 0) return [];
  const { check, proceed } = words.forms.page;
  const lines = questions.map(({ text }) => `• ${text}`).join('\n');
  const text = `:warning: ${check}\n${clip(lines, QUESTIONS)}\n${proceed({ button: form.submit(words, order) })}`;
  return [section(text, { block_id: 'questions' })];
}

const resumedBlock = ({ words: { forms } }: FormContext): KnownBlock =>
  section(forms.page.restored, {
    block_id: 'resumed',
    accessory: button(formActions.discard, forms.control.startOver),
  });

function keptCurrency({ currency: kept, newerCurrency: newer, words }: FormContext): KnownBlock[] {
  return newer ? [section(words.forms.page.keptCurrency({ kept, newer }), { block_id: 'currency' })] : [];
}

function inputBlocks(form: Form, page: Page, draft: Draft, context: FormContext, generation: number): KnownBlock[] {
  const fields = fieldsIn(form, draft, context);
  return fieldsOf(page, draft, context).flatMap((name): KnownBlock[] => {
    const field = fields[name];
    if (!field || field.fromItems) return [];
    const input = inputBlock(name, field, { draft, context, drafted: form.drafted, generation });
    return input.element.type === 'file_input'
      ? [...keptFiles(name, draft.values[name] ?? null, context), input]
      : [input];
  });
}

/** Slack cannot fill in a file input again, so what is attached already is named above it. */
function keptFiles(name: string, current: Draft['values'][string], { words }: FormContext): KnownBlock[] {
  const names = filesIn(current).map((file) => file.name);
  if (names.length === 0) return [];
  const text = words.forms.page.attached({ files: listed(names, words) });
  return [section(text, { block_id: `kept-${name}` })];
}
