import { section } from '../../../forms/blocks.ts';
import { date, escaped, quoted } from '../../../forms/mrkdwn.ts';
import { ownLines } from '../../../forms/own/lines.ts';
import { changeLines, moreInPdf } from '../../../forms/pages/review.ts';
import type { Entry, SubmittedBefore } from '../../../order/action.ts';
import { changesBetween, netDifference } from '../../../order/amounts/items.ts';
import { formatMoney, isPriced } from '../../../order/amounts/money.ts';
import type { Order } from '../../../order/order.ts';
import { type Party, SYSTEM } from '../../../order/people.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Approval, Version } from '../../../order/version.ts';
import { withAmount } from '../../../words/covered-amount.ts';
import { listOf } from '../../../words/list.ts';
import { chosenReason, reasonOf } from '../../../words/reasons.ts';
import { representative } from '../../../words/representative.ts';
import type { Words } from '../../../words/words.ts';
import { amountsOf, itemFormat } from '../card.ts';
import { type Message, message, type Part } from '../message.ts';
import { resubmissionLines } from '../resubmission.ts';
import { facts } from './facts.ts';

/** What the message of an entry says besides the entry. */
interface About {
  /** The version that the entry made, where it is not the latest. */
  readonly version?: Version | null;
  /** What was submitted before, where the entry submits the order again. */
  readonly before?: SubmittedBefore | undefined;
  /** The message a new order was made from. */
  readonly sourceLink?: string | undefined;
}

/** The message of one entry in the order's channel: who did what, with the reason or the change list. It mentions nobody. */
export function entryMessage(
  order: Order,
  entry: Entry,
  words: Words,
  { version = order.latest, before, sourceLink }: About = {},
): Message {
  const [chosen, reason] = [chosenReason(entry, words), reasonOf(entry)];
  const changes = changesOf(order, entry, version, words);
  const what = withAmount(pastTense(entry, words), order, entry, words);
  const dated = words.entry.dated({ what, date: date(entry.at, words) });
  return message(entryText(order, entry, words, { changes, before }), [
    section(dated),
    ...(chosen ? [section(words.entry.menuReason({ reason: chosen }))] : []),
    ...(reason ? [section(quoted(reason))] : []),
    ...facts(entry, words).map(({ text, quote }) => section(quote ? `${text}\n${quoted(quote)}` : text)),
    ...answered(entry, words),
    ...(before ? [resubmitted(entry, before, words)] : []),
    ...(changes
      ? [{ lines: changes.lines, more: moreInPdf(words) }, ...(changes.money ? [section(changes.money)] : [])]
      : []),
    ...(sourceLink ? [section(words.entry.source({ link: sourceLink }))] : []),
  ]);
}

/**
 * The whole entry in plain words, escaped: what a phone's notification shows and a screen reader reads. Nothing in it needs
 * Slack to format it, so it has no times.
 */
function entryText(
  order: Order,
  entry: Entry,
  words: Words,
  { changes, before }: { changes: Changes | undefined; before: SubmittedBefore | undefined },
): string {
  const [chosen, reason] = [chosenReason(entry, words), reasonOf(entry)];
  return [
    words.entry.text({
      order: orderNumber(order.number),
      what: withAmount(pastTense(entry, words), order, entry, words),
    }),
    ...(chosen ? [chosen] : []),
    ...(reason ? [escaped(reason)] : []),
    ...facts(entry, words).flatMap(({ text, quote, timed }) =>
      timed ? [] : [text, ...(quote ? [escaped(quote)] : [])],
    ),
    ...answersIn(entry, words),
    ...(before && 'content' in entry.action ? resubmissionLines(before, entry.action, words) : []),
    ...(changes?.lines ?? []),
    ...(changes?.money ? [changes.money] : []),
  ].join('\n');
}

/** What an entry answers to own fields; a submission, only where it is the first. */
const answersIn = ({ action }: Entry, words: Words): string[] =>
  ownLines(action.type === 'submit' ? action.content.own : 'own' in action ? action.own : [], words);

function answered(entry: Entry, words: Words): Part[] {
  const lines = answersIn(entry, words);
  return lines.length > 0 ? [{ lines, more: moreInPdf(words) }] : [];
}

/** What a submission changed, as a part of a message. */
const resubmitted = ({ action }: Entry, before: SubmittedBefore, words: Words) => ({
  lines: 'content' in action ? resubmissionLines(before, action, words, (at) => date(at, words)) : [],
  more: (count: number) => words.forms.moreLines({ count }),
});

/** Who did what: `Sam Okafor approved the order`, and for whom, where that was a supervisor who was away. Escaped. */
export function pastTense(entry: Entry, words: Words): string {
  const what = whatWasDone(entry, words);
  const { for: supervisor } = entry.by;
  return supervisor ? words.entry.substituteFor({ what, name: escaped(supervisor.name) }) : what;
}

/** Whom a request that came while its supervisor was away asked as well, as the history says it of later ones. Escaped. */
export function askedToo({ action }: Entry, { entry }: Words): string[] {
  if (!('standIn' in action) || !action.standIn) return [];
  return [entry.did.ask_instead({ name: escaped(SYSTEM.name), asked: escaped(action.standIn.name) })];
}

/** Who decided, and for whom, where that was a supervisor who was away. Escaped. */
export function decider({ by, for: supervisor }: Pick<Approval, 'by' | 'for'>, words: Words): string {
  const what = escaped(by.name);
  return supervisor ? words.entry.substituteFor({ what, name: escaped(supervisor.name) }) : what;
}

function whatWasDone({ action, by, version }: Entry, words: Words): string {
  const { did } = words.entry;
  const who = { name: escaped(by.name) };
  switch (action.type) {
    case 'confirm_partial':
    case 'confirm_final':
      return did[action.settles ? (`${action.type}_settles` as const) : action.type]({ ...who, version: version ?? 0 });
    case 'hand_over':
      return did.hand_over({ ...who, to: escaped(action.to.name) });
    case 'hold':
      return (action.seen === undefined ? did.hold : did.change_hold)(who);
    case 'sign':
      return did.sign({ name: escaped(representative(action, words)), version: version ?? 0 });
    case 'accept_extra':
    case 'accept_final':
      return did[action.type]({ ...who, version: version ?? 0 });
    case 'add_photos':
      return did.add_photos({ ...who, count: action.photos.length });
    case 'remind':
      return reminded(action, who, words);
    case 'lapse':
      return did.lapse({ ...who, people: partyNamesIn(action.people, words) });
    case 'close':
      return did.close({ ...who, outcome: words.order.outcome[action.closure.outcome] });
    default:
      return did[action.type](who);
  }
}

/** `Service Orders reminded Sam Okafor and also asked Eva Brandt`. Escaped. */
function reminded(
  { people, asked = [] }: Extract<Entry['action'], { type: 'remind' }>,
  who: { readonly name: string },
  words: Words,
): string {
  const { did } = words.entry;
  const names = (parties: readonly Party[]) => partyNamesIn(parties, words);
  if (asked.length === 0) return did.remind({ ...who, people: names(people) });
  if (people.length === 0) return did.ask_instead({ ...who, asked: names(asked) });
  return did.remind_and_ask({ ...who, people: names(people), asked: names(asked) });
}

const partyNamesIn = (parties: readonly Party[], words: Words): string =>
  listOf(
    parties.map(({ name }) => escaped(name)),
    words,
  );

interface Changes {
  readonly lines: readonly string[];
  readonly money: string;
}

/** The change list of the version that a confirmation made. */
function changesOf(
  order: Order,
  { action, version: n }: Entry,
  version: Version | null,
  words: Words,
): Changes | undefined {
  if (action.type !== 'confirm_partial' && action.type !== 'confirm_final') return undefined;
  if (version?.n !== n) return undefined;
  return {
    lines: changeLines(version.changes, itemFormat(version.content, words)),
    money: isPriced(version.content.items) ? moneyLine(order, version, words) : '',
  };
}

/** `*Total* … · +€20.00 vs. version 2, +€5.00 vs. approved order (net)`; version 1 is the approved order. */
function moneyLine({ approvedItems }: Pick<Order, 'approvedItems'>, version: Version, words: Words): string {
  const { n, content } = version;
  const { second, later } = words.entry.total;
  const signed = (minor: number) => formatMoney(minor, content, words.locale, true);
  const { net, gross } = amountsOf(content, words);
  const overall = signed(netDifference(changesBetween(approvedItems ?? [], content.items, content.decimals)));
  if (n === 2) return gross === undefined ? second.net({ net, overall }) : second.tax({ net, gross, overall });
  const against = { net, overall, before: signed(netDifference(version.changes)), version: n - 1 };
  return gross === undefined ? later.net(against) : later.tax({ ...against, gross });
}
