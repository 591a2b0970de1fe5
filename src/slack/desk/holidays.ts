import type { PlainTextOption } from '@slack/types';
import { clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { calendarOf } from '../../office/hours/calendar.ts';
import { DATES, withDates } from '../../office/hours/dates.ts';
import { holidaysOf, placesNamed, placesWithHolidays } from '../../office/hours/public-holidays.ts';
import { twiceText } from '../../office/say.ts';
import { localDay } from '../../order/clocks/office-time.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { BlockActions, BlockSuggestion } from '../transport/payloads.ts';
import { decodeDesk, deskIds } from '../views/desk/ids.ts';
import { done, notDone } from '../views/desk/list.ts';
import { settingsPage } from '../views/desk/page.ts';
import { type AtDesk, atDesk } from './admin.ts';
import { redraw } from './keep.ts';
import { typedIn } from './typed.ts';

/** Places that are offered at once. */
const OFFERED = 40;
/** Characters of what is typed that count. */
const TYPED = 100;

/** The countries, and parts of them, that an admin searches; nothing for others. */
export async function placesOffered(
  deps: Deps,
  { action_id, user, value }: BlockSuggestion,
): Promise<PlainTextOption[]> {
  if (!action_id.startsWith(`${deskIds.places}:`)) return [];
  const desk = await atDesk(deps, user.id, 0);
  if ('refused' in desk) return [];
  const all = await placesWithHolidays(desk.words.locale);
  return placesNamed(all, value.slice(0, TYPED), OFFERED).map(({ code, name }) => ({
    text: plain(clip(name, 75)),
    value: code,
  }));
}

/**
 * Adds the public holidays of a place, this year's and next year's, to the days that stand in the form. Nothing is saved yet: its
 * author sees them and may change them.
 */
export async function takeOverHolidays(deps: Deps, desk: AtDesk, code: string, { view }: BlockActions): Promise<void> {
  const state = decodeDesk(view?.private_metadata ?? '');
  if (!view || state?.p !== 'hours') return;
  const { words, settings, groups, admin } = desk;
  const place = (await placesWithHolidays(words.locale)).find((one) => one.code === code);
  if (!place) return;
  const [country = '', ...parts] = code.split('.');
  const year = Number(localDay(calendarOf(settings).zone, Math.floor(deps.now() / 1000)).slice(0, 4));
  const region = parts.length > 0 ? parts.join('.') : undefined;
  const found = await holidaysOf(country, region, [year, year + 1], words.locale);
  const entered = new Map(typedIn('hours', view));
  const typed = entered.get('hours.holidays');
  const { text, added } = withDates(typeof typed === 'string' ? typed : '', found);
  // What is added makes one line of each day.
  const [said] = added > 0 ? [twiceText(typed, words)] : [];
  const twice = said === undefined ? [] : [notDone(said)];
  const isTooLong = text.length > DATES.text;
  if (!isTooLong) entered.set('hours.holidays', text);
  const notice = isTooLong
    ? notDone(words.settings.holidays.tooMany)
    : [takenOver({ added, all: found.length, place: escaped(place.name) }, words), ...twice].join('\n');
  const next = { ...state, g: (state.g ?? 0) + 1 };
  const page = settingsPage({ state: next, settings, entered, groups, timeZone: admin.timeZone, notice }, words);
  await redraw(deps, view.id, page);
}

interface TakenOver {
  readonly added: number;
  readonly all: number;
  readonly place: string;
}

/** What became of it (mrkdwn). */
function takenOver({ added, all, place }: TakenOver, { settings: { holidays, save } }: Words): string {
  if (all === 0) return notDone(holidays.unknown({ place }));
  return done(added === 0 ? holidays.there({ place }) : holidays.added({ count: added, place, button: save }));
}
