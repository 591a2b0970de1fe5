import { isDeepStrictEqual } from 'node:util';
import { below, isJson, items, type Json, refuse, type Site } from './checks.ts';
import { says } from './messages.ts';
import { has, type Rule } from './shapes.ts';

// Slack points at `type` when no property can be blamed (recorded for section).
const blame = (node: Json, site: Site): Site => (has(node, 'type') ? below(site, 'type') : site);

/** At least one of the properties. */
export const atLeastOne =
  (...keys: string[]): Rule =>
  (node, site) =>
    keys.some((key) => has(node, key)) ? [] : refuse(says.either(...keys), blame(node, site));

/** One of the properties and not a second. */
export const exactlyOne =
  (...keys: string[]): Rule =>
  (node, site) =>
    keys.filter((key) => has(node, key)).length > 1
      ? refuse(says.onlyOne(...keys), blame(node, site))
      : atLeastOne(...keys)(node, site);

/** No two members of the array property share an action_id. */
export const uniqueActionIds =
  (key: string): Rule =>
  (node, site) => {
    const ids = items(node[key]).map((member) => (isJson(member) ? member.action_id : undefined));
    return ids.flatMap((id, index) =>
      typeof id === 'string' && ids.indexOf(id) < index
        ? refuse(says.exists('action_id', id), below(below(below(site, key), index), 'action_id'))
        : [],
    );
  };

interface PlacedOption {
  readonly option: unknown;
  readonly site: Site;
}

function placedOptions(node: Json, site: Site): PlacedOption[] {
  const own = items(node.options).map((option, index) => ({ option, site: below(below(site, 'options'), index) }));
  const grouped = items(node.option_groups).flatMap((group, index) =>
    isJson(group) ? placedOptions(group, below(below(site, 'option_groups'), index)) : [],
  );
  return [...own, ...grouped];
}

/** Every option value of the element is its own ("a unique string value", docs). */
export const uniqueOptionValues: Rule = (node, site) => {
  const seen = new Set<string>();
  return placedOptions(node, site).flatMap(({ option, site: at }) => {
    const value = isJson(option) ? option.value : undefined;
    if (typeof value !== 'string') return [];
    if (seen.has(value)) return refuse(says.exists('value', value), below(at, 'value'));
    seen.add(value);
    return [];
  });
};

/** What is chosen at first equals one of the options in every property. */
export const initialAmongOptions =
  (key: 'initial_option' | 'initial_options'): Rule =>
  (node, site) => {
    const options = placedOptions(node, site).map(({ option }) => option);
    const unknown = (initial: unknown, at: Site) =>
      isJson(initial) && !options.some((option) => isDeepStrictEqual(option, initial))
        ? refuse(says.notAnOption(key), at)
        : [];
    return key === 'initial_option'
      ? unknown(node[key], below(site, key))
      : items(node[key]).flatMap((initial, index) => unknown(initial, below(below(site, key), index)));
  };

/** No initial choice comes twice. */
export const initialOnce =
  (key: string): Rule =>
  (node, site) =>
    items(node[key]).flatMap((initial, index, all) =>
      all.findIndex((other) => isDeepStrictEqual(other, initial)) < index
        ? refuse(says.repeated, below(below(site, key), index))
        : [],
    );

/** The initial choices fit into max_selected_items. */
export const withinMaxSelected =
  (key: string): Rule =>
  (node, site) =>
    typeof node.max_selected_items === 'number' && items(node[key]).length > node.max_selected_items
      ? refuse(says.tooManyChosen(key), below(site, key))
      : [];

/** Two bounds do not cross; numbers and numeric strings alike. The refusal points at `blamed`. */
export const ordered =
  (low: string, high: string, blamed = low): Rule =>
  (node, site) =>
    has(node, low) && has(node, high) && Number(node[low]) > Number(node[high])
      ? refuse(says.order(low, high), below(site, blamed))
      : [];

/** `key` may be true only when `other` is. */
export const needs =
  (key: string, other: string): Rule =>
  (node, site) =>
    node[key] === true && node[other] !== true ? refuse(says.needs(key, other), below(site, key)) : [];
