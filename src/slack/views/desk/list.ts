import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, section } from '../../../forms/blocks.ts';
import { bold, clip, plain } from '../../../forms/mrkdwn.ts';
import { type Saying, saidSetting } from '../../../office/say.ts';
import { SETTINGS_PAGES, type SettingsPage, settingsOn } from '../../../office/table.ts';
import { valueAt } from '../../../office/value.ts';
import type { Settings } from '../../../settings.ts';
import { deskIds, typeIds } from './ids.ts';
import { recordButtons } from './records/list.ts';

/** What was done, and what was not, as it stands above a list of the settings (mrkdwn). */
export const done = (text: string): string => `:white_check_mark: ${text}`;
export const notDone = (text: string): string => `:warning: ${text}`;

/** The block that says what has just been done. */
export const NOTICE = 'notice';

/** The settings, page by page, as they are; `notice` (mrkdwn) says what has just been done. */
export function settingsList(settings: Settings, saying: Saying, notice?: string): ModalView {
  const say = saying.words.settings;
  return {
    type: 'modal',
    callback_id: deskIds.list,
    title: plain(say.title),
    close: plain(say.close),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: NOTICE })]),
      actions([
        button(deskIds.preview, say.preview.open),
        button(deskIds.viewAs, say.as.open),
        button(deskIds.history, say.history.open),
        button(deskIds.health, say.health.open),
      ]),
      actions([...recordButtons(saying.words), button(typeIds.open, saying.words.types.title)], {
        block_id: 'records',
      }),
      ...SETTINGS_PAGES.map((page) => pageRow(page, settings, saying)),
      context(say.intro),
    ],
  };
}

/** Characters of what one row says. */
const ROW = 1200;

function pageRow(page: SettingsPage, settings: Settings, saying: Saying): KnownBlock {
  const say = saying.words.settings;
  const name = say.page[page];
  const lines = settingsOn(page).map(({ path }) => saidSetting(path, valueAt(settings, path), saying));
  return section(clip([bold(name), ...lines].join('\n'), ROW), {
    block_id: `page-${page}`,
    accessory: button(`${deskIds.page}:${page}`, say.edit, {
      value: page,
      accessibility_label: clip(say.editPage({ page: name }), 75),
    }),
  });
}
