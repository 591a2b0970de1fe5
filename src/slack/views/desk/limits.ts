import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, section } from '../../../forms/blocks.ts';
import { inputActionId } from '../../../forms/fields/fields.ts';
import { written } from '../../../forms/fields/numbers.ts';
import { clip, plain } from '../../../forms/mrkdwn.ts';
import { highestLimit } from '../../../office/authority.ts';
import { limitAmount, limitText, type Saying } from '../../../office/say.ts';
import { currencyDecimals } from '../../../order/amounts/currencies.ts';
import type { Settings } from '../../../settings.ts';
import type { Words } from '../../../words/words.ts';
import { deskIds, encodeDesk } from './ids.ts';
import { groupOptions, type OfferedGroup } from './page.ts';

/** The blocks of the editor's inputs. */
export const supervisorBlocks = { people: 'people', groups: 'people:groups', limit: 'limit' } as const;

/** Who may be asked to approve, each with a limit and a way to change it. Slack allows 100 blocks. */
export function limitsPage(settings: Settings, revision: number, saying: Saying, notice?: string): ModalView {
  const say = saying.words.settings;
  const { supervisors } = settings.roles;
  const most = highestLimit(settings);
  return {
    type: 'modal',
    callback_id: deskIds.limits,
    private_metadata: encodeDesk({ p: 'limits', r: revision }),
    title: plain(clip(say.page.limits, 24)),
    close: plain(say.close),
    blocks: [
      ...(notice === undefined ? [] : [section(`:white_check_mark: ${notice}`)]),
      section(supervisors.length === 0 ? say.limits.everyone : say.limits.intro),
      ...(most ? [section(`:warning: ${say.limits.noneOpen({ limit: limitAmount(most, saying) })}`)] : []),
      actions([button(deskIds.addSupervisors, say.limits.add)]),
      ...supervisors.map(
        ({ id, limit }): KnownBlock =>
          section(limitLine(id, limit, saying), {
            block_id: `supervisor-${id}`,
            accessory: button(`${deskIds.supervisor}:${id}`, say.edit, { value: id }),
          }),
      ),
    ],
  };
}

/** Up to what somebody approves; that a limit of nothing lets nothing pass is said. */
function limitLine(id: string, limit: string | null, saying: Saying): string {
  const { value, limits } = saying.words.settings;
  const line = value.limited({ name: saying.named(id), limit: limitText(limit, saying) });
  return limit !== null && Number(limit) === 0 ? `${line}\n${limits.zero}` : line;
}

/** What the editor of one supervisor, or of several new ones, is drawn with. */
export interface SupervisorDrawing {
  readonly settings: Settings;
  readonly revision: number;
  /** Whose limit it is; undefined for new ones. */
  readonly id: string | undefined;
  readonly groups: readonly OfferedGroup[];
  /** What somebody has typed already. */
  readonly entered?: { readonly people: readonly string[]; readonly groups: readonly string[]; readonly limit: string };
  /** mrkdwn: what happened meanwhile. */
  readonly notice?: string;
}

/** A limit as its input holds it; '' for none. */
export const shownLimit = (limit: string | null, { money }: Settings, { locale }: Words): string =>
  limit === null ? '' : written(limit, { locale, decimals: currencyDecimals(money.currency) ?? 2 });

/** The limit of a supervisor, or new ones with theirs. */
export function supervisorEditor(drawing: SupervisorDrawing, saying: Saying): ModalView {
  const { settings, revision, id, entered, notice } = drawing;
  const { words } = saying;
  const say = words.settings;
  const { currency } = settings.money;
  const limit = settings.roles.supervisors.find((one) => one.id === id)?.limit ?? null;
  const action_id = `${inputActionId}-${revision}`;
  const shown = entered?.limit ?? shownLimit(limit, settings, words);
  return {
    type: 'modal',
    callback_id: deskIds.supervisor,
    private_metadata: encodeDesk({ p: 'limits', r: revision, ...(id === undefined ? {} : { i: id }) }),
    title: plain(clip(say.limits.title, 24)),
    submit: plain(say.save),
    close: plain(say.cancel),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      ...(id === undefined ? whoInputs(drawing, action_id, saying) : whoBlocks(id, settings, saying)),
      {
        type: 'input',
        block_id: supervisorBlocks.limit,
        label: plain(say.limits.limit({ currency })),
        hint: plain(say.limits.limitHint),
        optional: true,
        element: { type: 'plain_text_input', action_id, max_length: 40, ...(shown ? { initial_value: shown } : {}) },
      },
    ],
  };
}

/** Whose limit it is, with a way to remove them, which is confirmed first; of the last one it is explained as well. */
function whoBlocks(id: string, { roles: { supervisors } }: Settings, { words, named }: Saying): KnownBlock[] {
  const { limits: say, cancel } = words.settings;
  const isLast = supervisors.length === 1 && supervisors[0]?.id === id;
  const asked = {
    title: plain(say.remove),
    text: plain(isLast ? say.last : say.sure),
    confirm: plain(say.remove),
    deny: plain(cancel),
  };
  return [
    section(named(id), {
      block_id: `supervisor-${id}`,
      accessory: button(deskIds.removeSupervisor, say.remove, { value: id, confirm: asked }),
    }),
    ...(isLast ? [section(say.last, { block_id: 'last' })] : []),
  ];
}

function whoInputs({ groups, entered }: SupervisorDrawing, action_id: string, { words }: Saying): KnownBlock[] {
  const say = words.settings.limits;
  const chosen = entered?.groups ?? [];
  const options = groupOptions(groups, chosen);
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value));
  const users = entered?.people ?? [];
  const people: KnownBlock = {
    type: 'input',
    block_id: supervisorBlocks.people,
    label: plain(say.people),
    optional: options.length > 0,
    element: {
      type: 'multi_users_select',
      action_id,
      ...(users.length > 0 ? { initial_users: [...users] } : {}),
    },
  };
  if (options.length === 0) return [people];
  return [
    people,
    {
      type: 'input',
      block_id: supervisorBlocks.groups,
      label: plain(say.groups),
      optional: true,
      element: {
        type: 'multi_static_select',
        action_id,
        options,
        ...(initial.length > 0 ? { initial_options: initial } : {}),
      },
    },
  ];
}
