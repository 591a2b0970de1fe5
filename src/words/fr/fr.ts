import { translation } from '../translation.ts';
import { card } from './card.ts';
import { channel } from './channel.ts';
import { entry } from './entry.ts';
import { home } from './home.ts';
import { lists } from './lists.ts';
import { notice } from './notice.ts';
import { order } from './order.ts';
import { refusal } from './refusal.ts';
import { remedy } from './remedy.ts';
import { search } from './search.ts';
import { tell } from './tell.ts';
import { verify } from './verify.ts';

export const fr = translation({
  card,
  channel,
  entry,
  home,
  lists,
  notice,
  order,
  refusal,
  remedy,
  search,
  tell,
  verify,
});
