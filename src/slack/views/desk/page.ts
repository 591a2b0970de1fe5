import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { button, section } from '../../../forms/blocks.ts';
import { inputActionId } from '../../../forms/fields/fields.ts';
import { written } from '../../../forms/fields/numbers.ts';
import { clip, escaped, plain } from '../../../forms/mrkdwn.ts';
import { isGroupId } from '../../../office/authority.ts';
import { EXAMPLE_WEEK, weekdayNames, weekOf } from '../../../office/hours/calendar.ts';
import { DATES, dateLines, daysIn } from '../../../office/hours/dates.ts';
import type { Entered } from '../../../office/read.ts';
import { choiceText, labelOf, languageText, percentText } from '../../../office/say.ts';
import { type Setting, type SettingPath, settingsOn } from '../../../office/table.ts';
import { valueAt } from '../../../office/value.ts';
import { decimalText } from '../../../order/amounts/decimal.ts';
import { weekText } from '../../../order/clocks/week-text.ts';
import type { Settings } from '../../../settings.ts';
import type { Words } from '../../../words/words.ts';
import { type DeskState, deskIds, encodeDesk } from './ids.ts';

/** A user group that can be chosen. */
export interface OfferedGroup {
  readonly id: string;
  readonly name: string;
}

/** Options that one menu of Slack's holds. */
const MAX_OPTIONS = 100;

/** The block of the user groups beside the block of the people. */
export const groupsBlock = (path: string): string => `${path}:groups`;

/** What a page is drawn with. `entered`: what somebody has typed already, by path; of others, what is set. */
export interface SettingsPageDrawing {
  readonly state: DeskState;
  readonly settings: Settings;
  readonly entered: ReadonlyMap<string, Entered>;
  readonly groups: readonly OfferedGroup[];
  /** IANA; the reader's own, as an example. */
  readonly timeZone: string;
  /** mrkdwn: what happened meanwhile. */
  readonly notice?: string;
}

/** One page of settings as a form, filled in with what is set. Block ids are the settings' paths. */
export function settingsPage(drawing: SettingsPageDrawing, words: Words): ModalView {
  const say = words.settings;
  const { state, notice } = drawing;
  return {
    type: 'modal',
    callback_id: deskIds.page,
    private_metadata: encodeDesk(state),
    title: plain(clip(say.page[state.p], 24)),
    submit: plain(say.save),
    close: plain(say.cancel),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      ...settingsOn(state.p).flatMap((setting) => inputsOf(setting, drawing, words)),
    ],
  };
}

/** What is set, as its input holds it. */
export function enteredOf(setting: Setting, settings: Settings, { locale }: Words): Entered {
  const value = valueAt(settings, setting.path);
  if (setting.kind === 'people') return Array.isArray(value) ? value.map(String) : [];
  if (setting.kind === 'dates') return dateLines(daysIn(value));
  if (setting.kind === 'week') return weekText(weekOf(String(value)), weekdayNames(locale), '–').replaceAll('; ', '\n');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (setting.kind === 'percent')
    return written(decimalText(BigInt(typeof value === 'number' ? value : 0), 3), { locale, decimals: 2 });
  if (setting.kind === 'tolerance')
    return typeof value === 'number' ? written(decimalText(BigInt(value), 3), { locale, decimals: 2 }) : '';
  if (setting.kind === 'amount') return typeof value === 'string' ? written(value, { locale, decimals: 2 }) : '';
  return String(value ?? '');
}

function inputsOf(setting: Setting, drawing: SettingsPageDrawing, words: Words): KnownBlock[] {
  const { path } = setting;
  const { entered, settings } = drawing;
  const current = entered.get(path) ?? enteredOf(setting, settings, words);
  const label = labelOf(path, words);
  const input = (element: InputBlock['element'], extra: Partial<InputBlock> = {}): InputBlock => ({
    type: 'input',
    block_id: path,
    label: plain(label),
    element,
    optional: true,
    ...hintOf(setting, drawing, words),
    ...extra,
  });
  // It changes with the settings, so that Slack takes what is set then, and not what was typed before.
  const action_id = `${inputActionId}-${drawing.state.r}`;
  const text = typeof current === 'string' ? current : '';
  const ids = typeof current === 'string' ? [] : current;
  switch (setting.kind) {
    case 'yes_no':
    case 'choice': {
      const options = optionsOf(setting, words);
      const initial = options.find(({ value }) => value === text);
      const element = { type: 'radio_buttons' as const, action_id, options };
      return [input({ ...element, ...(initial ? { initial_option: initial } : {}) }, { optional: false })];
    }
    case 'language': {
      const options = [...new Set([...(text === '' ? [] : [text]), ...setting.tags])].map(
        (value): PlainTextOption => ({ text: plain(clip(languageText(value, words), 75)), value }),
      );
      const initial = options.find(({ value }) => value === text);
      const element = { type: 'static_select' as const, action_id, options };
      return [input({ ...element, ...(initial ? { initial_option: initial } : {}) }, { optional: false })];
    }
    case 'people':
      return peopleInputs(setting.path, label, ids, { drawing, action_id, input, words });
    case 'channel': {
      const filter = { include: ['public' as const, 'private' as const], exclude_bot_users: true };
      const element = { type: 'conversations_select' as const, action_id, filter };
      return [input({ ...element, ...(text === '' ? {} : { initial_conversation: text }) })];
    }
    case 'logo':
      return [...logoBlocks(settings, words), input({ type: 'file_input', action_id, max_files: 1 })];
    case 'supervisors':
      return [];
    case 'week':
    case 'dates': {
      const max_length = setting.kind === 'dates' ? DATES.text : WEEK_LENGTH;
      const shown = text === '' ? {} : { initial_value: clip(text, max_length) };
      const days = setting.kind === 'dates';
      // What was taken over is another input to Slack, so that it is shown.
      const id = days ? `${action_id}-${drawing.state.g ?? 0}` : action_id;
      const line = input({ type: 'plain_text_input', action_id: id, multiline: true, max_length, ...shown });
      return days ? [line, placesBlock(drawing.state, words)] : [line];
    }
    default: {
      const element = { type: 'plain_text_input' as const, action_id, multiline: setting.kind === 'lines' };
      const needed = setting.kind === 'percent' || setting.kind === 'count' || setting.kind === 'currency';
      const max_length = 'max' in setting && setting.kind !== 'count' ? setting.max : 60;
      const shown = text === '' ? {} : { initial_value: clip(text, max_length) };
      return [input({ ...element, max_length, ...shown }, { optional: !needed })];
    }
  }
}

/** Characters of office hours: seven days with all the spells that they can have. */
const WEEK_LENGTH = 800;

/** The menu whose public holidays are taken over once one is chosen; it is empty again then. */
const placesBlock = ({ r, g = 0 }: DeskState, { settings: { holidays } }: Words): KnownBlock =>
  section(escaped(holidays.takeOver), {
    block_id: 'places',
    accessory: {
      type: 'external_select',
      action_id: `${deskIds.places}:${r}-${g}`,
      min_query_length: 1,
      placeholder: plain(clip(holidays.place, 150)),
    },
  });

function optionsOf(setting: Setting, words: Words): PlainTextOption[] {
  const values = setting.kind === 'choice' ? setting.options : ['yes', 'no'];
  return values.map((value) => ({ text: plain(clip(choiceText(setting.path, value, words), 75)), value }));
}

function peopleInputs(
  path: SettingPath,
  label: string,
  ids: readonly string[],
  given: {
    readonly drawing: SettingsPageDrawing;
    readonly action_id: string;
    readonly input: (element: InputBlock['element'], extra?: Partial<InputBlock>) => InputBlock;
    readonly words: Words;
  },
): KnownBlock[] {
  const { drawing, action_id, input, words } = given;
  const people = ids.filter((id) => !isGroupId(id));
  const chosen = ids.filter(isGroupId);
  const shown = people.length > 0 ? { initial_users: people } : {};
  const users = input({ type: 'multi_users_select', action_id, ...shown });
  const options = groupOptions(drawing.groups, chosen);
  if (options.length === 0) return [users];
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  const { hint: _, ...groups } = input(
    { type: 'multi_static_select', action_id, options, ...(initial.length > 0 ? { initial_options: initial } : {}) },
    { block_id: groupsBlock(path), label: plain(words.settings.groups({ label })) },
  );
  return [users, groups];
}

/** The groups that can be chosen, those that are chosen already first, whatever Slack says of them now. */
export function groupOptions(offered: readonly OfferedGroup[], chosen: readonly string[]): PlainTextOption[] {
  const names = new Map(offered.map(({ id, name }) => [id, name]));
  return [...new Set([...chosen, ...names.keys()])]
    .slice(0, MAX_OPTIONS)
    .map((id) => ({ text: plain(clip(names.get(id) || id, 75)), value: id }));
}

function logoBlocks({ company }: Settings, { settings: { logo } }: Words): KnownBlock[] {
  if (company.logo === '') return [];
  return [
    section(logo.set, {
      block_id: 'logo',
      accessory: button(deskIds.removeLogo, logo.remove, { value: company.logo }),
    }),
  ];
}

function hintOf(
  { path }: Setting,
  { timeZone, settings }: SettingsPageDrawing,
  words: Words,
): Pick<InputBlock, 'hint'> {
  const { hint } = words.settings;
  const text = hints(timeZone, settings, words)[path] ?? plainHint(hint, path);
  return text === undefined ? {} : { hint: plain(clip(text, 2000)) };
}

/** Hints with something of the reader's in them. */
const hints = (zone: string, settings: Settings, words: Words): Partial<Record<SettingPath, string>> => {
  const { money, document, channel, hours, changes } = words.settings.hint;
  return {
    'money.taxRate': money.taxRate({ example: percentText(19_000, words) }),
    'changes.toleranceAmount': changes.toleranceAmount({ currency: settings.money.currency }),
    'hours.zone': hours.zone({ zone: zone === 'UTC' ? 'Europe/Madrid' : zone }),
    'hours.week': hours.week({ example: weekText(EXAMPLE_WEEK, weekdayNames(words.locale), '–') }),
    'document.timeZone': document.timeZone({ zone: zone === 'UTC' ? 'Europe/Madrid' : zone }),
    'channel.archiveAfterDays': channel.archiveAfterDays({ min: 0, max: 365 }),
  };
};

function plainHint(hint: Words['settings']['hint'], path: string): string | undefined {
  const [group = '', name = ''] = path.split('.');
  const ofGroup = Object.entries(hint).find(([key]) => key === group)?.[1] ?? {};
  const found: unknown = Object.entries(ofGroup).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
}
