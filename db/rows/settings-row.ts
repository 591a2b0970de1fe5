import { z } from 'zod';
import { readSettings, type Settings } from '../../src/settings.ts';
import type { SettingsChange, UserGroup } from '../ports.ts';
import { Author as AuthorShape } from '../shapes/parts.ts';
import { storedSettings } from '../shapes/settings.ts';
import { json } from '../shapes/stored.ts';

/** A change as it is kept, and back. */
export const changeRow = ({ at, by, changes }: SettingsChange) => ({
  at,
  by: JSON.stringify(by),
  changes: JSON.stringify(changes),
});

const Change = z.object({
  by: AuthorShape,
  changes: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
});

export function changeOf(row: { revision: number; at: number; by: string; changes: string }) {
  const { revision, at } = row;
  return { revision, at, ...Change.parse({ by: json(row.by), changes: json(row.changes) }) };
}

/** Who is in a user group, as its row has it, and back. */
export const groupRow = ({ members, ...group }: UserGroup) => ({ ...group, members: JSON.stringify(members) });
export const groupOf = (row: Omit<UserGroup, 'members'> & { readonly members: string }): UserGroup => ({
  ...row,
  members: z.array(z.string()).parse(json(row.members)),
});

interface SettingsRow {
  readonly body: string;
  readonly shape: number;
}

/** Settings as they are kept. */
export const settingsRow = (said: Settings) => ({ body: JSON.stringify(said), shape: storedSettings.number });

/**
 * Reads the row of a workspace's settings, none while it has set nothing. Every payload asks for them and they hardly ever
 * change: the text is compared, not read again.
 */
export function settingsReader(): (team: string, row: SettingsRow | undefined) => Settings {
  const read = new Map<string, SettingsRow & { settings: Settings }>();
  return (team, row) => {
    const { body, shape } = row ?? { body: '{}', shape: storedSettings.number };
    const known = read.get(team);
    if (known?.body === body && known.shape === shape) return known.settings;
    const where = `settings of workspace ${team} (table settings)`;
    const settings = readSettings(storedSettings.read({ shape, where, value: () => json(body) }, undefined));
    read.set(team, { body, shape, settings });
    return settings;
  };
}
