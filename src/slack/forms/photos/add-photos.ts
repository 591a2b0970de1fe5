import { cleanText } from '../../../forms/fields/fields.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { CAPTION } from '../../../forms/pages/photos.ts';
import type { Attachment } from '../../../order/content.ts';
import { maySee } from '../../../order/permissions.ts';
import { isMeantAsPicture } from '../../../pdf/model/attachments.ts';
import { listOf } from '../../../words/list.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../replies/open-views.ts';
import type { Shortcut } from '../../transport/payloads.ts';
import { notice } from '../../views/notice.ts';
import { descriptionFrom } from '../brought.ts';
import { openForm } from '../open-form.ts';
import { photosKnown } from './offers.ts';

type MessageFile = NonNullable<NonNullable<Shortcut['message']>['files']>[number];

/** What is never fetched because it is larger. Bytes. */
const MAX_SIZE = 20_000_000;
/** Photos that are added at once. */
const MAX_PHOTOS = 10;

/** Why a file of a message is no photo that an order can have; `known`: the order has it. */
export type Unusable =
  | 'known'
  | 'deleted'
  | 'external'
  | 'elsewhere'
  | 'notImage'
  | 'tooLarge'
  | 'unreadable'
  | 'broken';

/** Why this file cannot be added; undefined where it can. `team`: whose workspace it is. */
export function unusable(file: MessageFile, team: string, known: readonly Attachment[]): Unusable | undefined {
  const { fileId, mode, user, user_team, size } = file;
  if (known.some((one) => one.fileId === fileId)) return 'known';
  if (mode === 'tombstone' || mode === 'hidden_by_limit') return 'deleted';
  if (mode === 'external') return 'external';
  if (user_team && user_team !== team) return 'elsewhere';
  if (!user) return 'unreadable';
  if (!isMeantAsPicture(file)) return 'notImage';
  return size > MAX_SIZE ? 'tooLarge' : undefined;
}

/** Somebody adds the photos of a message to the order whose channel it is in: they are asked what the photos show, or told why not. */
export async function addPhotos(deps: Deps, caller: Caller, shortcut: Shortcut): Promise<void> {
  const { store, team, people } = deps;
  const words = await caller.words();
  const say = words.photos.wrong;
  const refuse = (text: string) => deps.views.show(caller, notice(words, say.title, text));
  const channel = shortcut.channel?.id ?? '';
  const ref = await store.channelById(team, channel);
  const [order, person] = await Promise.all([ref && store.order(team, ref.order), people.find(caller.person)]);
  if (!order || !person || !maySee(person, order)) return refuse(say.channel);
  const files = shortcut.message?.files ?? [];
  if (files.length === 0) return refuse(say.none);
  const known = photosKnown(order);
  const judged = await Promise.all(files.map(async (file) => ({ file, why: await whyNot(deps, file, known) })));
  const [only] = files.length === 1 ? [captionIn(shortcut.message?.text ?? '')] : [];
  const photos = judged.flatMap(({ file: { user, user_team, mode, ...file }, why }): Attachment[] =>
    why ? [] : [{ ...file, ...(user ? { from: user } : {}), posted: true, ...(only ? { caption: only } : {}) }],
  );
  const wrong = wrongLines(judged, words);
  if (photos.length === 0) return refuse(wrong.join('\n'));
  const ts = shortcut.message_ts ?? shortcut.message?.ts ?? '';
  const from = { source: { channel, ts }, text: '', attachments: photos.slice(0, MAX_PHOTOS), said: wrong };
  return openForm(deps, caller, { form: 'add_photos', order: order.id, from });
}

/** What was written with the only photo of a message, as its caption. */
const captionIn = (text: string): string => cleanText(clip(descriptionFrom(text), CAPTION), false);

/** The same with what Slack says of the file now, where it says it in time. */
async function whyNot(
  { team, whoseFile, isBroken }: Pick<Deps, 'team' | 'whoseFile' | 'isBroken'>,
  file: MessageFile,
  known: readonly Attachment[],
): Promise<Unusable | undefined> {
  const why = unusable(file, team, known);
  if (why) return why;
  const [belongs, broken] = await Promise.all([whoseFile(file.fileId, file.user ?? ''), isBroken(file.fileId)]);
  if (belongs === 'gone') return 'deleted';
  if (belongs === 'not theirs') return 'elsewhere';
  return broken ? 'broken' : undefined;
}

/** A sentence for each reason. Escaped. */
function wrongLines(
  judged: readonly { readonly file: MessageFile; readonly why: Unusable | undefined }[],
  words: Words,
): string[] {
  const reasons = new Set(judged.flatMap(({ why }) => why ?? []));
  return [...reasons].map((reason) => {
    const names = judged.flatMap(({ file, why }) => (why === reason ? [escaped(clip(file.name, 80))] : []));
    const files = listOf(names.slice(0, MAX_PHOTOS), words);
    return reason === 'known'
      ? words.photos.wrong.known({ files, count: names.length })
      : words.photos.wrong[reason]({ files });
  });
}
