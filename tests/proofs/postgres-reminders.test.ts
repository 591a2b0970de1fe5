import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { Party } from '../../src/order/people.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { type BuiltApp, buildApp } from '../support/built-app.ts';
import { type Instances, startInstances } from '../support/instances.ts';
import { hearMarks, repeated, type Told } from '../support/marks.ts';
import { content } from '../support/workflow.ts';

const LIMIT = 300_000;
const DAY = 86_400;
const settings = {
  hours: { week: '' },
  reminders: { decision: 1, start: 0, end: 0, again: 0 },
  channel: { archiveAfterDays: 0 },
};
type Name = 'sam' | 'sofia' | 'ben' | 'carla' | 'olga' | 'adam' | 'farid';

describe('two instances, one of which is killed at a call of what comes by itself', { timeout: LIMIT }, () => {
  let built: BuiltApp;
  let place: Instances;
  let told: Told[];
  beforeAll(async () => {
    built = buildApp();
    place = await startInstances(built.program, { fileShareDelayMs: 0, settings });
    await act(0, { type: 'submit', content: job(), supervisor: party('sam'), coordinator: null, source: null }, 'ana');
    const plan = { crew: [party('farid')], coordinator: null, plannedStart: null };
    await act(0, { type: 'approve', submission: 1, ...plan, comment: '', signature: 'S' }, 'sam');
    await place.settled();
  }, LIMIT);
  afterAll(async () => {
    await place?.stop();
    built?.remove();
  });

  const ids = new Map<number, string>();
  const party = (key: Name | 'ana'): Party => ({
    id: place.sandbox.people[key].id,
    name: place.sandbox.people[key].name,
  });
  const now = () => Math.floor(Date.now() / 1000);
  const job = () => ({ ...content, requestedStart: now() - DAY, requestedEnd: now() + 30 * DAY });
  /** Somebody acts on an order, two hours ago. */
  async function act(order: number, action: Action, by: Name | 'ana'): Promise<void> {
    const { store, sandbox } = place;
    const team = sandbox.teamId;
    const id = ids.get(order) ?? crypto.randomUUID();
    ids.set(order, id);
    const acted = await createOrders({
      store,
      nudge: () => store.wake(team, 'owed'),
      now: () => Date.now() - 7_200_000,
    }).act({
      ...{ order: (await store.order(team, id)) ?? { state: 'new' as const, team, id }, action, spentDraft: null },
      ...{ policy: policyOf(await store.settings(team)), key: `${id} ${action.type}` },
      actor: () => ({ ...party(by), roles: [by === 'ana' ? 'requester' : 'supervisor'], timeZone: 'UTC' }),
    });
    expect(acted.kind).toBe('accepted');
  }

  test.each<
    [
      what: 'reminder' | 'digest',
      who: Name,
      method: string,
      when: 'before' | 'after',
      whom: 'it' | 'the other' | 'both',
    ]
  >([
    ['reminder', 'sofia', 'users.info', 'after', 'it'],
    ['reminder', 'ben', 'dnd.info', 'after', 'it'],
    ['reminder', 'sam', 'chat.postMessage', 'before', 'it'],
    ['reminder', 'carla', 'chat.postMessage', 'after', 'it'],
    ['reminder', 'olga', 'chat.postMessage', 'after', 'the other'],
    ['reminder', 'adam', 'chat.postMessage', 'after', 'both'],
    ['digest', 'farid', 'chat.postMessage', 'before', 'it'],
    ['digest', 'farid', 'chat.postMessage', 'after', 'it'],
  ])('a %s to %s, %s, %s it took effect: killed is %s', async (what, who, method, when, whom) => {
    const { faults, teamId } = place.sandbox;
    faults.clear();
    told = hearMarks(place.sandbox);
    const { id } = party(who);
    let struck = 0;
    const kill = async (by: string | undefined) => {
      const caller = await place.which(by);
      await place.kill(whom === 'the other' ? (place.names.find((name) => name !== caller) ?? '') : caller);
    };
    const strikes = async (called: string, args: Readonly<Record<string, unknown>>, by: string | undefined) => {
      const isIt = called === method && (args.channel === id || args.user === id) && struck === 0;
      // While the next one looks for what the first may have sent.
      const isSecond = whom === 'both' && struck === 1 && called === 'conversations.history';
      if (!isIt && !isSecond) return false;
      // A request by which somebody is asked is no reminder.
      if (
        isIt &&
        method === 'chat.postMessage' &&
        !/"(reminders|digest)"|\\"(reminders|digest)\\"/.test(JSON.stringify(args))
      )
        return false;
      struck += 1;
      await kill(by);
      return true;
    };
    if (when === 'before')
      faults.pick(async ({ method: called, args, by }) =>
        (await strikes(called, args, by)) ? { kind: 'hang' } : undefined,
      );
    else
      for (const called of [method, 'conversations.history'])
        faults.after(called, async ({ args, by }) => void (await strikes(called, args, by)));
    if (what === 'digest') {
      const day = new Date((now() + ids.size * DAY) * 1000).toISOString().slice(0, 10);
      ids.set(-ids.size, '');
      await place.store.owe(teamId, null, [{ type: 'send_digest', person: id, day, notBefore: now() - 1 }], Date.now());
      place.store.wake(teamId, 'owed');
    } else
      await act(
        ids.size,
        { type: 'submit', content: job(), supervisor: party(who), coordinator: null, source: null },
        'ana',
      );
    await vi.waitFor(() => expect(told.filter((one) => one.who === id)).toHaveLength(1), {
      timeout: 60_000,
      interval: 50,
    });
    await place.settled();
    expect(repeated(told)).toEqual([]);
    expect(told.filter((one) => one.who === id)).toHaveLength(1);
    expect(struck).toBe(whom === 'both' ? 2 : 1);
    expect(place.complaints()).toEqual([]);
  });
});
