import { seeded } from '../random.ts';
import type { OfficeMinutes } from './office-minutes.ts';

export type Key = string;

/** What somebody does to an order, and when (seconds, a whole minute). */
export interface Step {
  readonly at: number;
  readonly who: Key;
  readonly does:
    | 'submit'
    | 'approve'
    | 'request_changes'
    | 'resubmit'
    | 'withdraw'
    | 'start_work'
    | 'resume'
    | 'close'
    | 'confirm_extra'
    | 'confirm_cheaper'
    | 'accept_extra'
    | 'dispute_extra'
    | 'hand_over'
    | 'hold'
    | 'reschedule';
  /** To whom it is handed over. */
  readonly to?: Key;
  /** Until when it is on hold; null: until somebody resumes it. */
  readonly until?: number | null;
  /** When it is to begin from now on. */
  readonly start?: number;
}

/** The life of an order as it was decided before the month began. */
export interface Script {
  readonly number: number;
  readonly kind: string;
  readonly requester: Key;
  readonly supervisor: Key;
  readonly coordinator: Key | null;
  readonly crew: readonly Key[];
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
}

const HOUR = 3600;
/** How many orders live each kind of life. */
const KINDS: Readonly<Record<string, number>> = {
  ...{ prompt: 34, slow: 26, 'very slow': 22, withdrawn: 10, changes: 22, extra: 22, disputed: 6 },
  ...{ 'held until': 12, held: 8, 'no start': 14, 'no end': 12, rescheduled: 6, 'handed over': 6 },
};
const SUPERVISORS = ['sam', 'sofia', 'ben', 'sam', 'sofia', 'felix'];
const CREWS = [['farid'], ['fiona'], ['gus'], ['igor', 'farid'], ['nora'], ['fiona', 'gus'], ['igor']];

/** Two hundred lives, the same each time; each step at ten past or at twenty to, so that nothing happens just when something is due. */
export function scripts(office: OfficeMinutes, days: readonly string[]): Script[] {
  const random = seeded(16);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const aside = (at: number) => at - (at % 1800) + 600;
  /** So many hours of work later, and aside. */
  const later = (at: number, hours: number): number => {
    const found = aside(office.nextOpen(office.after(at, hours * 60)));
    return found > at ? found : found + 1800;
  };
  /** A whole hour of work, that many working days on. */
  const visit = (at: number, hours: number) => {
    const found = office.nextOpen(office.after(at, hours * 60));
    return office.nextOpen(found + ((HOUR - (found % HOUR)) % HOUR));
  };
  const kinds = Object.entries(KINDS).flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const begun = kinds
    .map((kind) => ({ kind, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ kind }) => {
      const morning = office.morning(pick(days)) ?? 0;
      return { kind, at: later(morning, Math.floor(random() * 12) / 2 + 0.2) };
    })
    .toSorted((a, b) => a.at - b.at);
  return begun.map(({ kind, at }, index) => {
    const supervisor = pick(SUPERVISORS);
    const requester = pick(['ana', 'rita', 'ana']);
    const crew = pick(CREWS);
    const coordinator = pick(['carla', 'carla', null]);
    const [worker = ''] = crew;
    const steps: Step[] = [{ at, who: requester, does: 'submit' }];
    const last = () => steps.at(-1)?.at ?? at;
    const then = (hours: number, who: Key, does: Step['does'], more: Partial<Step> = {}) =>
      steps.push({ at: later(last(), hours), who, does, ...more });
    const decides =
      kind === 'slow'
        ? 6
        : kind === 'very slow'
          ? 15
          : kind === 'handed over'
            ? 5.5
            : Math.floor(random() * 4) / 2 + 0.5;
    if (kind === 'withdrawn') {
      then(22, requester, 'withdraw');
      return life([], at);
    }
    if (kind === 'changes') {
      then(1, supervisor, 'request_changes');
      then(pick([4, 11, 19]), requester, 'resubmit');
    }
    let decider = supervisor;
    if (kind === 'handed over') {
      decider = supervisor === 'sam' ? 'ben' : 'sam';
      then(5.5, supervisor, 'hand_over', { to: decider });
      then(6, decider, 'approve');
    } else then(decides, kind === 'very slow' && random() < 0.5 ? 'olga' : decider, 'approve');
    const start = visit(last(), 1 + Math.floor(random() * 16));
    const work = () => steps.push({ at: Math.max(aside(start), last() + 1800), who: worker, does: 'start_work' });
    if (kind === 'held until') then(0.5, worker, 'hold', { until: visit(start, 3) });
    if (kind === 'held') {
      then(0.5, coordinator ?? supervisor, 'hold', { until: null });
      steps.push({ at: later(start, 5), who: worker, does: 'resume' });
    }
    if (kind === 'rescheduled') {
      steps.push({ at: later(start, 2), who: coordinator ?? supervisor, does: 'reschedule', start: visit(start, 8) });
      steps.push({ at: later(visit(start, 8), 3), who: worker, does: 'start_work' });
    } else if (kind === 'no start' || kind === 'held until')
      steps.push({ at: later(start, 6), who: worker, does: 'start_work' });
    else work();
    if (kind === 'extra' || kind === 'disputed') {
      then(1, worker, 'confirm_extra');
      if (kind === 'extra') then(pick([2, 6, 15]), decider, 'accept_extra');
      else {
        then(1, decider, 'dispute_extra');
        then(6, worker, 'confirm_cheaper');
      }
    }
    then(kind === 'no end' ? 8 : 1, worker, 'close');
    return life(crew, start);

    function life(crew: readonly Key[], start: number): Script {
      const planned = crew.length > 0 ? start : visit(at, 60);
      return {
        ...{
          number: index + 1,
          kind,
          requester,
          supervisor,
          coordinator,
          crew,
          start: planned,
          end: planned + 2 * HOUR,
        },
        steps,
      };
    }
  });
}
