import { randomUUID } from 'node:crypto';
import { newId } from '../ids.ts';
import { type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Delivery, Outcome, Parcel } from '../ports.ts';
import type { Channel } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { subscriptionOf } from './subscriptions.ts';

/** Carries a parcel to the app; `id` names the delivery in acks and logs. */
export type Transport = (parcel: Parcel, id: string) => Promise<Outcome>;

interface PendingEvent {
  payload: JsonObject;
  attempt: number;
}

/** Delivery over the given transport. */
export function createDelivery(world: () => World, transport: Transport): Delivery {
  const last = new Map<string, Parcel>();
  let lastEvent: JsonObject | undefined;
  let stranded: PendingEvent[] = [];

  const send = (parcel: Parcel) => {
    const { inspector, clock, faults } = world();
    const retry = parcel.retry?.attempt ?? 0;
    const id = randomUUID();
    inspector.log({
      kind: 'envelope',
      at: clock.now(),
      id,
      type: parcel.type,
      label: parcel.label,
      retry,
      payload: parcel.payload,
    });
    const outcome = transport(parcel, id);
    if (faults.comesTwice({ label: parcel.label, payload: parcel.payload })) void transport(parcel, `${id}-again`);
    return outcome;
  };

  const sendEvent = async ({ payload, attempt }: PendingEvent, reason: string): Promise<void> => {
    const label = `event ${stringOf(objectOf(payload.event).type) ?? ''}`;
    const retry = { attempt, reason };
    const outcome = await send({ type: 'events_api', payload, acceptsResponse: false, label, retry });
    if (outcome.status === 'acked' || outcome.reason === 'no_retry') return;
    if (outcome.reason === 'unreachable') {
      stranded.push({ payload, attempt: attempt + 1 });
      return;
    }
    const wait = world().timing.eventRetryMs[attempt];
    if (wait === undefined) return;
    const why = outcome.reason === 'lost' ? 'connection_failed' : outcome.reason;
    const next = () => void sendEvent({ payload, attempt: attempt + 1 }, why);
    setTimeout(next, wait).unref();
  };

  return {
    interaction: (userId, parcel) => {
      if (!world().workspace.installed) throw new Error('The app is not installed: there is nothing to press or type');
      last.set(userId, parcel);
      return send(parcel);
    },
    forged: send,
    again: async (userId) => {
      const parcel = last.get(userId);
      if (parcel === undefined) throw new Error('This person has not done anything yet that could be delivered again');
      return { parcel, outcome: await send(parcel) };
    },
    event: ({ event, channel }) => {
      if (!wanted(world(), event, channel)) return;
      lastEvent = eventEnvelope(world(), event);
      void sendEvent({ payload: lastEvent, attempt: 0 }, '');
    },
    redeliverEvent: async () => {
      if (lastEvent !== undefined) await sendEvent({ payload: lastEvent, attempt: 1 }, 'timeout');
    },
    flush: () => {
      const waiting = stranded;
      stranded = [];
      for (const event of waiting) void sendEvent(event, 'connection_failed');
    },
  };
}

function wanted(world: World, event: JsonObject, channel: Channel | undefined): boolean {
  const { manifest, scopes, workspace } = world;
  const { name, scope } = subscriptionOf(event, channel);
  if (!manifest.botEvents.has(name)) return false;
  if (name === 'app_uninstalled' || name === 'tokens_revoked') return true;
  if (!workspace.installed) return false;
  if (scope !== undefined && !scopes.has(scope)) return false;
  return channel === undefined || channel.kind === 'public' || channel.members.has(workspace.bot.id);
}

function eventEnvelope(world: World, event: JsonObject): JsonObject {
  const { workspace, secrets } = world;
  const authorization = {
    enterprise_id: null,
    team_id: workspace.teamId,
    user_id: workspace.bot.id,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    token: secrets.verificationToken,
    team_id: workspace.teamId,
    context_team_id: workspace.teamId,
    context_enterprise_id: null,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: workspace.seconds(),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: newId('4-'),
  };
}
