import type { Fault, HookCall } from '../../sandbox/server/instruments/faults.ts';
import { objectsOf, stringOf } from '../../sandbox/server/json.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';

/**
 * One moment of a life: a call to Slack or an ack. Lanes run side by side, so that a bare count would not name the same
 * call in two lives; each is known by its act, its method, whom or what it is about, and its number among those.
 */
export interface Moment {
  readonly act: string;
  readonly kind: 'call' | 'ack';
  readonly name: string;
}

/** What happens at the moments of a life. Everything is told of at most once. */
export interface Strikes {
  /** A call has arrived; nothing has been done yet. The fault that it meets, if any. */
  arrived?(moment: Moment, call: HookCall): Promise<Fault | undefined> | Fault | undefined;
  /** A call has taken effect; its answer has not been sent. `by`: the instance that called, where it says so. */
  done?(moment: Moment, by: string | undefined): Promise<void>;
  /** Whether an ack is lost on its way: Slack waits for it in vain. */
  ackLost?(moment: Moment): boolean;
  /** An ack has arrived; from which instance. */
  acked?(moment: Moment, by: string | undefined): Promise<void>;
}

/** Follows the traffic of a sandbox in which one life is lived at a time. */
export interface Watch {
  /** A life begins: its moments are counted afresh, and these are its strikes. */
  life(strikes?: Strikes): void;
  act(name: string): void;
  /** The moments of this life so far, in the order in which they were over. */
  moments(): readonly Moment[];
}

/**
 * A form or a Home is drawn once more only when a person went on while Slack was still drawing it, somebody's older messages where
 * changes come close together: not in every life.
 */
const AGAIN = /^(?:views\.update|views\.publish|chat\.update \p{Lu}\p{L}+ \p{Lu}\p{L}+) #(?!1$)/u;

/** What is answered to, in whatever generation of its page an input is: a page that was sent before has another. */
const inputIn = (label: string): string => label.replace(/\bfield-\d+\b/, 'field');

/** Watches from now on. Uses the sandbox's hooks: nobody else may clear them. */
export function watch(sandbox: Sandbox): Watch {
  let strikes: Strikes = {};
  let act: string | undefined;
  let seen: Moment[] = [];
  let counts = new Map<string, number>();

  const moment = (kind: Moment['kind'], stage: string, what: string): Moment | undefined => {
    if (!act) return undefined;
    const key = `${act} ${stage} ${what}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    return { act, kind, name: `${what} #${n}` };
  };

  sandbox.faults.pick(async (call) => {
    const here = moment('call', 'arrived', described(sandbox, call));
    return here && strikes.arrived?.(here, call);
  });
  sandbox.faults.after('*', async (call) => {
    const here = moment('call', 'done', described(sandbox, call));
    if (!here || AGAIN.test(here.name)) return;
    seen.push(here);
    await strikes.done?.(here, call.by);
  });
  sandbox.faults.loseAcks(({ label }) => {
    const here = moment('ack', 'sent', inputIn(label));
    return (here && strikes.ackLost?.(here)) ?? false;
  });
  sandbox.faults.afterAck(async ({ label, by }) => {
    const here = moment('ack', 'acked', inputIn(label));
    if (!here || label.startsWith('event ')) return;
    seen.push(here);
    await strikes.acked?.(here, by);
  });

  return {
    life(next = {}) {
      strikes = next;
      act = undefined;
      seen = [];
      counts = new Map();
    },
    act(name) {
      act = name;
    },
    moments: () => seen,
  };
}

/** The lane in which a call is made: what is in different lanes goes on side by side. */
export function laneOf({ name }: Moment): 'screen' | 'metadata' | 'people' | 'channel' {
  if (name.startsWith('views.')) return 'screen';
  if (/^(pins|bookmarks|conversations\.setTopic)/.test(name)) return 'metadata';
  return /^chat\.\w+ [A-Z]/.test(name) ? 'people' : 'channel';
}

/** A moment in words. */
export const inWords = ({ act, kind, name }: Moment): string => `${act}: ${kind === 'ack' ? 'ack of ' : ''}${name}`;

/** `chat.postMessage Sam Lee`: the method, and the person, channel or file that it is about. */
function described({ workspace }: Sandbox, { method, args }: HookCall): string {
  const conversation = workspace.conversations.get(stringOf(args.channel) ?? '');
  const person = conversation?.im ?? stringOf(args.users) ?? stringOf(args.user) ?? stringOf(args.channel);
  const file = workspace.files.get(stringOf(args.file) ?? '')?.title;
  const about = [
    conversation && conversation.kind !== 'im' ? '' : (workspace.users.get(person ?? '')?.realName ?? ''),
    file ?? '',
    objectsOf(args.files).length > 0 ? 'file' : '',
  ];
  return [method, ...about]
    .filter(Boolean)
    .join(' ')
    .replace(/SO-\d+/, 'SO-#');
}
