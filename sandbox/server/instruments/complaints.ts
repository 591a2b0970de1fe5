import type { JsonObject } from '../json.ts';

/** What a strict reviewer of a Slack app would object to. */
export type ComplaintKind =
  | 'bad_ack'
  | 'broadcast'
  | 'double_ack'
  | 'file_lost'
  | 'late_ack'
  | 'limit'
  | 'missing_scope'
  | 'missing_text'
  | 'no_ack'
  | 'bad_trigger'
  | 'bad_token'
  | 'bad_argument'
  | 'unknown_channel'
  | 'unknown_method';

/** One objection; `at` is the sandbox's time in Unix milliseconds. */
export interface Complaint {
  kind: ComplaintKind;
  text: string;
  at: number;
  details: JsonObject;
}

/** Collects objections; `list` is the live list tests compare with `[]`. */
export interface Complaints {
  list: Complaint[];
  raise(kind: ComplaintKind, text: string, details?: JsonObject): Complaint;
}

/** An empty list of complaints. */
export function createComplaints(now: () => number): Complaints {
  const list: Complaint[] = [];
  return {
    list,
    raise: (kind, text, details = {}) => {
      const complaint = { kind, text, at: now(), details };
      list.push(complaint);
      return complaint;
    },
  };
}
