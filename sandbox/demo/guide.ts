import type { Guide } from '../server/instruments/guide.ts';
import type { Sandbox } from '../server/server.ts';
import type { Step } from '../ui/contract.ts';

interface Suggestion extends Omit<Step, 'done'> {
  /** What stands in a message of the app once it is done. */
  said: RegExp;
}

// biome-ignore format: a table reads best as a table
const SUGGESTIONS: readonly Suggestion[] = [
  { as: 'ana',   title: 'Submit a service order',       said: /^SO-\d+: .* submitted the order/,  detail: 'Press “New service order” on the app’s Home, or type /service-order in any channel. Choose Sam Lee as the supervisor, and add an item on the third page.' },
  { as: 'sam',   title: 'Approve it',                   said: /^SO-\d+: .* approved the order/,   detail: 'The app has sent Sam a direct message (Service Orders → Messages). Press Approve there and choose Farid Haddad as field worker. The order’s channel then has its first PDF: look at it.' },
  { as: 'farid', title: 'Confirm the work as it was',   said: /^SO-\d+: .* confirmed /,           detail: 'Open the order’s channel. On the pinned card press Create confirmation, add an item that nobody had planned, and say why. A phone-sized window shows what Farid would see on site.' },
  { as: 'farid', title: 'Close the order',              said: /^SO-\d+: .* closed the order/,     detail: 'Press Close order on the card, say that the client accepts the work, and by whom. The last PDF is the service report.' },
  { as: 'sofia', title: 'Reject an order',              said: /^SO-\d+: .* rejected the order/,   detail: '“Repair cold room door” waits for Sofia. Reject it with a reason, and watch its channel being archived.' },
  { as: 'ana',   title: 'Look something up',            said: /./,                                detail: 'Type /so list, or /so history SO-1, in any channel. Only Ana sees the answer.' },
  { as: 'ana',   title: 'Make Slack fail',              said: /^$/,                               detail: 'Fill in “New service order”. In a second tab, as somebody else, open the Inspector and switch on Outage. Send the order, then switch the outage off: the app catches up, and nothing is lost or doubled.' },
];

/** The steps of the demo, ticked off by what has been said since it was set up. */
export interface DemoGuide extends Guide {
  /** Counts from here; `since` is a message timestamp. */
  begin(sandbox: Sandbox, since: string): void;
  tell(words: string | undefined): void;
}

/** A guide that has not begun. */
export function createGuide(): DemoGuide {
  let status: string | undefined = 'The app is starting';
  let begun: { sandbox: Sandbox; since: string } | undefined;
  let failed = false;
  const isDone = ({ as, title, said }: Suggestion): boolean => {
    if (begun === undefined) return false;
    const { since, sandbox } = begun;
    const { workspace, people } = sandbox;
    if (title === 'Make Slack fail') return failed;
    if (title === 'Look something up')
      return workspace.ephemerals.some(({ ts, ephemeralTo }) => ts > since && ephemeralTo === people[as]?.id);
    return workspace
      .allChannels()
      .some(({ messages }) => messages.some(({ ts, text }) => ts > since && said.test(text)));
  };
  return {
    status: () => status,
    steps: () => SUGGESTIONS.map((one) => ({ as: one.as, title: one.title, detail: one.detail, done: isDone(one) })),
    begin: (sandbox, since) => {
      begun = { sandbox, since };
      sandbox.inspector.subscribe((record) => {
        failed ||= record.kind === 'call' && record.fault !== undefined;
      });
    },
    tell: (words) => {
      status = words;
    },
  };
}
