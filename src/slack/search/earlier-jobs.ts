import type { At, OrderSummary } from '../../../db/ports.ts';
import { readChoice } from '../../forms/fields/records.ts';
import { choiceIn, recordIn } from '../../forms/on-file.ts';
import { maySee, visibleTo } from '../../order/permissions.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../people/people.ts';
import type { Caller } from '../replies/open-views.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { summaryRow } from '../views/lists.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';

/** Orders shown: the newest. */
const SHOWN = 10;

/** Shows somebody the newest orders at the same site, else for the same client, that they may see. */
export async function showEarlierJobs(deps: Deps, caller: Caller, payload: BlockActions): Promise<void> {
  const reading = deps.store.settings(deps.team);
  const [person, settings] = await Promise.all([deps.people.find(caller.person, reading), reading]);
  const words = readersWords(person, settings);
  const { earlierJobs: say } = words.lists;
  const mayAct = person?.kind === 'member' || person?.kind === 'guest';
  const asked = person && mayAct ? await askedFor(deps, person, payload) : undefined;
  if (!person || !asked)
    return deps.views.show(caller, notice(words, words.forms.notice.title.order, words.forms.notice.noOrder));
  const found = await earlierJobs(deps, person, asked.places, asked.besides);
  const text = found.length === 0 ? say.none : say.head({ count: found.length });
  const rows = found.map((order) => summaryRow(order, words));
  return deps.views.show(caller, notice(words, say.title, text, [], rows));
}

/** Where to look, the nearest place first, and the order that is asked about. */
interface Asked {
  readonly places: readonly At[];
  readonly besides?: string;
}

/** What a button asks for: the place of the order it is under, or what is chosen in the form that it is in. */
async function askedFor({ store, team }: Deps, person: Person, payload: BlockActions): Promise<Asked | undefined> {
  const { view } = payload;
  const value = payload.actions[0]?.value ?? '';
  const client = recordIn(value);
  if (client !== '') {
    const chosen = Object.values(view?.state?.values.location ?? {})[0];
    const site = chosen ? recordIn(readChoice(chosen)) : '';
    return { places: [...(site ? [{ site }] : []), { client }] };
  }
  const order = await store.order(team, choiceIn(value)?.value ?? '');
  if (!order || !maySee(person, order)) return undefined;
  const { siteOnFile, clientOnFile } = order.content;
  const places = [
    ...(siteOnFile ? [{ site: siteOnFile.id }] : []),
    ...(clientOnFile ? [{ client: clientOnFile.id }] : []),
  ];
  return { places, besides: order.id };
}

async function earlierJobs(
  { store, team }: Deps,
  person: Person,
  places: readonly At[],
  besides = '',
): Promise<OrderSummary[]> {
  const { role, ...whose } = visibleTo(person);
  for (const at of places) {
    const found = await store.ordersAt(team, at, { ...whose, crewOnly: role === 'crew', limit: SHOWN + 1 });
    const others = found.filter(({ id }) => id !== besides).slice(0, SHOWN);
    if (others.length > 0) return others;
  }
  return [];
}
