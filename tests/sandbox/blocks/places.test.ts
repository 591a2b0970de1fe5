import { describe, expect, it } from 'vitest';
import { type Surface, validateBlocks } from '../../../sandbox/server/blocks/validate.ts';
import { accessory, actions, button, image, input, mrkdwn, NO_SCHEMA, option, plain, type Sample } from './samples.ts';

const workflowButton: Sample = {
  type: 'workflow_button',
  action_id: 'w',
  text: plain(),
  workflow: {
    trigger: { url: 'https://slack.com/shortcuts/Ft1', customizable_input_parameters: [{ name: 'a', value: 'b' }] },
  },
};

type Place = 'section' | 'actions' | 'input' | 'context';
const places: Record<Place, (element: unknown) => [block: Sample, at: string]> = {
  section: (element) => [accessory(element), '/accessory'],
  actions: (element) => [actions(element), '/elements/0'],
  input: (element) => [input(element), '/element'],
  context: (element) => [{ type: 'context', elements: [element] }, '/elements/0'],
};

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const menus: readonly Place[] = ['section', 'actions', 'input'];
const allowed: Array<[element: Sample, parents: readonly Place[], surfaces: readonly Surface[]]> = [
  [button(), ['section', 'actions'], everywhere],
  [{ type: 'overflow', options: [option()] }, ['section', 'actions'], everywhere],
  [image(), ['section', 'context'], everywhere],
  [workflowButton, ['section', 'actions'], ['message']],
  [plain(), ['context'], everywhere],
  [mrkdwn(), ['context'], everywhere],
  [{ type: 'checkboxes', options: [option()] }, menus, everywhere],
  [{ type: 'radio_buttons', options: [option()] }, menus, everywhere],
  [{ type: 'datepicker' }, menus, everywhere],
  [{ type: 'timepicker' }, menus, everywhere],
  [{ type: 'datetimepicker' }, ['actions', 'input'], ['message', 'modal']],
  [{ type: 'static_select', options: [option()] }, menus, everywhere],
  [{ type: 'multi_static_select', options: [option()] }, menus, everywhere],
  ...['external', 'users', 'conversations', 'channels'].flatMap((kind): typeof allowed => [
    [{ type: `${kind}_select` }, menus, everywhere],
    [{ type: `multi_${kind}_select` }, menus, everywhere],
  ]),
  [{ type: 'plain_text_input' }, ['input'], everywhere],
  [{ type: 'number_input', is_decimal_allowed: false }, ['input'], ['modal']],
  [{ type: 'email_text_input' }, ['input'], ['modal']],
  [{ type: 'url_text_input' }, ['input'], ['modal']],
  [{ type: 'file_input' }, ['input'], ['modal']],
  [{ type: 'rich_text_input', action_id: 'r' }, ['input'], ['modal', 'home']],
  [{ type: 'icon_button', icon: 'trash', text: plain() }, [], []],
  [{ type: 'feedback_buttons' }, [], []],
];

describe('where elements may stand', () => {
  const rows = allowed.flatMap(([element, parents, surfaces]) =>
    everywhere.flatMap((surface) =>
      (Object.keys(places) as Place[]).map((place) => ({
        type: String(element.type),
        element,
        surface,
        place,
        ok: parents.includes(place) && surfaces.includes(surface),
      })),
    ),
  );
  it.each(rows)('$type in $place on $surface: $ok', ({ type, element, surface, place, ok }) => {
    const [block, at] = places[place](element);
    const refused = [
      { message: NO_SCHEMA, pointer: `/blocks/0${at}` },
      { message: `unsupported type: ${type}`, pointer: `/blocks/0${at}/type` },
    ];
    expect(validateBlocks(surface, [block])).toEqual(ok ? [] : refused);
  });
});
