import type { ModalView } from '@slack/types';
import type { SettingsChange } from '../../../../db/ports.ts';
import { actions, button, section } from '../../../forms/blocks.ts';
import { clip, date, escaped, mentionAuthor, plain } from '../../../forms/mrkdwn.ts';
import { labelOf, type Saying, saidValue } from '../../../office/say.ts';
import { deskIds } from '../ids.ts';

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

function entryText({ at, by, changes }: KeptChange, saying: Saying): string {
  const { history } = saying.words.settings;
  const head = history.entry({ name: mentionAuthor(by), when: date(at, saying.words) });
  return [head, ...changes.map((one) => changeText(one, saying))].join('\n');
}

/** `Tax: 19 % → 21 %`. */
export function changeText({ path, before, after }: SettingsChange['changes'][number], saying: Saying): string {
  const { history, value } = saying.words.settings;
  const [was, is] = [saidValue(path, before, saying), saidValue(path, after, saying)];
  // Two logos are said alike.
  const isOther = path === 'company.logo' && was === is;
  return history.change({
    label: escaped(labelOf(path, saying.words)),
    before: was,
    after: isOther ? value.otherLogo : is,
  });
}
