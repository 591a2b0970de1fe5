import { Settings } from '../settings.ts';
import { type SettingPath, settingsTable } from './table.ts';

/** A setting from what to what, by its path. */
export interface Changed {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

const groupsOf = ({
  unreadable: _,
  ...groups
}: Settings): Readonly<Record<string, Readonly<Record<string, unknown>>>> => groups;

/** What a setting is. */
export function valueAt(settings: Settings, path: SettingPath): unknown {
  const [group = '', name = ''] = path.split('.');
  return groupsOf(settings)[group]?.[name];
}

/** The settings with one of them changed; why it cannot be that instead, in English, as operators read it. */
export function withSetting(
  settings: Settings,
  path: SettingPath,
  value: unknown,
): { readonly ok: Settings } | { readonly error: string } {
  const [group = '', name = ''] = path.split('.');
  const { unreadable, ...readable } = settings;
  // What could not be read there before is given up for the new value.
  const { [path]: _, ...others } = unreadable ?? {};
  const parsed = Settings.safeParse({
    ...readable,
    [group]: { ...groupsOf(settings)[group], [name]: value },
    ...(Object.keys(others).length > 0 ? { unreadable: others } : {}),
  });
  return parsed.success ? { ok: parsed.data } : { error: parsed.error.issues[0]?.message ?? '' };
}

/** What differs between two settings. */
export const changesBetween = (before: Settings, after: Settings): Changed[] =>
  settingsTable
    .map(({ path }) => ({ path, before: valueAt(before, path), after: valueAt(after, path) }))
    .filter((one) => !isSame(one.before, one.after));

/** Whether two values of a setting are the same; a list of people and groups has no order. */
export const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

const textOf = (value: unknown): string | undefined =>
  JSON.stringify(Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.toSorted() : value);
