import type { Settings } from '../settings.ts';

/** The pages of settings, as admins see them one below another. */
export const SETTINGS_PAGES = [
  'company',
  'money',
  'documents',
  'channels',
  'roles',
  'limits',
  'approval',
  'changes',
  'hours',
  'reminders',
  'escalation',
  'prices',
  'records',
] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

type Groups = Omit<Settings, 'unreadable'>;
/** `money.taxRate`: a setting by its group and its name. */
export type SettingPath = { [G in keyof Groups]: `${G}.${string & keyof Groups[G]}` }[keyof Groups];

/**
 * What a setting is. `lines`: text of several lines. `count`: a whole number. `yes_no`: of two, each said in its own words.
 * `people`: people and user groups. `supervisors`: the same, each with a limit. `week`: the hours of each weekday. `dates`: days,
 * each with a name or without. `tolerance`: a percentage or nothing. `amount`: one in the workspace's currency, or nothing.
 */
export type SettingKind =
  | { readonly kind: 'text' | 'lines'; readonly max: number }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'language'; readonly tags: readonly string[] }
  | {
      readonly kind:
        | 'yes_no'
        | 'percent'
        | 'tolerance'
        | 'amount'
        | 'currency'
        | 'zone'
        | 'color'
        | 'people'
        | 'supervisors'
        | 'channel'
        | 'week'
        | 'dates'
        | 'logo';
    };

export type Setting = SettingKind & { readonly path: SettingPath; readonly page: SettingsPage };

/** Tags of the languages that the product speaks, where people have other numbers, dates or words. */
const SPOKEN = [
  'en-GB',
  'en-US',
  'es-419',
  'es-ES',
  'es-MX',
  'es-AR',
  'pt-BR',
  'pt-PT',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CA',
];

/** Every setting, in the order of its page. A page has six inputs at most. */
// biome-ignore format: a table reads best as a table
export const settingsTable: readonly Setting[] = [
  { page: 'company',   path: 'company.name',               kind: 'text', max: 120 },
  { page: 'company',   path: 'company.taxId',              kind: 'text', max: 60 },
  { page: 'company',   path: 'company.address',            kind: 'lines', max: 400 },
  { page: 'company',   path: 'company.phone',              kind: 'text', max: 60 },
  { page: 'company',   path: 'company.email',              kind: 'text', max: 120 },
  { page: 'company',   path: 'company.logo',               kind: 'logo' },
  { page: 'money',     path: 'money.currency',             kind: 'currency' },
  { page: 'money',     path: 'money.taxRate',              kind: 'percent' },
  { page: 'documents', path: 'document.pageSize',          kind: 'choice', options: ['A4', 'LETTER'] },
  { page: 'documents', path: 'document.locale',            kind: 'language', tags: SPOKEN },
  { page: 'documents', path: 'document.timeZone',          kind: 'zone' },
  { page: 'documents', path: 'document.accentColor',       kind: 'color' },
  { page: 'documents', path: 'document.terms',             kind: 'lines', max: 3000 },
  { page: 'channels',  path: 'workspace.locale',           kind: 'language', tags: SPOKEN },
  { page: 'channels',  path: 'channel.private',            kind: 'yes_no' },
  { page: 'channels',  path: 'channel.keepMembers',        kind: 'yes_no' },
  { page: 'channels',  path: 'channel.archiveAfterDays',   kind: 'count', min: 0, max: 365 },
  { page: 'roles',     path: 'roles.admins',               kind: 'people' },
  { page: 'roles',     path: 'roles.office',               kind: 'people' },
  { page: 'limits',    path: 'roles.supervisors',          kind: 'supervisors' },
  { page: 'approval',  path: 'approval.allowOwn',          kind: 'yes_no' },
  { page: 'approval',  path: 'approval.undecidedPerPerson', kind: 'count', min: 1, max: 100_000 },
  { page: 'changes',   path: 'changes.tolerance',          kind: 'tolerance' },
  { page: 'changes',   path: 'changes.toleranceAmount',    kind: 'amount' },
  { page: 'hours',     path: 'hours.zone',                 kind: 'zone' },
  { page: 'hours',     path: 'hours.week',                 kind: 'week' },
  { page: 'hours',     path: 'hours.holidays',             kind: 'dates' },
  { page: 'reminders', path: 'reminders.decision',         kind: 'count', min: 0, max: 1000 },
  { page: 'reminders', path: 'reminders.changes',          kind: 'count', min: 0, max: 1000 },
  { page: 'reminders', path: 'reminders.extraCost',        kind: 'count', min: 0, max: 1000 },
  { page: 'reminders', path: 'reminders.start',            kind: 'count', min: 0, max: 1000 },
  { page: 'reminders', path: 'reminders.end',              kind: 'count', min: 0, max: 1000 },
  { page: 'reminders', path: 'reminders.again',            kind: 'count', min: 0, max: 100 },
  { page: 'escalation', path: 'reminders.escalation',      kind: 'people' },
  { page: 'escalation', path: 'reminders.digest',          kind: 'yes_no' },
  { page: 'prices',    path: 'prices.visibleTo',           kind: 'choice', options: ['everybody', 'office'] },
  { page: 'prices',    path: 'prices.channel',             kind: 'channel' },
  { page: 'records',   path: 'records.freeClients',        kind: 'yes_no' },
  { page: 'records',   path: 'records.freeItems',          kind: 'yes_no' },
];

/** The settings of a page. */
export const settingsOn = (page: SettingsPage): readonly Setting[] => settingsTable.filter((one) => one.page === page);

/** The setting of this path; undefined where there is none. */
export const settingAt = (path: string): Setting | undefined => settingsTable.find((one) => one.path === path);
