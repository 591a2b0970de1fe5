import { connect } from '../db/sqlite/connection.ts';
import type { Pace } from '../src/outbox/calls/pace.ts';
import { Later } from '../src/slack-api/classify-error.ts';

/** How many of the latest are told of. */
const WORST = 10;
/** A wait that is told of, milliseconds. */
const NOTICED = 500;

type Take = Pace['take'];

/** Hears for what each effect waits at Slack's pace; `waits` by the effect's id, a sentence each. */
export function heardPace<P extends Pick<Pace, 'take'>>(pace: P, now: () => number) {
  const waits = new Map<string, string[]>();
  const take: Take = async (method, channel, by) => {
    const begun = now();
    const note = (what: string) => {
      if (by) waits.set(by.key, [...(waits.get(by.key) ?? []), `${time(begun)} ${method}: ${what}`]);
    };
    try {
      await pace.take(method, channel, by);
      if (now() - begun >= NOTICED) note(`waited ${seconds(now() - begun)}`);
    } catch (error) {
      if (error instanceof Later) note(`its turn comes in ${seconds(error.wait)}`);
      throw error;
    }
  };
  return { pace: { ...pace, take }, waits };
}

interface Told {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly since: number;
  readonly tried: number;
  readonly done: number;
  readonly attempts: number;
  readonly others: number;
  readonly digests: number;
}

/** The direct messages that came latest after what they tell of, and what each waited for; a line each. */
export function whyLate(file: string, waits: ReadonlyMap<string, readonly string[]>): string[] {
  const client = connect(file);
  const rows = client
    .prepare<[number], Told>(
      `with worst as materialized (
         select e.id, o.number, e.body, n.at * 1000 as since, e.first_attempt_at as tried, e.done_at as done, e.attempts
         from effects as e
         join entries as n on n.team = e.team and n.order_id = e.order_id and n.seq = e.entry
         join orders as o on o.team = e.team and o.id = e.order_id
         where e.done_at is not null and e.lane = 'people' and e.type = 'tell'
         order by e.done_at - n.at * 1000 desc limit ?)
       select *, (select count(*) from effects where lane = 'people' and done_at between since and done) as others,
         (select count(*) from effects where type = 'send_digest' and done_at between since and done) as digests
       from worst`,
    )
    .all(WORST);
  client.close();
  return rows.map(({ id, number, body, since, tried, done, attempts, others, digests }) => {
    const { about, person } = JSON.parse(body) as { about: string; person: string };
    const came = `${time(since)} order ${number}, ${about} to ${person}: ${seconds(done - since)} behind`;
    const meanwhile = `first tried after ${seconds(tried - since)}, ${attempts} times; meanwhile ${others} messages, ${digests} digests`;
    return [`${came}; ${meanwhile}`, ...(waits.get(id) ?? [])].join('\n    ');
  });
}

/** What is owed though it was due at this time (milliseconds), or was put off; a line each. */
export function stillOwed(file: string, at: number): string[] {
  const client = connect(file);
  const rows = client
    .prepare<[number], { type: string; body: string; due: number; attempts: number; error: string | null }>(
      `select type, body, due_at as due, attempts, error from effects
       where done_at is null and (due_at <= ? or not_before is null or due_at > not_before) limit 20`,
    )
    .all(at);
  client.close();
  return rows.map(
    ({ type, body, due, attempts, error }) => `${time(due)} ${type} ${body}, tried ${attempts} times: ${error}`,
  );
}

const time = (ms: number): string => new Date(ms).toISOString().slice(11, 21);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
