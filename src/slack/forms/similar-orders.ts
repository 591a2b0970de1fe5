import type { Similar } from '../../forms/context.ts';
import type { Draft } from '../../forms/draft.ts';
import { saidWhere } from '../../forms/fields/records.ts';
import type { Content } from '../../order/content.ts';
import { maySee } from '../../order/permissions.ts';
import type { Deps } from '../deps.ts';
import type { Session } from './form-session.ts';
import { isReview } from './page.ts';

/** How long two orders that read alike are taken for one job, seconds; and how many of the newest are looked at. */
const RECENT = 86_400;
const LOOKED_AT = 100;
/** Named to the person; more than that is a habit. */
const NAMED = 3;

/** The session with the orders of the last day that read like the one on this page, where the page is its review. */
export async function withSimilar(
  { store }: Deps,
  session: Session,
  values: Draft['values'],
  page: string | undefined,
): Promise<Session> {
  const { team, person, order, context, bound } = session;
  if (!('location' in bound.form.fields) || !isReview(session, page)) return session;
  const where = saidWhere(values, context);
  const mine = sameness({ ...values, ...where });
  const newest = await store.list(team, { limit: LOOKED_AT });
  const alike = newest.filter(
    (one) =>
      one.id !== order?.id && sameness({ ...one, location: '' }) === sameness({ ...values, ...where, location: '' }),
  );
  const found = await Promise.all(alike.slice(0, NAMED).map((one) => store.order(team, one.id)));
  const same = found.flatMap((one) => (one && sameness(one.content) === mine ? [one] : []));
  const similar = same.map(async (one): Promise<Similar[]> => {
    const at = (await store.entry(team, one.id, 1))?.at ?? 0;
    if (at < context.now - RECENT) return [];
    const seen = maySee(person, one) ? { number: one.number } : {};
    return [{ id: one.id, ...seen, by: one.requester, at }];
  });
  return { ...session, context: { ...context, similar: (await Promise.all(similar)).flat() } };
}

/** What makes two orders one job: title, client and location, however they are written. */
const sameness = ({ title, client, location }: Partial<Record<keyof Content, unknown>>): string =>
  JSON.stringify(
    [title, client, location].map((text) =>
      String(text ?? '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
