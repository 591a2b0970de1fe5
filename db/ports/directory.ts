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
}

/** People, as Slack last described them. */
export interface Directory {
  person(team: string, id: string): Promise<PersonRecord | undefined>;
  /** Keeps what Slack says of people; what is older than what is kept (`updated`) changes nothing. */
  savePeople(people: readonly PersonRecord[]): Promise<void>;
  /** Members who are admins or owners, by name. */
  admins(team: string, limit: number): Promise<PersonRecord[]>;
}
