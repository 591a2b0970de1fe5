import type { FieldView, ModalView } from '../server/acts/modal-view.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, stringOf, stringsOf, textOf } from '../server/json.ts';
import type { Message } from '../server/message-view.ts';
import { INSIDE, padded, styled, wrapped } from './terminal.ts';

/** Names of people and channels by their ids. */
export type Names = ReadonlyMap<string, string>;

/** Columns of a label and what follows it. */
const LABEL = 26;

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** A modal as lines: labels, what stands in the fields, errors under them, buttons. */
export function modalLines(modal: ModalView, names: Names): string[] {
  const trouble = modal.trouble === undefined ? [] : [styled('red', `! ${modal.trouble}`), ''];
  const fields = new Map(modal.fields.map((field) => [field.blockId, field]));
  const body = modal.blocks.flatMap((block) => {
    const field = block.type === 'input' ? fields.get(String(block.block_id)) : undefined;
    return field ? fieldLines(field, objectOf(block.element), names) : blockLines(block, names);
  });
  const buttons = [modal.close, modal.submit].filter(Boolean).map(button).join(' ');
  return [...trouble, ...body, '', `${' '.repeat(Math.max(0, INSIDE - buttons.length))}${buttons}`];
}

/** A message as lines: its blocks (or text), and the files that hang on it. */
export function messageLines(message: Message, names: Names): string[] {
  const body =
    message.blocks.length > 0
      ? message.blocks.flatMap((block) => blockLines(block, names))
      : textLines(message.text, names);
  return [...body, ...message.files.map((file) => styled('green', `[file] ${file.title}`))];
}

/** Blocks outside forms, as lines. */
function blockLines(block: JsonObject, names: Names): string[] {
  switch (block.type) {
    case 'header':
      return [styled('bold', textOf(block.text)), ''];
    case 'section':
      return sectionLines(block, names);
    case 'context':
      return textLines(objectsOf(block.elements).map(textOf).join(' '), names).map((line) => styled('dim', line));
    case 'actions':
      return [
        objectsOf(block.elements)
          .map((element) => button(textOf(element.text)))
          .join(' '),
      ];
    case 'divider':
      return [styled('dim', '─'.repeat(INSIDE))];
    default:
      return [`(${String(block.type)})`];
  }
}

function sectionLines(block: JsonObject, names: Names): string[] {
  const [first = '', ...rest] = block.text === undefined ? [''] : textLines(textOf(block.text), names);
  const press = textOf(objectOf(block.accessory).text);
  const own =
    press === '' ? [first, ...rest] : [`${padded(first, INSIDE - press.length - 3)} ${button(press)}`, ...rest];
  const fields = objectsOf(block.fields).flatMap((field) => {
    const [label = '', ...value] = textOf(field).split('\n');
    return row(label.replaceAll('*', ''), readable(value.join('\n'), names));
  });
  return [...(block.text === undefined ? [] : own), ...fields];
}

function fieldLines(field: FieldView, element: JsonObject, names: Names): string[] {
  const value =
    ticks(field, element) || fieldValue(field, names) || styled('dim', field.optional ? '(optional)' : '(empty)');
  const error = field.error === undefined ? [] : row('', styled('red', `! ${field.error}`));
  return [...row(field.label, value), ...error];
}

/** Check boxes and radio buttons, one a line; '' for anything else. */
function ticks({ value }: FieldView, { type, options }: JsonObject): string {
  if (type !== 'checkboxes' && type !== 'radio_buttons') return '';
  const chosen = [objectOf(value.selected_option), ...objectsOf(value.selected_options)].map((one) => one.value);
  const mark = type === 'checkboxes' ? { on: '[x]', off: '[ ]' } : { on: '(o)', off: '( )' };
  return objectsOf(options)
    .map((option) => `${chosen.includes(option.value) ? mark.on : mark.off} ${textOf(option.text)}`)
    .join('\n');
}

function fieldValue({ value }: FieldView, names: Names): string {
  const seconds = numberOf(value.selected_date_time);
  if (seconds) return moment.format(seconds * 1000);
  const one = objectOf(value.selected_option);
  const options = [...(one.text ? [one] : []), ...objectsOf(value.selected_options)].map((option) =>
    textOf(option.text),
  );
  const people = [stringOf(value.selected_user) ?? '', ...stringsOf(value.selected_users)].filter(Boolean);
  const files = objectsOf(value.files).map((file) => stringOf(file.name) ?? '');
  const chosen = [...options, ...people.map((id) => names.get(id) ?? id), ...files];
  return stringOf(value.value) ?? chosen.join(', ');
}

function row(label: string, value: string): string[] {
  const lines = value.split('\n').flatMap((line) => wrapped(line, INSIDE - LABEL));
  return lines.map((line, at) => `${styled('dim', padded(at === 0 ? label : '', LABEL))}${line}`);
}

const button = (label: string): string => `[${label}]`;

function textLines(text: string, names: Names): string[] {
  return readable(text, names)
    .split('\n')
    .flatMap((line) => wrapped(line, INSIDE, line.startsWith('• ') ? '  ' : ''));
}

/** Slack's mark-up as a person reads it: names, dates in this computer's zone, bold words. */
function readable(text: string, names: Names): string {
  return text
    .replaceAll(/<@(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${names.get(id) ?? 'Service Orders'}`)
    .replaceAll(/<#(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `#${names.get(id) ?? id}`)
    .replaceAll(/<!date\^(\d+)\^[^>]*>/g, (_, seconds: string) => moment.format(Number(seconds) * 1000))
    .replaceAll(/<[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/\*([^*\n]+)\*/g, (_, words: string) =>
      words
        .split(' ')
        .map((word) => styled('bold', word))
        .join(' '),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
