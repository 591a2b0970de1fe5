/** `npm run settings`: shows or changes the business's settings, as admins do in Slack. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openStore } from '../db/open.ts';
import type { Asset, Store } from '../db/ports.ts';
import { configFromEnvironment } from './config.ts';
import { createLog } from './log.ts';
import { countsAnew, groupsNamed } from './office/authority.ts';
import { movesClocks } from './office/clocks.ts';
import { type DatesError, dateLines, readDates } from './office/hours/dates.ts';
import { readSetting, settingErrorText } from './office/read.ts';
import { type Setting, settingAt, settingsTable } from './office/table.ts';
import { changesBetween, withSetting } from './office/value.ts';
import { currencyDecimals } from './order/amounts/currencies.ts';
import type { Author } from './order/people.ts';
import { datesPrintedIn } from './pdf/print.ts';
import { createDecoder } from './pictures/decoder.ts';
import type { Settings } from './settings.ts';
import { logoProblemText } from './slack/desk/logo-problem.ts';
import { pricesChannelProblem, readersText } from './slack/desk/prices-channel.ts';
import { createClients, identify, type SlackAccess } from './slack-api/connect.ts';
import { type LookedAt, lookAtOfficeChannel } from './slack-api/office-channel.ts';
import { readTaxRate, taxRateProblem, taxRateText } from './tax-rate.ts';
import { wordsFor } from './words/words.ts';

const USAGE = `Usage:
  npm run settings                                  shows all settings
  npm run settings -- set company.name "Acme Ltd"   changes one, or several: name value name value …
  npm run settings -- set company.address "12 Main Street\\nSpringfield"   \\n begins a new line
  npm run settings -- set company.logo logo.svg     takes the picture in a file (PNG, JPEG, SVG); "" removes it
`;

/** The settings with one of them changed; a sentence instead when there is no such setting or it cannot be that. */
export function changedSettings(settings: Settings, path: string, text: string): Settings | string {
  const setting = settingAt(path);
  if (!setting) {
    const all = settingsTable.map((one) => one.path);
    return `Unknown setting ${path}. The settings are: ${all.join(', ')}.`;
  }
  const read = setting.kind === 'percent' ? readTaxRate(text, settings.document.locale) : undefined;
  if (read && 'error' in read) return `${path} cannot be ${text}: ${taxRateProblem(read.error)}.`;
  const days = setting.kind === 'dates' ? readDates(linesOf(text)) : undefined;
  if (days && 'error' in days) return `${path} cannot be ${text}: ${datesProblem(days.error)}.`;
  const margin = MARGINS.has(setting.kind) ? readMargin(setting, text, settings) : undefined;
  if (margin && 'error' in margin) return `${path} cannot be ${text}: ${settingErrorText(margin.error, wordsFor())}`;
  const changed = withSetting(
    settings,
    setting.path,
    read?.rate ?? days?.ok ?? (margin ? margin.ok : meant(setting, text)),
  );
  if ('ok' in changed) return changed.ok;
  const why = setting.kind === 'yes_no' ? 'enter true or false' : changed.error || 'not valid';
  return `${path} cannot be ${text || '""'}: ${why}.`;
}

/** Kinds that may be empty, and are read as admins type them in Slack. */
const MARGINS: ReadonlySet<Setting['kind']> = new Set(['tolerance', 'amount']);

function readMargin(setting: Setting, text: string, { document, money: { currency } }: Settings) {
  return readSetting(setting, text, document.locale, { currency, decimals: currencyDecimals(currency) ?? 2 });
}

/** What is typed as the value it stands for: of numbers, choices of two and lists, JSON; of anything else, text. */
function meant({ kind }: Setting, text: string): unknown {
  switch (kind) {
    case 'yes_no':
    case 'count':
    case 'people':
    case 'supervisors':
      return parsedJson(text);
    // A shell takes line breaks badly: an address may have them as \n.
    case 'lines':
      return linesOf(text);
    default:
      return text;
  }
}

const linesOf = (text: string): string => text.replace(/\\r\\n|\\n|\r\n?/g, '\n');

/** Why a text is no list of days. */
function datesProblem(error: DatesError): string {
  if (error.kind === 'date') return `“${error.text}” does not begin with a date such as 2026-12-25`;
  return error.kind === 'dates' ? `there can be up to ${error.max} days` : `it is longer than ${error.max} characters`;
}

const TAX_RATE = 'money.taxRate';

/** Settings as they are shown: rates as the percentages that they are, holidays as they are typed. */
export const shownSettings = ({ money, hours, changes, ...settings }: Settings) => ({
  ...settings,
  changes: { ...changes, tolerance: changes.tolerance === null ? null : taxRateText(changes.tolerance) },
  money: { ...money, taxRate: taxRateText(money.taxRate) },
  hours: { ...hours, holidays: dateLines(hours.holidays).split('\n').filter(Boolean) },
});

/** `money.taxRate is 19 %`: what was understood. */
export function saidBack(settings: Settings, path: string): string {
  if (path === 'company.logo') return settings.company.logo ? 'company.logo is set' : 'company.logo is removed';
  const [group = '', name = ''] = path.split('.');
  const { unreadable, ...groups }: Record<string, Record<string, unknown> | undefined> = shownSettings(settings);
  const value = groups[group]?.[name];
  return `${path} is ${path === TAX_RATE ? value : JSON.stringify(value)}`;
}

/** What a locale means for dates in PDFs, when it is not what one would think; '' otherwise. */
export const localeNote = (locale: string): string =>
  datesPrintedIn(locale) === locale
    ? ''
    : ` PDFs print dates in English: the fonts that come with the app do not have the letters of ${locale}.`;

/** Why a file could not be read, in words. */
function unread(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder; name the file in it';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return `the file cannot be read (${code || error})`;
}

/** The picture in a file, as it is kept for printing; a sentence instead when it cannot be. */
export async function logoFrom(file: string, team: string): Promise<Asset | string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return `company.logo cannot be ${file}: ${unread(error)}.`;
  }
  const decoder = createDecoder();
  const logo = await decoder.logo(bytes).finally(() => decoder.stop());
  if ('code' in logo) return `company.logo cannot be ${file}: ${logoProblemText(logo, wordsFor())}`;
  return { team, sha256: createHash('sha256').update(logo.bytes).digest('hex'), ...logo };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Who changes settings on the command line: the history names no person, since the command knows none. */
const COMMAND: Author = { kind: 'system', id: 'settings', name: 'npm run settings' };

/** What is to be known of what was set; throws a sentence where Slack says that it cannot be. */
async function noteOn(
  paths: ReadonlySet<string>,
  settings: Settings,
  { config, store, team }: { readonly config: SlackAccess; readonly store: Store; readonly team: string },
): Promise<string> {
  const { channel } = settings.prices;
  const locale = paths.has('document.locale') ? localeNote(settings.document.locale) : '';
  if (!paths.has('prices.channel') || channel === '') return locale;
  const { lookup } = createClients(config, createLog('silent'));
  const readers = await pricesChannelNote(await lookAtOfficeChannel(lookup, channel), settings, store, team);
  return `${locale}${readers === '' ? '' : ` ${readers}`}`;
}

/** Who else reads in a channel for documents with prices; throws a sentence when it can get none. */
export async function pricesChannelNote(
  channel: LookedAt,
  settings: Settings,
  store: Store,
  team: string,
): Promise<string> {
  const words = wordsFor();
  const problem = pricesChannelProblem(channel, words);
  if (problem !== undefined) throw new Error(`prices.channel cannot be ${settings.prices.channel}: ${problem}`);
  if (channel.kind !== 'fit') return '';
  const people = await Promise.all(channel.members.map((id) => store.person(team, id)));
  const groups = new Map((await store.userGroups(team, groupsNamed(settings))).map(({ id, members }) => [id, members]));
  const known = people.filter((one) => one !== undefined);
  return readersText(channel.name, known, { settings, groups, words }) ?? '';
}

async function main([verb, ...pairs]: string[]): Promise<string> {
  if (verb !== undefined && (verb !== 'set' || pairs.length === 0 || pairs.length % 2 === 1)) throw new Error(USAGE);
  const config = configFromEnvironment();
  const { team } = await identify(config, createLog('silent'));
  const store = await openStore(config.databaseUrl, undefined, undefined, config.keysFile);
  try {
    const read = await store.settingsAsOf(team);
    let { settings } = read;
    if (verb === undefined) return `${JSON.stringify(shownSettings(settings), null, 2)}\n`;
    for (let at = 0; at < pairs.length; at += 2) {
      const [path = '', text = ''] = pairs.slice(at, at + 2);
      const logo = path === 'company.logo' && text !== '' ? await logoFrom(text, team) : undefined;
      if (typeof logo === 'string') throw new Error(logo);
      // Kept before the settings name it; one that nothing names does no harm.
      if (logo) await store.saveAsset(logo);
      const changed = changedSettings(settings, path, logo?.sha256 ?? text);
      if (typeof changed === 'string') throw new Error(changed);
      settings = changed;
    }
    const paths = new Set(pairs.filter((_, at) => at % 2 === 0));
    const note = await noteOn(paths, settings, { config, store, team });
    const change = { at: Math.floor(Date.now() / 1000), by: COMMAND, changes: changesBetween(read.settings, settings) };
    if (change.changes.length > 0 && !(await store.changeSettings(team, read.revision, settings, change)))
      throw new Error('Somebody changed the settings just now. Nothing was changed here; try again.');
    if (movesClocks(change.changes.map((one) => one.path))) await store.checkNow(team, Date.now());
    const { intro, limits, page } = wordsFor().settings;
    const { currency } = settings.money;
    const counts = countsAnew(read.settings, settings) ? ` ${limits.currency({ currency, page: page.limits })}` : '';
    const understood = [...paths].map((path) => saidBack(settings, path)).join(', ');
    return `Saved: ${understood}. ${intro}${counts}${note}\n`;
  } finally {
    await store.close();
  }
}

if (process.argv[1]?.includes('settings-command')) {
  main(process.argv.slice(2)).then(
    (text) => process.stdout.write(text),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
