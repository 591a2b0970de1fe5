import type { Author } from '../../src/order/people.ts';
import type { Settings } from '../../src/settings.ts';
import type { KeptDraft } from '../shapes/draft.ts';

/** A Slack user as last read. */
export interface PersonRecord {
  readonly team: string;
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot' | 'deactivated';
  /** Workspace admin or owner. */
  readonly admin: boolean;
  /** Milliseconds. */
  readonly fetchedAt: number;
  /** When this was last changed in Slack, by its own clock: seconds. 0 or nothing where it was not said. */
  readonly updated?: number;
  /** The language of their Slack, as Slack names it (`es-LA`). Empty or nothing where it was not said. */
  readonly locale?: string;
}

/** People, as Slack last described them. */
export interface Directory {
  person(team: string, id: string): Promise<PersonRecord | undefined>;
  /** Keeps what Slack says of people; what is older than what is kept (`updated`) changes nothing. */
  savePeople(people: readonly PersonRecord[]): Promise<void>;
  /** Members who are admins or owners, by name. */
  admins(team: string, limit: number): Promise<PersonRecord[]>;
}

/** Who changed settings, and when (seconds): each from what to what, by path (`money.taxRate`). */
export interface SettingsChange {
  readonly at: number;
  readonly by: Author;
  readonly changes: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
}

/** A user group that settings name, as Slack last described it. */
export interface UserGroup {
  readonly team: string;
  readonly id: string;
  readonly name: string;
  /** Ids. */
  readonly members: readonly string[];
  /** Milliseconds. */
  readonly fetchedAt: number;
}

/** What a workspace has set. */
export interface WorkspaceSettings {
  settings(team: string): Promise<Settings>;
  /** The same with how often it was changed, by which two admins at once are told apart. */
  settingsAsOf(team: string): Promise<{ readonly settings: Settings; readonly revision: number }>;
  /** Saves settings that were read at this revision; false when somebody has changed them since: nothing is saved then. */
  changeSettings(team: string, revision: number, settings: Settings, change: SettingsChange): Promise<boolean>;
  /** The newest changes first; `before`: of revisions below it. */
  settingsChanges(
    team: string,
    page: { readonly limit: number; readonly before?: number },
  ): Promise<(SettingsChange & { readonly revision: number })[]>;
  /** Sets everything without asking what was there, and leaves no trace: for a workspace that has nothing yet. */
  saveSettings(team: string, settings: Settings): Promise<void>;
  /** Those that were saved, of these ids. */
  userGroups(team: string, ids: readonly string[]): Promise<UserGroup[]>;
  saveUserGroup(group: UserGroup): Promise<void>;
}

/** Whose unfinished form: one per person, form and order ('' for a new order). */
export interface DraftKey {
  readonly team: string;
  readonly person: string;
  readonly form: string;
  readonly order: string;
}

export interface Draft extends DraftKey {
  /** What was typed so far, as the form keeps it. */
  readonly data: KeptDraft;
  readonly updatedAt: number;
}

/** A draft as it was read. `stored`: how it stands in its row, by which it is known again when it is saved. */
export type FoundDraft = DraftKey & { readonly stored: string | null; readonly updatedAt: number } & (
    | { readonly data: KeptDraft; readonly problem?: undefined }
    /** It cannot be read, for this reason. */
    | { readonly data: undefined; readonly problem: string }
  );

/** Unfinished forms. */
export interface Drafts {
  draft(key: DraftKey): Promise<FoundDraft | undefined>;
  /**
   * Saves it if nobody changed it since it was read: `before` is how it was stored then, undefined when there was no draft.
   * False: it has changed or gone meanwhile, and nothing was saved.
   */
  saveDraft(draft: Draft, before: string | null | undefined): Promise<boolean>;
  /** Removes it if nobody changed it since it was read (`before` as above). */
  removeDraft(key: DraftKey, before: string | null): Promise<void>;
}
