import type { PersonRecord } from '../../../db/ports.ts';
import { cleanText } from '../../forms/fields.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber, parseOrderNumber } from '../../order/order.ts';
import { maySee, rolesOf, visibleTo } from '../../order/permissions.ts';
import { plainTyping } from '../../order/plain-typing.ts';
import { wordsFor } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import { find } from '../search/search.ts';
import type { SlashCommand } from '../transport/payloads.ts';
import { verifyCode } from '../verification/verify.ts';
import { formsFor } from '../views/buttons.ts';
import { card, type Message } from '../views/card.ts';
import { historyMessage, listMessage, stateNamed } from '../views/lists.ts';
import { words } from '../views/message.ts';
import { findMessage } from '../views/search.ts';

type Subcommand = (deps: Deps, person: PersonRecord, rest: string) => Promise<Message>;

/** Orders a list shows; a message holds 50 blocks. */
const LISTED = 20;

/** What is read of a command's text, characters: no subcommand needs more. */
const MAX_LENGTH = 1000;

/** What each subcommand answers. `new` is not among them: it opens a form. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  async list({ store }, person, rest) {
    const state = stateNamed(rest, wordsFor('en-GB'));
    if (rest && !state)
      return words(
        `There is no state “${quotedShort(rest)}”. Use one of: waiting, changes requested, in the field, rejected, withdrawn, completed, not performed.`,
      );
    const found = await store.list(person.team, {
      ...visibleTo(person),
      ...(state ? { states: [state] } : {}),
      limit: LISTED + 1,
    });
    return listMessage(found.slice(0, LISTED), state, found.length > LISTED, wordsFor('en-GB'));
  },
  async show(deps, person, rest) {
    const found = await visibleOrder(deps, person, rest);
    if ('text' in found) return found;
    return card(found.order, wordsFor('en-GB'), formsFor(found.order, rolesOf(person, found.order)));
  },
  find: async (deps, person, rest) => findMessage(rest, await find(deps, person, { w: rest }), wordsFor('en-GB')),
  async history(deps, person, rest) {
    const found = await visibleOrder(deps, person, rest);
    if ('text' in found) return found;
    const { team, id } = found.order;
    const [entries, documents] = await Promise.all([deps.store.entries(team, id), deps.store.documents(team, id)]);
    return historyMessage(found.order, entries, documents, wordsFor('en-GB'));
  },
  verify: verifyCode,
  help: async () => help(),
};

/** The subcommand of a text and what follows it; `new` when there is none. */
export function readCommand(text: string): { name: string; rest: string } {
  const typed = cleanText(text.slice(0, MAX_LENGTH), true);
  const name = /^\S*/.exec(typed)?.[0] ?? '';
  return { name: plainTyping(name).toLowerCase() || 'new', rest: typed.slice(name.length).trimStart() };
}

/** Answers a slash command from what we hold, privately; undefined when it asks for the form of a new order. */
export async function replyTo(deps: Deps, command: SlashCommand, person: PersonRecord): Promise<Message | undefined> {
  if (person.kind !== 'member' && person.kind !== 'guest')
    return words('Service orders are for the people of this workspace. Ask one of its members for help.');
  const { name, rest } = readCommand(command.text);
  if (name === 'new') return undefined;
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  return subcommand ? subcommand(deps, person, rest) : help(`There is no “${quotedShort(name)}”. `);
}

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

async function visibleOrder(deps: Deps, person: PersonRecord, rest: string) {
  const { order, number } = await orderIn(deps, person.team, rest);
  if (number === undefined)
    return words(
      `${rest ? `“${quotedShort(rest)}” is not an order number. ` : ''}Write the order's number, for example SO-12.`,
    );
  if (!order || !maySee(person, order))
    return words(
      `There is no service order ${orderNumber(number)} that you can see. \`/service-order list\` shows yours.`,
    );
  return { order };
}

function help(before = ''): Message {
  const lines = [
    '`/service-order` or `/service-order new` – submit a service order',
    '`/service-order list [state]` – your orders, for example `list in the field`',
    '`/service-order show SO-12` – one order as it stands',
    '`/service-order find pump acme` – orders that have these words, newest first',
    '`/service-order history SO-12` – who did what, when, and every PDF',
    '`/service-order verify SO-000012-1-7F3K-9QXM-2PDA` – whether a printed document is genuine and current, by the code at its foot',
    '`/service-order help` – this',
    '`/so` is short for `/service-order`.',
  ];
  return words(`${before}Here is what you can type:\n${lines.join('\n')}`);
}

/** What somebody typed, repeated to them: its beginning, escaped. */
const quotedShort = (typed: string): string => clip(escaped(typed), 80);
