import type { Entered } from '../../office/read.ts';
import { type SettingPath, type SettingsPage, settingsOn } from '../../office/table.ts';
import type { View } from '../transport/payloads.ts';
import { groupsBlock } from '../views/desk/page.ts';

/** What the inputs of a page hold, by setting; files are no value of a setting yet. */
export function typedIn(page: SettingsPage, { state }: View): Map<SettingPath, Entered> {
  const inputOf = (block: string) => Object.values(state?.values[block] ?? {})[0];
  return new Map(
    settingsOn(page).flatMap(({ path, kind }): [SettingPath, Entered][] => {
      const input = inputOf(path);
      if (!input || kind === 'logo' || kind === 'supervisors') return [];
      if (kind !== 'people')
        return [[path, input.value ?? input.selected_option?.value ?? input.selected_conversation ?? '']];
      const groups = inputOf(groupsBlock(path))?.selected_options ?? [];
      return [[path, [...(input.selected_users ?? []), ...groups.map(({ value }) => value)]]];
    }),
  );
}
