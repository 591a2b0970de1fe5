import type { ModalView } from '@slack/types';
import type { SettingsChange } from '../../../../db/ports.ts';
import { actions, button, section } from '../../../forms/blocks.ts';
import { clip, date, escaped, mentionAuthor, plain } from '../../../forms/mrkdwn.ts';
import { type ListChange, listChange } from '../../../office/limits.ts';
import { datesChange, labelOf, limitText, type Saying, saidValue } from '../../../office/say.ts';
import type { Author } from '../../../order/people.ts';
import type { Words } from '../../../words/words.ts';
import { deskIds } from './ids.ts';

/** Changes shown at once. */
export const CHANGES_SHOWN = 20;

type KeptChange = SettingsChange & { readonly revision: number };

/** Who changed what and when, the newest first; `older`: there are more below. */
export function settingsHistory(changes: readonly KeptChange[], older: boolean, saying: Saying): ModalView {
  const say = saying.words.settings;
  const last = changes.at(-1);
  return {
    type: 'modal',
    callback_id: deskIds.history,
    title: plain(clip(say.history.title, 24)),
    close: plain(say.close),
    blocks: [
      ...(changes.length === 0 ? [section(say.history.none)] : []),
      ...changes.map((change) => section(entryText(change, saying))),
      ...(older && last
        ? [actions([button(deskIds.olderHistory, say.history.older, { value: String(last.revision) })])]
        : []),
    ],
  };
}

/** Whether it was the command on the server, which knows no person. */
const isServer = ({ kind, id }: Author): boolean => kind === 'system' && id === 'settings';

/** Who changed settings, in a sentence (mrkdwn). */
export const whoIn = (by: Author, { settings: { history } }: Words): string =>
  isServer(by) ? history.someone : mentionAuthor(by);

function entryText({ at, by, changes }: KeptChange, saying: Saying): string {
  const { history } = saying.words.settings;
  const name = isServer(by) ? history.server : mentionAuthor(by);
  const head = history.entry({ name, when: date(at, saying.words) });
  return [head, ...changes.map((one) => changeText(one, saying))].join('\n');
}

/** `Tax: 19 % → 21 %`; of a list of supervisors what differs, a line each. */
export function changeText({ path, before, after }: SettingsChange['changes'][number], saying: Saying): string {
  const { history, value } = saying.words.settings;
  const label = escaped(labelOf(path, saying.words));
  const listed = path === 'roles.supervisors' ? listChange(before, after) : undefined;
  if (listed) return supervisorLines(label, listed, saying).join('\n');
  const days = path === 'hours.holidays' ? datesChange(before, after, saying.words) : undefined;
  if (days)
    return [
      ...(days.added === '' ? [] : [history.added({ label, names: days.added })]),
      ...(days.removed === '' ? [] : [history.removed({ label, names: days.removed })]),
    ].join('\n');
  const [was, is] = [saidValue(path, before, saying), saidValue(path, after, saying)];
  // Two logos are said alike.
  const isOther = path === 'company.logo' && was === is;
  return history.change({ label, before: was, after: isOther ? value.otherLogo : is });
}

/** Supervisors whose limits are said one by one. */
const LIMITS = 8;

function supervisorLines(label: string, { added, removed, changed }: ListChange, saying: Saying): string[] {
  const { history, value } = saying.words.settings;
  const names = (list: ListChange['added']) => saidValue('roles.supervisors', list, saying);
  const rest = changed.length - LIMITS;
  return [
    ...(added.length > 0 ? [history.added({ label, names: names(added) })] : []),
    ...(removed.length > 0 ? [history.removed({ label, names: names(removed) })] : []),
    ...changed.slice(0, LIMITS).map((one) =>
      history.limit({
        label,
        name: saying.named(one.id),
        before: limitText(one.before, saying),
        after: limitText(one.after, saying),
      }),
    ),
    ...(rest > 0 ? [value.more({ count: rest })] : []),
  ];
}
