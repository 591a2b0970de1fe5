import type { Settings } from '../../src/settings.ts';

/** What a workspace has set. */
export interface WorkspaceSettings {
  settings(team: string): Promise<Settings>;
  saveSettings(team: string, settings: Settings): Promise<void>;
}
