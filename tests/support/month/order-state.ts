import type { OfficeMinutes, Stood } from './office-minutes.ts';
import type { Key, Script, Step } from './scripts.ts';

/** What an order waits for. */
export type About = 'decision' | 'changes' | 'extra_cost' | 'start' | 'end';

/** Minutes of work after which each is told of. */
const AFTER: Readonly<Record<About, number>> = { decision: 240, changes: 480, extra_cost: 240, start: 60, end: 240 };

/** How an order stands, as far as somebody is to be told of it. */
export interface State {
  readonly script: Script;
  phase: 'new' | 'submitted' | 'changes_requested' | 'approved' | 'ended';
  supervisor: Key;
  since: number;
  start: number;
  started: boolean;
  hold: { from: number; until: number | null } | undefined;
  stood: Stood[];
  question: 'none' | 'asked' | 'disputed';
  asked: Key[];
  /** Those of them who were asked for a supervisor who was away. */
  standIns: Key[];
  told: { about: About; step: number; at: number; people: readonly Key[]; asked: readonly Key[] }[];
  next: number;
  /** When each of what waits is told of; found once for each life of the state. */
  due: { about: About; step: number; at: number }[] | undefined;
}

export const named = ({ script }: Pick<State, 'script'>): string => `SO-${`${script.number}`.padStart(6, '0')}`;

export const begun = (script: Script): State => ({
  ...{ script, phase: 'new', supervisor: script.supervisor, since: 0, start: script.start, started: false },
  ...{ hold: undefined, stood: [], question: 'none', asked: [], standIns: [], told: [], next: 0, due: undefined },
});

export const partsOf = ({ script, supervisor, asked, phase }: State): Key[] => [
  ...[script.requester, supervisor, ...asked, ...(script.coordinator ? [script.coordinator] : [])],
  ...(phase === 'approved' ? script.crew : []),
];

const ASKS: readonly Step['does'][] = ['submit', 'resubmit', 'hand_over'];

/** What happens to an order in this minute; whether its supervisor is asked. */
export function live(state: State, at: number): boolean {
  let asks = false;
  if (state.hold && state.hold.until !== null && state.hold.until <= at) goesOn(state, at);
  for (let step = state.script.steps[state.next]; step && step.at <= at; step = state.script.steps[state.next]) {
    state.next += 1;
    state.due = undefined;
    take(state, step);
    asks = ASKS.includes(step.does);
  }
  return asks;
}

function goesOn(state: State, at: number): void {
  if (!state.hold) return;
  state.stood.push({ from: state.hold.from, until: at });
  state.hold = undefined;
  state.due = undefined;
}

function take(state: State, { at, does, to, until, start }: Step): void {
  const anew = (told: State['told']) => Object.assign(state, { since: at, told });
  const visits = state.told.filter(({ about }) => about === 'start' || about === 'end');
  switch (does) {
    case 'submit':
    case 'resubmit':
      anew([]);
      Object.assign(state, { phase: 'submitted', asked: [], standIns: [] });
      return;
    case 'hand_over':
      anew(visits);
      Object.assign(state, { supervisor: to, asked: [], standIns: [] });
      return;
    case 'request_changes':
      anew([]);
      state.phase = 'changes_requested';
      return;
    case 'approve':
      anew([]);
      state.phase = 'approved';
      return;
    case 'withdraw':
    case 'close':
      state.phase = 'ended';
      return;
    case 'start_work':
      goesOn(state, at);
      state.started = true;
      return;
    case 'hold':
      state.hold = { from: at, until: until ?? null };
      return;
    case 'resume':
      goesOn(state, at);
      return;
    case 'reschedule':
      Object.assign(state, { start, told: [] });
      return;
    case 'confirm_extra':
    case 'confirm_cheaper':
    case 'accept_extra':
    case 'dispute_extra':
      anew(visits);
      state.started = true;
      state.question = does === 'confirm_extra' ? 'asked' : does === 'dispute_extra' ? 'disputed' : 'none';
  }
}

/** Since when something waits: of work, minute by minute without those on hold. */
export function sinceOf({ script, since, start, stood }: State, about: About): number {
  if (about !== 'start' && about !== 'end') return since;
  const stands = (at: number) => stood.some(({ from, until }) => from <= at && at < (until ?? at + 1));
  let at = start;
  for (let left = about === 'end' ? script.end - script.start : 0; left > 0 || stands(at); at += 60)
    if (!stands(at)) left -= 60;
  return at;
}

export function waits(state: State, about: About): boolean {
  const { phase, hold, question, started } = state;
  if (about === 'decision') return phase === 'submitted';
  if (about === 'changes') return phase === 'changes_requested';
  if (phase !== 'approved') return false;
  if (about === 'extra_cost') return question === 'asked';
  return !hold && question !== 'asked' && (about === 'end' || !started);
}

export const wasTold = ({ told }: State, about: About, step: number): boolean =>
  told.some((one) => (one.about === about && one.step >= step) || (about === 'start' && one.about === 'end'));

/** What work is late with: what people were to be told of by now, the end before the start. */
export const lateWith = (office: OfficeMinutes, state: State, at: number): About | undefined =>
  (['end', 'start'] as const).find((about) => dueIn(office, state).some((one) => one.about === about && one.at <= at));

/** When each of what an order waits for is told of. */
export function dueIn(office: OfficeMinutes, state: State): NonNullable<State['due']> {
  const kinds: readonly About[] = ['decision', 'changes', 'extra_cost', 'start', 'end'];
  return kinds
    .filter((about) => waits(state, about))
    .flatMap((about) => {
      const stood = about === 'start' || about === 'end' ? state.stood : [];
      const at = office.after(sinceOf(state, about), AFTER[about], stood);
      const first = { about, step: 1, at };
      if (about !== 'decision' && about !== 'extra_cost') return [first];
      const before = state.told.find((one) => one.about === about && one.step === 1)?.at ?? at;
      return [first, { about, step: 2, at: office.dayAfter(before, stood) }];
    });
}
