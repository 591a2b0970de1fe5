import { bringFile } from '../changes/files.ts';
import { isObject, type JsonObject, numberOf, objectOf, objectsOf, stringOf, stringsOf, textOf } from '../json.ts';
import { fileObject } from '../objects/file.ts';
import type { StoredFile, User } from '../workspace/entities.ts';
import { type Asking, suggested } from './suggestions.ts';

/** A file a person picks from their device. */
export interface PickedFile {
  name: string;
  bytes: Uint8Array;
  mimetype?: string;
}

/** What a person can put into a field. Dates are 'YYYY-MM-DD', times 'HH:mm', moments a Date, Unix seconds or ISO text; options go by their `value` or their words. */
export type FillValue =
  | string
  | number
  | boolean
  | null
  | Date
  | { id: string }
  | { search: string; pick: string }
  | { value: string }
  | readonly (string | { id: string } | { value: string } | { fileId: string } | PickedFile)[];

/** Who enters what where. */
export interface Entry extends Asking {
  value: FillValue;
}

type Enter = (entry: Entry) => JsonObject | Promise<JsonObject>;

const text: Enter = (entry) => ({ value: entry.value === null || entry.value === '' ? null : typed(entry) });

// biome-ignore format: a table reads best as a table
const ENTER: Record<string, Enter> = {
  plain_text_input:     text,
  email_text_input:     (entry) => checkedSyntax(entry, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address'),
  url_text_input:       (entry) => checkedSyntax(entry, /^https?:\/\/\S+$/, 'a web address'),
  number_input:         number,
  rich_text_input:      (entry) => ({ rich_text_value: entry.value === null ? null : richText(String(entry.value)) }),
  datepicker:           (entry) => ({ selected_date: pattern(entry, /^\d{4}-\d\d-\d\d$/, 'a date such as 2026-12-31') }),
  timepicker:           (entry) => ({ selected_time: pattern(entry, /^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:30') }),
  datetimepicker:       (entry) => ({ selected_date_time: entry.value === null ? null : moment(entry) }),
  static_select:        (entry) => ({ selected_option: entry.value === null ? null : one(entry, offered(entry)) }),
  radio_buttons:        (entry) => ({ selected_option: one(entry, offered(entry)) }),
  external_select:      async (entry) => ({ selected_option: entry.value === null ? null : one(entry, await suggested(entry)) }),
  multi_static_select:  (entry) => ({ selected_options: several(entry, offered(entry)) }),
  checkboxes:           (entry) => ({ selected_options: entry.value === true ? offered(entry).slice(0, 1) : entry.value === false ? [] : several(entry, offered(entry)) }),
  multi_external_select: async (entry) => ({ selected_options: several(entry, await suggested(entry)) }),
  users_select:         (entry) => ({ selected_user: people(entry)[0] ?? null }),
  multi_users_select:   (entry) => ({ selected_users: limited(entry, people(entry)) }),
  conversations_select: (entry) => ({ selected_conversation: conversations(entry)[0] ?? null }),
  multi_conversations_select: (entry) => ({ selected_conversations: limited(entry, conversations(entry)) }),
  channels_select:      (entry) => ({ selected_channel: conversations(entry)[0] ?? null }),
  multi_channels_select: (entry) => ({ selected_channels: limited(entry, conversations(entry)) }),
  file_input:           (entry) => ({ files: pickedFiles(entry) }),
};

/** The state value that results when the person enters this; throws when the client would not let them. */
export async function entered(entry: Entry): Promise<JsonObject> {
  const type = String(entry.control.element.type);
  const enter = ENTER[type];
  if (enter === undefined) throw refused(entry, `is a ${type}, in which nothing can be entered`);
  return { type, ...(await enter(entry)) };
}

/** The client would not let the person enter this; `why` goes on after "this field". */
export class EntryRefused extends Error {
  override name = 'EntryRefused';
  readonly why: string;
  constructor(user: User, label: string | undefined, why: string) {
    super(`${user.realName}: the field "${label}" ${why}`);
    this.why = `field ${why}`;
  }
}

const refused = ({ user, control }: Entry, why: string) => new EntryRefused(user, control.labels[0], why);

function typed(entry: Entry): string {
  const { element } = entry.control;
  if (typeof entry.value !== 'string' && typeof entry.value !== 'number') throw refused(entry, 'takes text');
  const content = String(entry.value);
  const max = numberOf(element.max_length) ?? 3000;
  if (content.length > max) throw refused(entry, `takes ${max} characters, not ${content.length}`);
  if (element.multiline !== true && content.includes('\n')) throw refused(entry, 'has a single line');
  return content;
}

function checkedSyntax(entry: Entry, syntax: RegExp, what: string): JsonObject {
  if (entry.value === null || entry.value === '') return { value: null };
  const content = typed(entry);
  if (!syntax.test(content)) throw refused(entry, `takes ${what}, not "${content}"`);
  return { value: content };
}

function number(entry: Entry): JsonObject {
  if (entry.value === null || entry.value === '') return { value: null };
  const { element } = entry.control;
  const value = numberOf(entry.value);
  if (value === undefined) throw refused(entry, `takes a number, not "${String(entry.value)}"`);
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) throw refused(entry, 'takes whole numbers only');
  const [min, max] = [numberOf(element.min_value), numberOf(element.max_value)];
  if (min !== undefined && value < min) throw refused(entry, `takes ${min} or more`);
  if (max !== undefined && value > max) throw refused(entry, `takes ${max} or less`);
  return { value: String(entry.value) };
}

function pattern(entry: Entry, form: RegExp, what: string): string | null {
  if (entry.value === null) return null;
  if (typeof entry.value !== 'string' || !form.test(entry.value)) throw refused(entry, `takes ${what}`);
  return entry.value;
}

function moment(entry: Entry): number {
  const { value } = entry;
  const time =
    value instanceof Date ? value.getTime() : typeof value === 'number' ? value * 1000 : Date.parse(String(value));
  if (!Number.isFinite(time)) throw refused(entry, 'takes a date and time');
  return Math.floor(time / 1000);
}

/** The options of a menu, in groups or not. */
export function offered({ control }: Entry): JsonObject[] {
  const { options, option_groups: groups } = control.element;
  return [...objectsOf(options), ...objectsOf(groups).flatMap((group) => objectsOf(group.options))];
}

/** The option of that value or, unless only the value counts, of those words. */
function one(entry: Entry, options: JsonObject[]): JsonObject {
  const asked = stringOf(objectOf(entry.value).value);
  const wanted = asked ?? stringOf(objectOf(entry.value).pick) ?? stringOf(entry.value);
  const valued = options.find((option) => wanted !== undefined && option.value === wanted);
  if (valued !== undefined) return valued;
  const named = asked === undefined ? withWords(options, wanted) : [];
  const [found, ...others] = named;
  if (found !== undefined && others.length === 0) return found;
  const texts = (named.length > 0 ? named : options).map(({ text: words, value }) => `${value} "${textOf(words)}"`);
  const problem =
    named.length > 0 ? `offers more than one "${wanted}",` : `does not offer "${wanted ?? String(entry.value)}"`;
  throw refused(entry, `${problem} but: ${texts.join(', ') || 'nothing'}`);
}

/** The option with exactly these words, otherwise all that have them in them. */
function withWords(options: JsonObject[], words: string | undefined): JsonObject[] {
  if (words === undefined) return [];
  const exact = options.find((option) => textOf(option.text) === words);
  return exact === undefined ? options.filter((option) => textOf(option.text).includes(words)) : [exact];
}

function several(entry: Entry, options: JsonObject[]): JsonObject[] {
  const wanted = Array.isArray(entry.value) ? entry.value : entry.value === null ? [] : [entry.value];
  return limited(
    entry,
    wanted.map((value) => one({ ...entry, value }, options)),
  );
}

function limited<T>(entry: Entry, chosen: T[]): T[] {
  const max = numberOf(entry.control.element.max_selected_items) ?? Number.POSITIVE_INFINITY;
  if (chosen.length > max) throw refused(entry, `takes ${max} at most`);
  return chosen;
}

function people(entry: Entry): string[] {
  const { world, value } = entry;
  const wanted = Array.isArray(value) ? value : value === null ? [] : [value];
  return wanted.map((person) => {
    const user = world.workspace.person(isObject(person) ? String(person.id) : String(person));
    if (user.deleted) throw refused(entry, `does not list ${user.realName}, who is deactivated`);
    return user.id;
  });
}

function conversations({ world, value }: Entry): string[] {
  const wanted = Array.isArray(value) ? stringsOf(value) : value === null ? [] : [String(value)];
  return wanted.map((name) => world.workspace.conversation(name).id);
}

const FILE_MAX = 10 * 1024 ** 2;

function pickedFiles(entry: Entry): JsonObject[] {
  const { world, user, control, value } = entry;
  const files = Array.isArray(value) ? value.filter(isPickedFile) : [];
  const brought = Array.isArray(value) ? value.flatMap((one) => broughtFile(entry, objectOf(one).fileId)) : [];
  const max = numberOf(control.element.max_files) ?? 10;
  const types = stringsOf(control.element.filetypes);
  if (files.length + brought.length > max) throw refused(entry, `takes ${max} files at most`);
  for (const file of [...files, ...brought]) {
    if ((file.bytes?.length ?? 0) > FILE_MAX) throw refused(entry, `takes files up to 10 MB; ${file.name} is larger`);
    const extension = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
    if (types.length > 0 && !types.includes(extension))
      throw refused(entry, `takes ${types.join(', ')}; not ${file.name}`);
  }
  const stored = [...brought, ...files.map((file) => bringFile(world.workspace, user.id, file))];
  return stored.map((file) => fileObject(world.workspace, file));
}

/** A file of the person's own that was uploaded before it was chosen. */
function broughtFile({ world, user }: Entry, id: unknown): StoredFile[] {
  const file = typeof id === 'string' ? world.workspace.files.get(id) : undefined;
  return file !== undefined && file.owner === user.id && !file.deleted ? [file] : [];
}

function isPickedFile(value: unknown): value is PickedFile {
  return isObject(value) && typeof value.name === 'string' && value.bytes instanceof Uint8Array;
}

function richText(content: string): JsonObject {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: content }] };
  return { type: 'rich_text', elements: [section] };
}
