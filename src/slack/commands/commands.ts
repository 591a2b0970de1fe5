import { standingIn } from '../../absence.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { entryWithoutPrices, orderFor } from '../../order/amounts/prices.ts';
import type { Order } from '../../order/order.ts';
import { maySee, seesPrices, visibleTo } from '../../order/permissions.ts';
import { ofStatus, STATUSES } from '../../order/progress/status.ts';
import { orderNumber, parseOrderNumber } from '../../order/text/order-number.ts';
import { eitherOf, listOf } from '../../words/list.ts';
import { statusText } from '../../words/state.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import { documentsFor } from '../documents-for.ts';
import type { Opening } from '../forms/open-form.ts';
import { inboxOf, openVisits, todayOf } from '../home/agenda.ts';
import { withLate } from '../home/late.ts';
import type { Person } from '../people/people.ts';
import { find } from '../search/search.ts';
import type { SlashCommand } from '../transport/payloads.ts';
import { verifyCode } from '../verification/verify.ts';
import { offersTo } from '../views/buttons.ts';
import { type Message, privateCard } from '../views/card.ts';
import { inboxMessage } from '../views/inbox/inbox.ts';
import { todayMessage } from '../views/inbox/today.ts';
import { historyMessage, listMessage } from '../views/lists.ts';
import { words as messageOf } from '../views/message.ts';
import { findMessage } from '../views/search.ts';
import { readersWords } from '../words-for.ts';
import { askForDocument } from './document.ts';
import { isAll, readCommand, readVersion, type Subcommand, statusNamed, subcommandNamed } from './typed.ts';

/** Who reads an answer, in their words. */
interface Reader {
  readonly person: Person;
  readonly words: Words;
  /** The command as they typed it. */
  readonly command: string;
  /** By what the command is known again. */
  readonly trigger: string;
}

type Answer = (deps: Deps, reader: Reader, rest: string) => Promise<Message | Opening>;

/** Orders a list shows; a message holds 50 blocks. */
const LISTED = 20;

/** Orders with buttons in one message: two blocks each. */
const IN_A_MESSAGE = 20;

/** What each subcommand answers, or the form that it opens. `new`, `settings` and `export` ask for nothing first. */
const answers: Readonly<Record<Exclude<Subcommand, 'new' | 'settings' | 'export'>, Answer>> = {
  async list({ store, now }, { person, words }, rest) {
    const status = statusNamed(rest, words);
    if (rest && !status && !isAll(rest, words)) {
      const statuses = eitherOf(
        STATUSES.map((one) => statusText(one, words)),
        words,
      );
      return messageOf(words.command.unknownStatus({ typed: quotedShort(rest), statuses }));
    }
    const which = { ...visibleTo(person), ...(status ? ofStatus(status) : {}), limit: LISTED + 1 };
    const [found, settings] = await Promise.all([store.list(person.team, which), store.settings(person.team)]);
    const asked = { team: person.team, settings, at: Math.floor(now() / 1000) };
    const shown = await withLate(store, found.slice(0, LISTED), asked);
    return listMessage(shown, status, found.length > LISTED, words);
  },
  async inbox({ store, now }, { person, words }) {
    const at = Math.floor(now() / 1000);
    const [settings, visits] = await Promise.all([store.settings(person.team), openVisits(store, person, at)]);
    const asked = { person, settings, at, most: IN_A_MESSAGE };
    return inboxMessage(await inboxOf(store, visits, asked), words);
  },
  async today({ store, now }, { person, words }) {
    const at = Math.floor(now() / 1000);
    const [settings, visits] = await Promise.all([store.settings(person.team), openVisits(store, person, at)]);
    const asked = { person, settings, at, most: IN_A_MESSAGE };
    return todayMessage(await todayOf(store, visits, asked), words);
  },
  async show(deps, reader, rest) {
    const found = await visibleOrder(deps, reader, rest);
    if ('text' in found) return found;
    const person = await standingIn(deps.store, reader.person, [found.order], deps.now() / 1000);
    return privateCard(found.order, reader.words, offersTo(person, found.order));
  },
  async copy(deps, reader, rest) {
    const found = await visibleOrder(deps, reader, rest);
    return 'text' in found ? found : { form: 'submit', order: '', copyOf: found.order.id };
  },
  find: async (deps, { person, words }, rest) => findMessage(rest, await find(deps, person, { w: rest }), words),
  async history(deps, reader, rest) {
    const found = await visibleOrder(deps, reader, rest);
    if ('text' in found) return found;
    const { team, id } = found.order;
    const [entries, documents] = await Promise.all([
      deps.store.entries(team, id),
      documentsFor(deps.store, reader.person, found.order),
    ]);
    const shown = seesPrices(reader.person, found.order) ? entries : entries.map(entryWithoutPrices);
    return historyMessage(found.order, shown, documents, reader.words);
  },
  document: async (deps, reader, rest) => {
    const { named, ...asked } = readVersion(rest, reader.words);
    const found = await visibleOrder(deps, reader, named, documentSyntax(reader));
    return 'text' in found ? found : messageOf(await askForDocument(deps, reader, found.order, asked));
  },
  verify: (deps, { person }, rest) => verifyCode(deps, person, rest),
  help: async (_deps, reader) => messageOf(helpText(reader)),
};

/** Answers a slash command from what we hold, privately; or with the form, the settings or the export that it asks for. */
export async function replyTo(
  deps: Deps,
  command: SlashCommand,
  person: Person,
): Promise<Message | Opening | 'settings' | 'export'> {
  const words = readersWords(person, await deps.store.settings(person.team));
  if (person.kind !== 'member' && person.kind !== 'guest') return messageOf(words.command.outsider);
  const { name, rest } = readCommand(command.text);
  const subcommand = subcommandNamed(name, words);
  if (subcommand === 'new') return { form: 'submit', order: '' };
  if (subcommand === 'settings' || subcommand === 'export') return subcommand;
  const typedAs = /^\/[\w-]{1,32}$/.test(command.command) ? command.command : COMMAND;
  const reader = { person, words, command: typedAs, trigger: command.trigger_id };
  if (subcommand) return answers[subcommand](deps, reader, rest);
  return messageOf(`${words.command.unknown({ typed: quotedShort(name) })}\n${helpText(reader)}`);
}

/** The command as the manifest names it. */
const COMMAND = '/service-order';

/** The channel that somebody names by `#`: Slack writes `<#C123|its-name>`, without a name where it is private. */
const CHANNEL = /<#([A-Z0-9]{1,40})(?:\|([^<>]*))?>/;

/** The order that is meant, by its number or by its channel, and the number. */
async function orderIn(
  { store }: Deps,
  team: string,
  rest: string,
): Promise<{ order: Order | undefined; number: number | undefined }> {
  const [, channel, name = rest] = CHANNEL.exec(rest) ?? [];
  const ref = channel === undefined ? undefined : await store.channelById(team, channel);
  const ofChannel = ref && (await store.order(team, ref.order));
  if (ofChannel) return { order: ofChannel, number: ofChannel.number };
  const number = parseOrderNumber(name);
  return { number, order: number === undefined ? undefined : await store.orderByNumber(team, number) };
}

/** `syntax`: how the command is typed, said where what follows it names no order. */
async function visibleOrder(
  deps: Deps,
  { person, words, command: typed }: Reader,
  rest: string,
  syntax: readonly string[] = [],
) {
  const { command } = words;
  const { order, number } = await orderIn(deps, person.team, rest);
  if (number === undefined) {
    const why = rest ? command.notNumber({ typed: quotedShort(rest) }) : command.noNumber;
    return messageOf([why, ...syntax].join('\n'));
  }
  if (!order || !maySee(person, order))
    return messageOf(command.noOrder({ command: typed, order: orderNumber(number), list: command.name.list }));
  return { order: orderFor(person, order) };
}

/** How a document is asked for. */
function documentSyntax({ words, command }: Pick<Reader, 'words' | 'command'>): string[] {
  const { name, help, asText } = words.command;
  return [help.document({ command, name: name.document }), help.asText({ command, name: name.document, text: asText })];
}

/** Everything that can be typed, one line each. */
function helpText({ words, command }: Pick<Reader, 'words' | 'command'>): string {
  const { name, help } = words.command;
  const english = wordsFor('en').command.name;
  const lines = [
    help.heading,
    help.new({ command, name: name.new }),
    help.list({ command, name: name.list, status: words.order.stage.in_progress.toLocaleLowerCase(words.locale) }),
    help.inbox({ command, name: name.inbox }),
    help.today({ command, name: name.today }),
    help.show({ command, name: name.show }),
    help.copy({ command, name: name.copy }),
    help.find({ command, name: name.find }),
    help.history({ command, name: name.history }),
    ...documentSyntax({ words, command }),
    help.verify({ command, name: name.verify }),
    help.export({ command, name: name.export }),
    help.settings({ command, name: name.settings }),
    help.help({ command, name: name.help }),
    help.short,
  ];
  if (words.language !== 'en') lines.push(help.english({ names: listOf(Object.values(english), words) }));
  return lines.join('\n');
}

/** What somebody typed, repeated to them: its beginning, escaped. */
const quotedShort = (typed: string): string => clip(escaped(typed), 80);
