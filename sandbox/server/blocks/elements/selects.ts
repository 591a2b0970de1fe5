import { below, boolean, type Check, integer, list, refuse, string } from '../checks/checks.ts';
import { LIMITS } from '../checks/limits.ts';
import { says } from '../checks/messages.ts';
import {
  exactlyOne,
  initialAmongOptions,
  initialOnce,
  uniqueOptionValues,
  withinMaxSelected,
} from '../checks/rules.ts';
import { has, type Props, type Rule, type Spec, type Specs } from '../checks/shapes.ts';
import { plain } from '../checks/text.ts';
import { confirm, conversationFilter, ids, optionGroup, options } from './composition.ts';

const menu = (props: Props, rules: readonly Rule[] = []): Spec => ({
  parents: ['section', 'actions', 'input'],
  optional: {
    action_id: string(LIMITS.id),
    placeholder: plain(LIMITS.placeholder),
    confirm,
    focus_on_load: boolean,
    ...props,
  },
  rules,
});

const multiMenu = (initial: string, item: Check, props: Props = {}, rules: readonly Rule[] = []): Spec =>
  menu({ ...props, [initial]: list(item), max_selected_items: integer(1) }, [
    ...rules,
    initialOnce(initial),
    withinMaxSelected(initial),
  ]);

const choices = {
  options: list(options.select, 1, LIMITS.options.select),
  option_groups: list(optionGroup, 1, LIMITS.options.groups),
};
const fromChoices: readonly Rule[] = [exactlyOne('options', 'option_groups'), uniqueOptionValues];
const search = { min_query_length: integer(0) };
const conversations = { default_to_current_conversation: boolean, filter: conversationFilter };

const responseUrlInModalInput: Rule = (node, site) =>
  has(node, 'response_url_enabled') && !(site.surface === 'modal' && site.parent === 'input')
    ? refuse(says.responseUrl, below(site, 'response_url_enabled'))
    : [];

/** The five menus, each for one choice and for several. */
export const selects: Specs = {
  static_select: menu({ ...choices, initial_option: options.select }, [
    ...fromChoices,
    initialAmongOptions('initial_option'),
  ]),
  external_select: menu({ ...search, initial_option: options.select }),
  users_select: menu({ initial_user: ids.user }),
  conversations_select: menu(
    { ...conversations, initial_conversation: ids.conversation, response_url_enabled: boolean },
    [responseUrlInModalInput],
  ),
  channels_select: menu({ initial_channel: ids.channel, response_url_enabled: boolean }, [responseUrlInModalInput]),
  multi_static_select: multiMenu('initial_options', options.select, choices, [
    ...fromChoices,
    initialAmongOptions('initial_options'),
  ]),
  multi_external_select: multiMenu('initial_options', options.select, search),
  multi_users_select: multiMenu('initial_users', ids.user),
  multi_conversations_select: multiMenu('initial_conversations', ids.conversation, conversations),
  multi_channels_select: multiMenu('initial_channels', ids.channel),
};
