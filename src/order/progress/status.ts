import { STATES, type State } from '../order.ts';
import { STAGES, type Stage } from './progress.ts';

/** What an order is shown as: its state, or the stage of an approved one. */
export type Status = Exclude<State, 'approved'> | Stage;

/** The stages in the order in which work comes to them. */
const IN_TURN: readonly Stage[] = [...STAGES].reverse();

/** Every status, in the order in which orders come to them. */
export const STATUSES: readonly Status[] = STATES.flatMap((state): readonly Status[] =>
  state === 'approved' ? IN_TURN : [state],
);

export const isStage = (status: State | Stage): status is Stage => (STAGES as readonly string[]).includes(status);

/** How a list is asked for the orders of a status. */
export const ofStatus = (
  status: Status,
): { readonly stages: readonly Stage[] } | { readonly states: readonly State[] } =>
  isStage(status) ? { stages: [status] } : { states: [status] };
