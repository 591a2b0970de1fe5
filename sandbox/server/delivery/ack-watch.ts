import type { AckRecord } from '../instruments/inspector.ts';
import { isObject } from '../json.ts';
import type { Outcome, Parcel } from '../ports.ts';
import type { World } from '../world.ts';

/** One delivery under observation. */
export interface AckWatch {
  id: string;
  outcome: Promise<Outcome>;
  /** The app acked, or its instance `by` did; the second time and after the deadline this is a complaint. */
  answered(body: unknown, by?: string): void;
  /** Slack drops what the app sent, without a word: for it, there was no ack. `bytes`: how large it was. */
  dropped(bytes: number, body: unknown, by?: string): void;
  /** The app cannot ack any more. `blame` says whether that is the app's own doing. */
  failed(reason: 'unreachable' | 'lost' | 'http_error' | 'no_retry', blame: boolean, by?: string): void;
}

/** Starts the three seconds of a parcel; `to`: the instance that is to answer, as far as it is known. */
export function watchAck(world: World, id: string, parcel: Parcel, to?: string): AckWatch {
  const started = performance.now();
  const done = world.workspace.begin();
  let settle: (outcome: Outcome) => void = () => {};
  const outcome = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  let state: 'waiting' | 'acked' | 'over' = 'waiting';
  const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
  const log = (result: AckRecord['outcome'], body: unknown, by = to) =>
    world.inspector.log({
      kind: 'ack',
      at: world.clock.now(),
      id,
      label: parcel.label,
      ms: elapsed(),
      outcome: result,
      body,
      by,
    });
  const complain = (kind: 'no_ack' | 'late_ack' | 'double_ack' | 'bad_ack' | 'limit', text: string) =>
    world.complaints.raise(kind, `${parcel.label} ${text}`, { envelope_id: id, ms: elapsed() });
  let overdue: ReturnType<typeof complain> | undefined;
  const finish = (next: 'acked' | 'over', result: Outcome) => {
    clearTimeout(timer);
    state = next;
    settle(result);
    queueMicrotask(done);
  };
  const timer = setTimeout(() => {
    overdue = complain('no_ack', `was not acked within ${world.timing.ackMs} ms`);
    log('timeout', undefined);
    finish('over', { status: 'unanswered', reason: 'timeout' });
  }, world.timing.ackMs);

  return {
    id,
    outcome,
    answered: (body, by) => {
      if (state === 'acked') {
        complain('double_ack', 'was acked twice');
        return log('double', body, by);
      }
      if (state === 'over') {
        if (overdue)
          Object.assign(overdue, {
            kind: 'late_ack',
            text: `${parcel.label} was acked too late, after ${elapsed()} ms`,
          });
        return log('late', body, by);
      }
      if (world.faults.ackLost({ label: parcel.label, payload: parcel.payload, by: by ?? to })) {
        log('lost', body, by);
        return finish('over', { status: 'unanswered', reason: 'lost' });
      }
      log('acked', body, by);
      if (!parcel.acceptsResponse && !isEmptyBody(body))
        complain('bad_ack', 'was acked with a body, which Slack does not read here');
      finish('acked', { status: 'acked', body, ms: elapsed() });
      world.faults
        .runAfterAck({ label: parcel.label, payload: parcel.payload, by: by ?? to })
        .catch((error: unknown) => world.inspector.note(String(error)));
    },
    dropped: (bytes, body, by) => {
      log('dropped', body, by);
      complain('limit', `was answered with ${bytes} bytes, which Slack drops without a word`);
    },
    failed: (reason, blame, by) => {
      if (state !== 'waiting') return;
      // An event that is lost with its connection is delivered again; nobody notices.
      const noticed = parcel.type !== 'events_api' || reason !== 'lost';
      if (blame && noticed) complain('no_ack', `was not acked: ${reason}`);
      log(reason === 'no_retry' ? 'http_error' : reason, undefined, by);
      finish('over', { status: 'unanswered', reason });
    },
  };
}

/** True for an ack without content: nothing, '' or {}. */
export function isEmptyBody(body: unknown): boolean {
  return body === undefined || body === null || body === '' || (isObject(body) && Object.keys(body).length === 0);
}
