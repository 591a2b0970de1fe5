import { STATES, type State } from './order.ts';

/** Which orders of a period are exported. */
export const EXPORTED = ['all', 'open', 'ended'] as const;
export type Exported = (typeof EXPORTED)[number];

/** What a line of an export is. */
export const EXPORT_LINES = ['order', 'item'] as const;
export type ExportLines = (typeof EXPORT_LINES)[number];

/** Which orders somebody wants as files, and how. */
export interface OrderExport {
  /** The first and the last day on which they were submitted (`2026-11-28`), in the time zone of the file's times (IANA). */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly which: Exported;
  /** The id of their type; '' for any. */
  readonly orderType: string;
  readonly lines: ExportLines;
}

const OPEN: readonly State[] = ['submitted', 'changes_requested', 'approved'];

/** The states that orders are exported in; undefined for every state. */
export const statesExported = (which: Exported): readonly State[] | undefined =>
  which === 'all' ? undefined : STATES.filter((state) => OPEN.includes(state) === (which === 'open'));

/** Whether nothing more is to be done about an order in this state. */
export const hasEnded = (state: State): boolean => !OPEN.includes(state);
