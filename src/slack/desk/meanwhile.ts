import { type SettingPath, settingsOn } from '../../office/table.ts';
import { isSame } from '../../office/value.ts';
import type { Author } from '../../order/people.ts';
import type { Deps } from '../deps.ts';
import { changeText, whoIn } from '../views/desk/history.ts';
import type { DeskState } from '../views/desk/ids.ts';
import type { AtDesk } from './admin.ts';

/** Changes that are looked at for what happened to a page while it was open. */
export const MEANWHILE = 100;

/** A setting that others have changed since a page was drawn. `before` and `after`: as its author is told. */
export interface Meanwhile {
  readonly path: SettingPath;
  readonly by: Author;
  /** What it was when the page was drawn. */
  readonly drawn: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What others have changed on a page since it was drawn, each setting from what it was then. What was changed and changed back
 * counts where the page has another value for it (`values`): this may be the very page that was saved and undone.
 */
export async function changedSince(
  { store, team }: Deps,
  { p, r }: DeskState,
  revision: number,
  values: ReadonlyMap<SettingPath, unknown>,
): Promise<Meanwhile[]> {
  if (revision === r) return [];
  const changes = await store.settingsChanges(team, { limit: MEANWHILE });
  const since = changes.filter((one) => one.revision > r).reverse();
  const found = new Map<SettingPath, Meanwhile>();
  for (const { by, changes } of since)
    for (const { path: changed, before, after } of changes) {
      // The logo is no input that could be overwritten unseen.
      const path = settingsOn(p).find((one) => one.path === changed && one.kind !== 'logo')?.path;
      if (path === undefined) continue;
      const drawn = found.get(path)?.drawn ?? before;
      found.set(path, { path, by, drawn, after, before: isSame(drawn, after) ? before : drawn });
    }
  return [...found.values()].filter(
    ({ path, drawn, after }) => !isSame(drawn, after) || (values.has(path) && !isSame(values.get(path), after)),
  );
}

/** Who changed what meanwhile (mrkdwn): the author of the page has it before them, and decides. */
export function meanwhileText(
  changed: readonly Meanwhile[],
  { saying, words }: Pick<AtDesk, 'saying' | 'words'>,
): string {
  const [first] = changed;
  const text = words.settings.meanwhile({ name: first ? whoIn(first.by, words) : '' });
  return [`:warning: ${text}`, ...changed.map((one) => changeText(one, saying))].join('\n');
}
