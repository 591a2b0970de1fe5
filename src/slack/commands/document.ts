import { escaped } from '../../forms/mrkdwn.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { listOf } from '../../words/list.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import { issuedFor } from '../documents-for.ts';
import type { Person } from '../people/people.ts';

/** Who asks, in their words; `trigger`: by what it is known again that they did. */
interface Asking {
  readonly person: Person;
  readonly words: Words;
  readonly trigger: string;
}

/** Which document: of which version, the newest where none is named; as plain text rather than as a PDF. */
interface Asked {
  readonly version: number | undefined;
  readonly as?: 'text';
}

/**
 * Owes somebody who may see the order the document of a version once more, the newest when they name none: they get it by direct
 * message. Or what stands in the way; mrkdwn.
 */
export async function askForDocument(
  { store, nudge, now }: Pick<Deps, 'store' | 'nudge' | 'now'>,
  { person, words, trigger }: Asking,
  order: Order,
  asked: Asked,
): Promise<string> {
  const say = words.command.document;
  const issued = await issuedFor(store, person, order);
  const versions = issued.map(({ version }) => version);
  const newest = versions.at(-1);
  const number = orderNumber(order.number);
  if (newest === undefined) return say.none({ order: number });
  const version = asked.version ?? newest;
  if (!versions.includes(version)) {
    const listed = listOf(versions.map(String), words);
    return say.noVersion({ order: number, version, count: versions.length, versions: listed });
  }
  const as = asked.as === undefined ? {} : { as: asked.as };
  const owed = { type: 'send_document', version, person: person.id, ...as } as const;
  await store.owe(order.team, order.id, [owed], now(), { cause: `document:${person.id}:${trigger}` });
  nudge();
  return say.sending({ file: escaped(`${number} v${version}.${asked.as === 'text' ? 'txt' : 'pdf'}`) });
}
