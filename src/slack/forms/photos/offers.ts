import { filesIn } from '../../../forms/draft.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { MAX_OFFERED, OFFERED } from '../../../forms/pages/photos.ts';
import { type Attachment, filesBesides } from '../../../order/content.ts';
import { photosInOrder, postedAt } from '../../../order/evidence/photo-order.ts';
import type { Order } from '../../../order/order.ts';
import type { PostedPhoto } from '../../../slack-api/posted-photos.ts';
import type { Deps } from '../../deps.ts';
import type { KeptDraft } from '../../drafts/drafts.ts';
import type { Session } from '../form-session.ts';

/** Characters of a link that is shown; Slack's have some 150. */
const MAX_LINK = 500;

/** Photos that an order has, or that its next version will have. */
export const photosKnown = ({ photos, content, progress }: Order) => [
  ...photos,
  ...content.attachments,
  ...(progress.photos ?? []),
];

/** Asks Slack for the photos of an order's channel, which its form may soon offer. */
export async function lookAhead(
  { store, postedPhotos }: Pick<Deps, 'store' | 'postedPhotos'>,
  { bound, stored, team }: Session,
): Promise<void> {
  if (!stored || !bound.form.pages.some(({ findsPhotos }) => findsPhotos)) return;
  const channel = await store.channel(team, stored.id);
  if (channel && channel.archivedAt === null) postedPhotos.ahead(channel.channel);
}

/**
 * A draft that offers what people posted in the order's channel and what the order does not have yet. Where Slack does not say in
 * time what that is, it offers what it did.
 */
export async function withOffers(
  { store, postedPhotos }: Pick<Deps, 'store' | 'postedPhotos'>,
  { stored, team, context }: Session,
  draft: KeptDraft,
): Promise<KeptDraft> {
  const channel = stored && (await store.channel(team, stored.id));
  if (!channel || channel.archivedAt !== null) return draft;
  const posted = await postedPhotos.of(channel.channel);
  if (!posted) return draft;
  const known = [...photosKnown(stored), ...filesIn(draft.values.photos)];
  const files = posted.map(({ fileId, name, mimetype, size, by }) => ({
    ...{ fileId, name, mimetype, size },
    ...{ from: by, posted: true as const },
  }));
  // The newest, the oldest of them first: Slack lists what came with one message the other way round.
  const left = filesBesides(known, files).slice(0, MAX_OFFERED).toReversed();
  if (left.length === 0 && filesIn(draft.values[OFFERED.files]).length === 0) return draft;
  const people = await Promise.all(left.map(({ from }) => store.person(team, from ?? '')));
  const names = new Map(left.map(({ fileId }, index) => [fileId, people[index]?.name ?? '']));
  const credited = left.map((file): Attachment => {
    const at = posted.find(({ fileId }) => fileId === file.fileId)?.at ?? 0;
    return at > 0 ? { ...file, credit: { by: { id: file.from ?? '', name: names.get(file.fileId) ?? '' }, at } } : file;
  });
  const offered = photosInOrder(credited, postedAt).flat();
  const { photos: say } = context.words;
  const lines = offered.flatMap(({ fileId, name }, index) => {
    const photo = posted.find((one) => one.fileId === fileId);
    if (!photo) return [];
    const said = say.line({
      ...{ place: index + 1, file: escaped(clip(name, 80)), name: escaped(names.get(fileId) || '–') },
      when: timeOf(photo, context),
    });
    return [
      photo.permalink && photo.permalink.length <= MAX_LINK
        ? `${said} · ${say.open({ link: escaped(photo.permalink) })}`
        : said,
    ];
  });
  const values = { ...draft.values, [OFFERED.files]: offered, [OFFERED.lines]: lines };
  return { ...draft, values, touched: draft.touched || offered.length > 0 };
}

/** `28 Nov, 10:42`, where its reader is. */
function timeOf({ at }: PostedPhoto, { locale, timeZone = 'UTC' }: Session['context']): string {
  const style = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: knownZone(timeZone) }).format(at * 1000);
}

function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return 'UTC';
  }
}
