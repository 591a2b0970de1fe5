import { document } from './document.ts';
import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { issued } from './issued.ts';
import { items } from './items.ts';
import { hours } from './on-site/hours.ts';
import { photo, photos } from './on-site/photo.ts';
import { signing } from './on-site/signing.ts';
import { order } from './order.ts';
import { orderExport } from './order-export.ts';
import { remedy } from './remedy.ts';
import { reminder } from './reminder.ts';
import { review } from './review.ts';
import { card } from './slack/card.ts';
import { channel } from './slack/channel.ts';
import { command } from './slack/command.ts';
import { away } from './slack/daily/away.ts';
import { inbox } from './slack/daily/inbox.ts';
import { entry } from './slack/entry.ts';
import { home } from './slack/home.ts';
import { imports } from './slack/imports.ts';
import { lists } from './slack/lists.ts';
import { notice } from './slack/notice.ts';
import { records } from './slack/records.ts';
import { refusal } from './slack/refusal.ts';
import { reply } from './slack/reply.ts';
import { search } from './slack/search.ts';
import { settings } from './slack/settings/settings.ts';
import { tell } from './slack/tell.ts';
import { verify } from './slack/verify.ts';
import { types } from './types.ts';
import { web } from './web.ts';

/** English: the source of every other catalogue, and their type. */
export const en = {
  away,
  card,
  channel,
  command,
  document,
  entry,
  fields,
  forms,
  home,
  hours,
  imports,
  inbox,
  issued,
  items,
  lists,
  notice,
  order,
  orderExport,
  photo,
  photos,
  records,
  refusal,
  remedy,
  reminder,
  reply,
  review,
  search,
  settings,
  signing,
  tell,
  types,
  verify,
  web,
} as const;
