import type { Guide } from '../server/instruments/guide.ts';
import type { Sandbox } from '../server/server.ts';
import type { Step } from '../ui/contract.ts';

interface Suggestion extends Omit<Step, 'done'> {
  /** Which form is sent in it. */
  form?: string;
  /** Which button is pressed in it. */
  press?: string;
}

// biome-ignore format: a table reads best as a table
const SUGGESTIONS: readonly Suggestion[] = [
  { as: 'ana',   title: 'Submit a service order',       form: 'submit',   detail: 'Press “New service order” on the app’s Home, or type /service-order in any channel. Choose Sam Lee as the supervisor, and add an item on the third page.' },
  { as: 'sam',   title: 'Approve it',                   form: 'approve',  detail: 'The app has sent Sam a direct message (Service Orders → Messages). Press Approve there and choose Farid Haddad as field worker. The order’s channel then has its first PDF: look at it.' },
  { as: 'farid', title: 'Confirm the work as it was',   form: 'confirm',  detail: 'Open the order’s channel. On the pinned card press Create confirmation, add an item that nobody had planned, and say why. Leave “Close the order with this confirmation” unticked: closing comes later. A phone-sized window shows what Farid would see on site.' },
  { as: 'farid', title: 'Let the client sign',          press: 'client_sign_open', detail: 'On the card, choose Client signs here, perhaps in the menu ⋯ after the last button. Only Farid sees the answer: press Open signing page in it, and sign as the client, with the mouse or a finger. The next PDF has the signature.' },
  { as: 'farid', title: 'Close the order',              form: 'close',    detail: 'Press Close order on the card, say that the client accepts the work, and by whom. The last PDF is the service report.' },
  { as: 'sofia', title: 'Reject an order',              form: 'reject',   detail: '“Repair cold room door” waits for Sofia. Reject it with a reason, and watch its channel being archived.' },
  { as: 'olga',  title: 'Set the company up',           form: 'settings_page', detail: 'Olga is an admin: press “Settings” on the app’s Home, or type /so settings. Change the tax, or who sees prices, save, and press “Preview document”: it comes as a direct message. “View as” shows what a guest sees. Documents with prices can go to a private channel that the app is in: make one with + beside Channels, and type /invite @Service Orders in it. User groups can’t be tried here.' },
  { as: 'olga',  title: 'Keep clients and the catalogue', form: 'records_editor', detail: 'Press “Clients” on the app’s Home. Search for “Miramar”, press “Edit”, change the contact and save; open it again, and it says who changed what. “Sites” leads to the places of a client, “Catalogue” to fifty items with prices. What is set to “No longer active” stays with the orders that have it.' },
  { as: 'olga',  title: 'Ask your own questions',       form: 'types_field', detail: 'Type /so settings, press “Order types”, and edit “Inspection”: it has questions for the new order and a checklist for the confirmation, and can’t be closed without its results. Add a field of your own. Then submit an order as Ana, choose Inspection under “Type” on the first page, and see what the form asks; the results are printed on the PDF.' },
  { as: 'ana',   title: 'Look something up',                              detail: 'Type /so list, or /so history SO-1, in any channel. Only Ana sees the answer.' },
  { as: 'gus',   title: 'Work without prices',                            detail: 'Gus is a subcontractor, and the prices of “Clean ventilation ducts” are for the office only. As Gus, type /so show SO-8, and open the work copy in its channel; then do the same as Sam, who has the PDF with prices in his messages.' },
  { as: 'ana',   title: 'Make Slack fail',                                detail: 'Fill in “New service order”. In a second tab, as somebody else, open the Inspector and switch on Outage. Send the order, then switch the outage off: the app catches up, and nothing is lost or doubled.' },
];

/** The steps of the demo, ticked off by what has been done since it was set up. */
export interface DemoGuide extends Guide {
  /** Counts from here; `since` is a message timestamp, `done` the titles of the steps that were done before. */
  begin(sandbox: Sandbox, since: string, done?: readonly string[]): void;
  /** The titles of the steps that are done. */
  done(): string[];
  tell(words: string | undefined): void;
}

/** Whether an answer closes the form: it was taken, in whatever language. */
const closes = (body: unknown): boolean => {
  const action =
    typeof body === 'object' && body !== null && 'response_action' in body ? body.response_action : undefined;
  return action === undefined || action === 'clear';
};

/** A guide that has not begun. */
export function createGuide(): DemoGuide {
  let status: string | undefined = 'The app is starting';
  let begun: { sandbox: Sandbox; since: string } | undefined;
  let failed = false;
  const sent = new Set<string>();
  const pressed = new Set<string>();
  /** A step stays done, whatever becomes of what it left. */
  const done = new Set<string>();
  const isTaken = ({ as, title, form, press }: Suggestion): boolean => {
    if (begun === undefined) return false;
    const { since, sandbox } = begun;
    const { workspace, people } = sandbox;
    if (title === 'Make Slack fail') return failed;
    if (title === 'Look something up' || title === 'Work without prices')
      return workspace.ephemerals.some(({ ts, ephemeralTo }) => ts > since && ephemeralTo === people[as]?.id);
    return (form !== undefined && sent.has(form)) || (press !== undefined && pressed.has(press));
  };
  const isDone = (one: Suggestion): boolean => {
    if (isTaken(one)) done.add(one.title);
    return done.has(one.title);
  };
  return {
    status: () => status,
    steps: () => SUGGESTIONS.map((one) => ({ as: one.as, title: one.title, detail: one.detail, done: isDone(one) })),
    done: () => SUGGESTIONS.filter(isDone).map(({ title }) => title),
    begin: (sandbox, since, before = []) => {
      begun = { sandbox, since };
      for (const title of before) done.add(title);
      sandbox.inspector.subscribe((record) => {
        failed ||= record.kind === 'call' && record.fault !== undefined;
        if (record.kind === 'ack' && record.outcome === 'acked')
          pressed.add(/^block_actions (\w+)$/.exec(record.label)?.[1] ?? '');
        const form = record.kind === 'ack' ? /^view_submission (?:form:)?(\w+)$/.exec(record.label)?.[1] : undefined;
        if (form && record.kind === 'ack' && record.outcome === 'acked' && closes(record.body)) sent.add(form);
      });
    },
    tell: (words) => {
      status = words;
    },
  };
}
