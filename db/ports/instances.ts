/**
 * What one instance tells the others of a workspace: something is owed there; nobody delivers there any more; whether Slack
 * lets the app act there may have changed; or (`missed`) something of this may have been said while nobody here could hear
 * it.
 */
export type News = 'owed' | 'free' | 'access' | 'missed';

/** `team`: undefined for every workspace. */
export type NewsListener = (news: News, team: string | undefined) => void;

/** What the instances on one database tell one another. Nobody may count on it: one that hears nothing finds out by looking. */
export interface Instances {
  /** Tells the other instances, soon, without keeping anybody waiting. Never throws. */
  wake(team: string, news: Exclude<News, 'missed'>): void;
  /**
   * From now on the listener hears what the others tell, until the store is closed. Where they cannot be heard, it hears
   * nothing.
   */
  onWake(listener: NewsListener): void;
}

/** What is done once by all instances together, and seen by them all. */
export interface Shared {
  /** True for the one that asks first for this key; remembered until then (milliseconds), perhaps longer. */
  once(team: string, key: string, until: number): Promise<boolean>;
  /** Which page of Home this person last had on a screen, and when (milliseconds); undefined when none. */
  homeOf(team: string, person: string): Promise<{ readonly page: string; readonly seenAt: number } | undefined>;
  saveHome(team: string, person: string, page: string, seenAt: number): Promise<void>;
}
