import type { OfficeMinutes } from './office-minutes.ts';
import {
  type About,
  begun,
  dueIn,
  lateWith,
  live,
  named,
  partsOf,
  type State,
  sinceOf,
  waits,
  wasTold,
} from './order-state.ts';
import type { Key, Script } from './scripts.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Where somebody is, and what they want, in this month. */
export interface Member {
  readonly office: OfficeMinutes;
  readonly guest?: boolean;
  /** When they are away: they said so themselves (`said`), or Slack does. */
  readonly away?: readonly {
    readonly from: number;
    readonly until: number;
    readonly said: boolean;
    readonly substitute?: Key;
  }[];
  readonly withoutDigest?: boolean;
}

export interface Month {
  readonly office: OfficeMinutes;
  readonly members: ReadonlyMap<Key, Member>;
  readonly escalation: readonly Key[];
  readonly admins: readonly Key[];
  readonly from: number;
  readonly until: number;
}

/** A reminder as the history tells of it. */
export interface Entry {
  readonly at: number;
  readonly order: number;
  readonly about: About;
  readonly step: number;
  readonly people: readonly Key[];
  readonly asked: readonly Key[];
}

/** A message that somebody gets: the orders it names, as often as it does. */
export interface Sent {
  readonly at: number;
  readonly what: 'reminder' | 'digest';
  readonly who: Key;
  readonly orders: readonly string[];
}

/** Everything that is to be sent in a month in which these orders live: what product.md says of it, minute by minute. */
export function reckon(month: Month, scripts: readonly Script[]): { readonly entries: Entry[]; readonly sent: Sent[] } {
  const entries: Entry[] = [];
  const sent: Sent[] = [];
  /** What somebody is told as soon as they work. */
  let waiting: { who: Key; state: State; about: About; told: State['told'][number] }[] = [];
  const states = scripts.map(begun);
  const planned = new Map<string, number>();
  const member = (key: Key): Member => {
    const found = month.members.get(key);
    if (!found) throw new Error(`nobody is called ${key}`);
    return found;
  };
  const awayAt = (key: Key, at: number, said = false) =>
    member(key).away?.find((one) => one.from <= at && at < one.until && (!said || one.said));
  const whereIs = (key: Key, at: number): 'here' | 'off' | 'away' =>
    awayAt(key, at) ? 'away' : member(key).office.isOpen(at) ? 'here' : 'off';

  for (let at = month.from; at < month.until; at += MINUTE) {
    for (const state of states) {
      if (live(state, at)) askStandIn(state, at);
      if (state.question === 'asked' && state.since === at) askOfExtraCost(state, at);
      remind(state, at);
    }
    tell(at);
    if (at % 1800 === 0) morning(at);
  }
  return { entries, sent };

  /** Who is asked with the submission, since the supervisor is away. */
  function askStandIn(state: State, at: number): void {
    const substitute = awayAt(state.supervisor, at, true)?.substitute;
    if (!substitute || substitute === state.script.requester) return;
    state.asked.push(substitute);
    state.standIns.push(substitute);
  }

  /** Who is asked for extra cost that comes up while the supervisor is away: that is in the history, also of who was asked before. */
  function askOfExtraCost(state: State, at: number): void {
    const substitute = awayAt(state.supervisor, at, true)?.substitute;
    if (!substitute || substitute === state.script.requester) return;
    const asked = { about: 'extra_cost' as const, step: 0, at, people: [], asked: [substitute] };
    state.told.push(asked);
    if (!state.asked.includes(substitute)) askStandIn(state, at);
    entries.push({ ...asked, order: state.script.number });
  }

  /** Who decides on an order besides its supervisor at this time: a substitute only as long as the supervisor is away. */
  function askedAt({ asked, standIns, supervisor }: State, at: number): Key[] {
    return asked.filter((one) => !standIns.includes(one) || awayAt(supervisor, at, true)?.substitute === one);
  }

  function remind(state: State, at: number): void {
    if (state.phase === 'new' || state.phase === 'ended') return;
    state.due ??= dueIn(month.office, state);
    const ripe = state.due.filter((one) => one.at <= at && !wasTold(state, one.about, one.step));
    const last = ripe.toSorted((a, b) => a.at - b.at).at(-1);
    if (!last) return;
    const { about, step } = last;
    const called = whom(state, about, step, at);
    if (!called) return;
    const told = { about, step, at, ...called };
    state.told.push(told);
    const asked = called.asked.filter((one) => !state.asked.includes(one));
    state.asked.push(...asked);
    const substitute = awayAt(state.supervisor, at, true)?.substitute;
    state.standIns.push(...asked.filter((one) => one === substitute));
    state.due = undefined;
    entries.push({ at, order: state.script.number, about, step, ...called });
    waiting.push(...called.people.map((who) => ({ who, state, about, told })));
  }

  /** Whose turn it is: who is there or will be, else who stands in for them; undefined while nobody is there. */
  function whom(state: State, about: About, step: number, at: number): Pick<Entry, 'people' | 'asked'> | undefined {
    const { script, supervisor } = state;
    const decides = about === 'decision' || about === 'extra_cost';
    const first = decides
      ? [supervisor, ...askedAt(state, at)]
      : about === 'changes'
        ? [script.requester]
        : [...script.crew, ...(script.coordinator ? [script.coordinator] : [])];
    const others = (keys: readonly Key[]) =>
      keys.filter((one) => !first.includes(one) && !(decides && one === script.requester));
    const substitute = awayAt(supervisor, at, true)?.substitute;
    const lines = decides
      ? [others(substitute ? [substitute] : []), others(month.escalation), others(month.admins)]
      : about === 'changes'
        ? []
        : [others([supervisor])];
    const there = [...new Set(first)].filter((one) => whereIs(one, at) !== 'away');
    if (there.some((one) => whereIs(one, at) === 'here')) {
      const besides = decides && step > 1 ? lines.slice(0, 2) : [];
      const asked = besides
        .map((line) => line.filter((one) => whereIs(one, at) !== 'away'))
        .find((line) => line.length > 0);
      return { people: there, asked: asked ?? [] };
    }
    if (there.length > 0) return undefined;
    for (const [n, line] of lines.entries()) {
      const here = line.filter((one) => whereIs(one, at) === 'here');
      const some = n === 2 ? here.slice(0, 1) : here;
      if (some.length > 0) return decides ? { people: [], asked: some } : { people: some, asked: [] };
    }
    return undefined;
  }

  /** Everybody who works now is told of what they were reminded of and what still waits. */
  function tell(at: number): void {
    const now = waiting.filter(({ who }) => member(who).office.isOpen(at));
    waiting = waiting.filter((one) => !now.includes(one));
    for (const who of new Set(now.map((one) => one.who))) {
      const still = now.filter(
        (one) => one.who === who && waits(one.state, one.about) && one.state.told.includes(one.told),
      );
      const orders = [...new Set(still.map(({ state }) => named(state)))].toSorted();
      if (orders.length > 0) sent.push({ at, what: 'reminder', who, orders });
    }
  }

  function morning(at: number): void {
    for (const [key, { office, withoutDigest, guest }] of month.members) {
      const today = office.dateAt(at);
      // Looked for every three hours, from fourteen before the day begins in Greenwich.
      if (at % (3 * HOUR) === 0)
        for (const date of [today, office.dateAt(at + DAY)])
          if (!planned.has(`${key} ${date}`) && at >= Date.parse(`${date}T00:00Z`) / 1000 - 14 * HOUR && hasPart(key))
            planned.set(`${key} ${date}`, at);
      const begins = office.morning(today);
      const plan = planned.get(`${key} ${today}`);
      if (begins === undefined || plan === undefined || at !== Math.max(begins, plan) || at >= begins + 3 * HOUR)
        continue;
      if (withoutDigest || awayAt(key, at, true)) continue;
      const orders = dayOf(key, today, at, guest === true);
      if (orders.length > 0) sent.push({ at, what: 'digest', who: key, orders });
    }
  }

  function hasPart(key: Key): boolean {
    return states.some((one) => one.phase !== 'new' && one.phase !== 'ended' && partsOf(one).includes(key));
  }

  /** What a day brings somebody, less what they were told by itself in the last hour. */
  function dayOf(key: Key, date: string, at: number, guest: boolean): string[] {
    const { office } = member(key);
    const [from, until] = [office.dayStart(date), office.dayStart(office.dateAt(office.dayStart(date) + 36 * HOUR))];
    const found: string[] = [];
    for (const state of states) {
      const { script, phase } = state;
      const name = named(state);
      const just = (about: About) =>
        state.told.some(
          (one) =>
            (one.about === about || (about === 'start' && one.about === 'end')) &&
            one.at > at - HOUR &&
            [...one.people, ...one.asked].includes(key),
        );
      const asked = state.since > at - HOUR;
      const works = (script.crew.includes(key) || script.coordinator === key) && phase === 'approved';
      const late = phase === 'approved' ? lateWith(month.office, state, at) : undefined;
      const stands = state.hold && state.question === 'none';
      const today = state.start < until && (!stands || state.start >= from);
      const visit = works && (today || (state.started && !stands)) && !(late && sinceOf(state, 'end') < from);
      if (visit) found.push(`visit ${name}`);
      else if ((works || (state.supervisor === key && !guest)) && late && !just(late)) found.push(`late ${name}`);
      if (guest) continue;
      if (phase === 'changes_requested' && script.requester === key && !just('changes') && !asked)
        found.push(`late ${name}`);
      const decides = [state.supervisor, ...askedAt(state, at)].includes(key);
      if (decides && waits(state, 'decision') && !just('decision') && !asked) found.push(`decide ${name}`);
      if (decides && waits(state, 'extra_cost') && !just('extra_cost') && !asked) found.push(`decide ${name}`);
    }
    return found.toSorted();
  }
}
