import { readSettings, type Settings } from '../../src/settings.ts';
import { storedSettings } from '../shapes/settings.ts';
import { json } from '../shapes/stored.ts';

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
