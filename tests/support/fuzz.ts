import fc from 'fast-check';
import { expect } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import type { Outcome } from '../../sandbox/server/ports.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { BODY_LIMIT } from '../../src/slack/transport/request-bodies.ts';
import type { Looking } from './database.ts';
import { type Mutation, mutated, mutations } from './malformed.ts';
import { cannotPing } from './markup.ts';
import { type Recorded, recordedKinds } from './recorded.ts';
import type { Stage } from './stage.ts';

/** What never reaches a person: how our program is built and where it lies. */
const INSIDES =
  /node_modules|\.[jt]s:\d|\n\s+at |\/src\/|\/tmp\/|SQLITE|ZodError|TypeError|RangeError|SyntaxError|invalid_type/;

/** Kinds that a life does not show, built from those it does. */
function unseenKinds(seen: readonly Recorded[]): Recorded[] {
  const like = (label: string, change: (payload: JsonObject) => JsonObject): Recorded[] =>
    seen.filter((one) => one.label === label).map((one) => ({ ...one, payload: change(structuredClone(one.payload)) }));
  const pressed = (action_id: string) => (payload: JsonObject) => ({
    ...payload,
    actions: [{ ...(payload.actions as JsonObject[])[0], action_id }],
  });
  return [
    ...like('view_submission form:submit', (payload) => ({ ...payload, type: 'view_closed', is_cleared: false })),
    ...like('block_actions order_show', pressed('effect_retry')),
    ...like('block_actions order_show', pressed('home_new')),
    ...[
      'form_back',
      'form_discard',
      'form_reload',
      'item_edit',
      'item_remove',
      'item_restore',
      'items_later',
      'items_earlier',
    ].flatMap((action) => like('block_actions item_add', pressed(action))),
    ...like('block_actions order_show', ({ actions: _, ...payload }) => ({
      ...payload,
      ...{ type: 'block_suggestion', action_id: 'client', block_id: 'client', value: 'ac' },
    })),
    ...like('event user_change', (payload) => ({
      ...payload,
      event: { ...(payload.event as JsonObject), type: 'team_join' },
    })),
  ];
}

/** What an attack on the running app is made with. */
export interface Siege {
  readonly payloads: readonly Recorded[];
  /** Ids of people, orders, views, forms, and other things that may be put in the place of anything. */
  readonly grafts: readonly unknown[];
}

/** Gathers what the stage has seen so far. */
export async function layBy(stage: Stage): Promise<Siege> {
  const { sandbox, store } = stage;
  const seen = recordedKinds(stage);
  const orders = await store.list(sandbox.teamId, { limit: 50 });
  const people = [...sandbox.workspace.users.values()];
  const metadata = seen.flatMap(({ payload }) => {
    const view = payload.view;
    return typeof view === 'object' && view && 'private_metadata' in view ? [view.private_metadata] : [];
  });
  const states = seen.flatMap(({ payload: { view } }) =>
    typeof view === 'object' && view && 'state' in view ? [view.state] : [],
  );
  const forms = Object.keys(orderForms);
  return {
    payloads: [...seen, ...unseenKinds(seen)],
    grafts: [
      ...people.flatMap(({ id }) => [id, { id, team_id: sandbox.teamId }]),
      ...['TFOREIGN', { id: 'TFOREIGN', domain: 'elsewhere' }, 'UNOBODY', 'WGRID1', 'USLACKBOT'],
      ...orders.map(({ id }) => id),
      ...forms.flatMap((form) => [`form:${form}`, `order:${form}`, form]),
      ...['form:item', 'form:nothing', 'order_show', 'effect_retry', 'home_new', 'field-0', 'item_add', 'notice'],
      ...metadata.flatMap((text) => [text, String(text).slice(0, 20), JSON.stringify([text])]),
      ...[
        '{"__proto__":{"k":"x"}}',
        '{"k":"x","o":"","p":"job","s":0,"m":"C1|x> <!channel>:1.0"}',
        'x'.repeat(5000),
        '[',
      ],
      ...states,
      ...['https://evil.example/hook', 'http://169.254.169.254/latest', 'file:///etc/passwd'],
    ],
  };
}

/** Whether Slack could send that at all: repeats within repeats grow beyond the body that we read (and answer with 413). */
const deliverable = (payload: unknown): boolean => JSON.stringify(payload ?? null).length < BODY_LIMIT / 4;

/** Delivers a payload to the app, with a trigger of its own where it had one; resolves with what came back. */
async function deliver(stage: Stage, { type, label }: Recorded, payload: unknown): Promise<Outcome> {
  return stage.sandbox.deliver({
    type,
    label: `forged ${label}`,
    // The point is that it need not be one.
    payload: payload as JsonObject,
    acceptsResponse: true,
  });
}

/** The person a payload says it is from. */
function actorIn(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { user, user_id }: { user?: unknown; user_id?: unknown } = payload;
  const id = typeof user === 'object' && user && 'id' in user ? user.id : user_id;
  return typeof id === 'string' ? id : undefined;
}

/** Gives a payload a trigger that opens a view, where a client would have. */
function withTrigger(stage: Stage, payload: unknown): void {
  if (typeof payload !== 'object' || payload === null || !('trigger_id' in payload)) return;
  if (typeof payload.trigger_id === 'string') payload.trigger_id = stage.sandbox.trigger(actorIn(payload) ?? '');
}

/** How an attack is run: how often, and from which seed. */
export interface Force {
  readonly runs: number;
  readonly seed: number;
}

const choices = fc.record({ which: fc.nat(), changes: mutations });

/** Whatever becomes of a payload on its way: it is answered in time, nothing crashes, and nothing inside shows. */
export async function anyPayloadIsAnswered(
  stage: Stage,
  siege: Siege,
  database: Looking,
  { runs, seed }: Force,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(choices, async ({ which, changes }) => {
      const { recorded, payload } = made(stage, siege, which, changes);
      fc.pre(deliverable(payload));
      const before = database.contents().entries ?? [];
      const outcome = await deliver(stage, recorded, payload);
      expect(outcome.status, `${recorded.label}: ${JSON.stringify(outcome)}`).toBe('acked');
      if (outcome.status === 'acked') expect(JSON.stringify(outcome.body ?? '')).not.toMatch(INSIDES);
      const known = new Set(before);
      for (const row of (database.contents().entries ?? []).filter((one) => !known.has(one))) {
        const by: unknown = JSON.parse(JSON.parse(row).by).id;
        expect(by, `an entry by somebody else than who sent it: ${row}`).toBe(actorIn(payload));
      }
    }),
    { numRuns: runs, seed },
  );
}

/**
 * People without any part in an order can send whatever they like: no row changes but their own unfinished forms, and that
 * they were answered.
 */
export async function outsidersChangeNothing(
  stage: Stage,
  siege: Siege,
  database: Looking,
  { runs, seed }: Force,
): Promise<void> {
  const { gus, gina, dora, ext, felix } = stage.people;
  const bot = stage.sandbox.botUserId;
  const outsiders = [felix.id, gus.id, gina.id, dora.id, ext.id, bot, 'UNOBODY', 'USLACKBOT'];
  const attempt = fc.record({
    which: fc.nat(),
    changes: fc.oneof(fc.constant([]), mutations),
    who: fc.constantFrom(...outsiders),
    abroad: fc.boolean(),
  });
  const insiders = siege.payloads.filter(({ type }) => type !== 'events_api');
  await fc.assert(
    fc.asyncProperty(attempt, async ({ which, changes, who, abroad }) => {
      const { recorded, payload } = made(stage, { ...siege, payloads: insiders }, which, changes);
      fc.pre(deliverable(payload));
      if (typeof payload !== 'object' || payload === null) return;
      Object.assign(payload, { user: { id: who, team_id: stage.sandbox.teamId }, user_id: who });
      if (abroad) Object.assign(payload, { team: { id: 'TFOREIGN' }, team_id: 'TFOREIGN' });
      withTrigger(stage, payload);
      const before = database.contents('people', 'drafts', 'done_once');
      const outcome = await deliver(stage, recorded, payload);
      expect(outcome.status, recorded.label).toBe('acked');
      expect(database.contents('people', 'drafts', 'done_once'), recorded.label).toEqual(before);
    }),
    { numRuns: runs, seed },
  );
}

function made(stage: Stage, { payloads, grafts }: Siege, which: number, changes: readonly Mutation[]) {
  const recorded = payloads[which % payloads.length];
  if (!recorded) throw new Error('nothing was recorded');
  const payload = mutated(recorded.payload, changes, grafts);
  withTrigger(stage, payload);
  return { recorded, payload };
}

/** After everything: what we sent to Slack pings nobody, and the database knows one workspace only. */
export function nothingGotThrough({ sandbox }: Stage, database: Looking): void {
  const everybody = [...sandbox.workspace.users.keys()];
  for (const { method, args } of sandbox.inspector.calls())
    if (/^(?:chat|views|files)\./.test(method)) {
      const sent = JSON.parse(JSON.stringify(args), (_, value: unknown) => jsonIn(value));
      cannotPing(sent, everybody, method);
      expect(JSON.stringify(args), method).not.toMatch(INSIDES);
    }
  for (const [table, rows] of Object.entries(database.contents()))
    for (const row of rows) expect(JSON.parse(row).team ?? sandbox.teamId, `${table}: ${row}`).toBe(sandbox.teamId);
}

/** Arguments come as JSON in a form; what looks like it is opened. */
function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** What Slack complains of and a forged payload is to blame for: answers to people and triggers that do not exist. */
const FORGERS = new Set(['unknown_channel', 'bad_trigger']);

/** What Slack complains of and is the app's own doing. */
export const complaintsAbout = ({ sandbox }: Stage) => sandbox.complaints.filter(({ kind }) => !FORGERS.has(kind));
