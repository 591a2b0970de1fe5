import type { ExternalSelect, PlainTextOption } from '@slack/types';
import type { ClientOnFile, SiteOnFile } from '../../order/content.ts';
import type { FormContext } from '../context.ts';
import type { Draft, Raw } from '../draft.ts';
import type { Accepted, Field, StateValue } from '../form.ts';
import { searchInputs } from '../ids.ts';
import { clip, plain } from '../mrkdwn.ts';
import { type Choice, choiceIn, keptText, nothingOnFile, type OnFile, optionValue, recordIn } from '../on-file.ts';
import { type Asked, cleanText, text } from './fields.ts';

/** Slack's lengths of an option: its text, and its value. */
export const OPTION = { text: 75, value: 150 } as const;

/** Whom an order is for. */
export interface ClientAnswer {
  readonly name: string;
  readonly onFile?: ClientOnFile;
}

/** Where the work is done. `client`: whose site it is. */
export interface SiteAnswer {
  readonly location: string;
  readonly client?: string;
  readonly onFile?: SiteOnFile;
}

/** What a record is called in a list: `Acme GmbH · C-104`. As much of its name is shown as has room beside its number. */
export function recordText(name: string, externalId: string): string {
  if (externalId === '') return clip(name, OPTION.text);
  const code = clip(externalId, 40);
  return `${clip(name, OPTION.text - code.length - 3)} · ${code}`;
}

/** An option; undefined where Slack would not take its value. */
export function option(shown: string, choice: Choice): PlainTextOption | undefined {
  const value = optionValue(choice);
  return value.length > OPTION.value || shown === '' ? undefined : { text: plain(clip(shown, OPTION.text)), value };
}

/** A menu that the app fills while somebody searches it. `about` makes it another input to Slack. */
export const searchInput = (
  id: string,
  about: string | number,
  placeholder: string,
  initial: PlainTextOption | undefined,
): ExternalSelect => ({
  type: 'external_select',
  action_id: `${id}-${about}`,
  min_query_length: 0,
  placeholder: plain(placeholder),
  ...(initial ? { initial_option: initial } : {}),
});

const onFileOf = ({ onFile = nothingOnFile }: FormContext): OnFile => onFile;

/** What Slack says of an input that is a menu or a line of text, as things stand. */
export const readChoice = ({ selected_option, value }: StateValue): Raw => {
  if (selected_option) return keptChoice(selected_option.value);
  return typeof value === 'string' ? keptText(value) : null;
};

/** An option's value as it is kept: somebody's own words as they would have typed them. */
function keptChoice(value: string): string {
  const choice = choiceIn(value);
  return choice?.kind === 'text' ? keptText(choice.value) : value;
}

interface RecordOptions extends Asked {
  readonly max: number;
}

/** Own words where a menu is asked: those that an order has already stay possible. */
const wordsAllowed = (said: string, before: string | undefined, { freeClients }: OnFile): boolean =>
  freeClients || said === before;

/** The client: a line of text until a client is on file, then a menu of those who are. One from the file is never words. */
export function client({ max, ...asked }: RecordOptions): Field<ClientAnswer> {
  const typed = text({ ...asked, max });
  const isMenu = (raw: Raw, context: FormContext) => onFileOf(context).clients || recordIn(raw) !== '';
  return {
    ...asked,
    typed: true,
    said: saidClient,
    render: (raw, context) => {
      const { turn, clientRecords } = onFileOf(context);
      if (!isMenu(raw, context)) return typed.render(saidClient(raw, context), context);
      const record = clientRecords.get(recordIn(raw));
      const initial = record
        ? option(recordText(record.name, record.onFile.externalId), { kind: 'record', value: record.onFile.id })
        : wordsOption(raw);
      return searchInput(searchInputs.client, turn, context.words.fields.search.client, initial);
    },
    read: readChoice,
    accept: (raw, context): Accepted<ClientAnswer> => {
      const choice = choiceIn(raw);
      const { error } = context.words.fields;
      const onFile = onFileOf(context);
      if (choice?.kind === 'add') return { error: error.option };
      if (choice?.kind === 'record') {
        const record = onFile.clientRecords.get(choice.value);
        if (!record) return { error: error.option };
        if (!record.active) return { error: error.inactiveClient({ name: record.name }) };
        return { ok: { name: record.name, onFile: record.onFile } };
      }
      const words = typed.accept(choice?.value ?? null, context);
      if ('error' in words) return words;
      if (onFile.clients && !wordsAllowed(words.ok, context.order?.content.client, onFile))
        return { error: error.clientNotOnFile };
      return { ok: { name: words.ok } };
    },
  };
}

/**
 * The service location: a line of text, or a menu of the sites of a client on file. One from the file is never words, so that it
 * goes when its client does.
 */
export function site({ max, ...asked }: RecordOptions): Field<SiteAnswer> {
  const typed = text({ ...asked, max });
  const isMenu = (raw: Raw, context: FormContext) => {
    const { client, sites, adds } = onFileOf(context);
    return recordIn(raw) !== '' || (client !== '' && (sites || adds));
  };
  return {
    ...asked,
    typed: true,
    said: saidSite,
    render: (raw, context) => {
      const { client, turn, siteRecords } = onFileOf(context);
      if (!isMenu(raw, context)) return typed.render(saidSite(raw, context), context);
      const record = siteRecords.get(recordIn(raw));
      const initial = record
        ? option(recordText(record.location, record.onFile.externalId), { kind: 'record', value: record.onFile.id })
        : wordsOption(raw);
      return searchInput(searchInputs.site, `${turn}-${client}`, context.words.fields.search.site, initial);
    },
    read: readChoice,
    accept: (raw, context): Accepted<SiteAnswer> => {
      const choice = choiceIn(raw);
      const { error } = context.words.fields;
      const onFile = onFileOf(context);
      if (choice?.kind === 'add') return { error: error.option };
      if (choice?.kind === 'record') {
        const record = onFile.siteRecords.get(choice.value);
        if (!record) return { error: error.option };
        if (!record.active) return { error: error.inactiveSite({ name: record.location }) };
        return { ok: { location: record.location, client: record.client, onFile: record.onFile } };
      }
      const words = typed.accept(choice?.value ?? null, context);
      if ('error' in words) return words;
      // Of a client who has no site on file it can only be typed.
      if (onFile.sites && !wordsAllowed(words.ok, context.order?.content.location, onFile))
        return { error: error.siteNotOnFile };
      return { ok: { location: words.ok } };
    },
  };
}

/** A line of the catalogue, or none: answers its id. What it says fills in the other fields when it is chosen. */
export function catalogueLine(asked: Asked): Field<string | null | undefined> {
  return {
    ...asked,
    optional: true,
    dispatches: true,
    render: (raw, context) => {
      const line = onFileOf(context).lines.get(recordIn(raw));
      const initial = line && option(recordText(line.description, line.externalId), { kind: 'record', value: line.id });
      return searchInput(searchInputs.item, 0, context.words.fields.search.item, initial);
    },
    read: ({ selected_option }) => selected_option?.value ?? null,
    accept: (raw, context) => {
      if (raw === null) return { ok: null };
      const line = onFileOf(context).lines.get(recordIn(raw));
      const { error } = context.words.fields;
      if (!line) return { error: error.option };
      return line.active ? { ok: line.id } : { error: error.inactiveItem({ name: line.description }) };
    },
  };
}

/** Somebody's own words as the option that is chosen. */
function wordsOption(raw: Raw): PlainTextOption | undefined {
  const choice = choiceIn(raw);
  return choice?.kind === 'text' ? option(cleanText(choice.value, false), choice) : undefined;
}

const saidClient = (raw: Raw, context: FormContext): string =>
  saidOf(raw, (id) => onFileOf(context).clientRecords.get(id)?.name);

const saidSite = (raw: Raw, context: FormContext): string =>
  saidOf(raw, (id) => onFileOf(context).siteRecords.get(id)?.location);

/** Whom an order is for and where, in words, as it is answered so far. */
export const saidWhere = (
  { client = null, location = null }: Draft['values'],
  context: FormContext,
): { client: string; location: string } => ({
  client: saidClient(client, context),
  location: saidSite(location, context),
});

function saidOf(raw: Raw, named: (id: string) => string | undefined): string {
  const choice = choiceIn(raw);
  if (!choice) return '';
  return choice.kind === 'record' ? (named(choice.value) ?? '') : choice.value;
}
