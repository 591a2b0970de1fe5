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

/** English: the source of every other catalogue, and their type. */
export const en = { card, channel, entry, home, lists, notice, order, refusal, remedy, search, tell, verify } as const;
