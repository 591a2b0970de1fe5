import { useState } from 'react';
import type { Json } from '../contract.ts';
import { num, objs, str, textOf } from '../json.ts';
import { usePage } from '../page.ts';
import { type ElementProps, tied } from './field.ts';
import { type Pick, Picker } from './Picker.tsx';
import { useSurface } from './surface.ts';

/** People, channels, and options that are searched: one of them or several. */
export function PickerField({ block, element, field }: ElementProps) {
  const surface = useSurface();
  const lookUp = useOptions({ block, element });
  const spot = { block, element };
  const many = str(element.type).startsWith('multi_');
  const value = surface.value(spot);
  const ids = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
  const dispatches = block.type !== 'input' || block.dispatch_action === true;
  const enter = (next: string[]) => surface.enter(spot, many ? next : (next[0] ?? null), dispatches ? 'now' : 'silent');
  return (
    <Picker
      attributes={tied(field, element)}
      label={field?.label ?? (textOf(element.placeholder) || 'options')}
      placeholder={textOf(element.placeholder) || (many ? 'Select options' : 'Select an option')}
      many={many}
      most={num(element.max_selected_items) ?? Number.POSITIVE_INFINITY}
      picked={ids.map(lookUp.named)}
      find={lookUp.find}
      onPick={enter}
    />
  );
}

/** Where the options of an element come from. */
function useOptions({ block, element }: ElementProps) {
  const { view, person } = usePage();
  const surface = useSurface();
  const [known, setKnown] = useState<Pick[]>([]);
  const type = str(element.type);
  const fits = (words: string) => (pick: Pick) =>
    `${pick.text} ${pick.note ?? ''}`.toLowerCase().includes(words.toLowerCase());
  const fixed = (): Pick[] => {
    if (type.includes('users'))
      return view.people
        .filter(({ kind }) => kind !== 'deactivated')
        .map(({ id, name, title }) => ({ id, text: name, note: title }));
    if (type.includes('static'))
      return [...objs(element.options), ...objs(element.option_groups).flatMap((group) => objs(group.options))].map(
        asPick,
      );
    return view.conversations.filter(({ kind }) => kind !== 'app').map(({ id, name }) => ({ id, text: `#${name}` }));
  };
  const isExternal = type.includes('external');
  return {
    named: (id: string): Pick => {
      const remembered = [...known, ...surface.chosen({ block, element }).map(asPick)].find((pick) => pick.id === id);
      return (
        remembered ??
        (isExternal ? undefined : fixed().find((pick) => pick.id === id)) ?? { id, text: person(id)?.name ?? id }
      );
    },
    find: async (words: string): Promise<Pick[]> => {
      if (!isExternal) return fixed().filter(fits(words));
      const least = num(element.min_query_length) ?? 3;
      if (words.length < least) return [];
      const found = (await surface.suggest({ block, element }, words)).map(asPick);
      setKnown((before) => [...before, ...found]);
      return found;
    },
  };
}

const asPick = (option: Json): Pick => ({
  id: str(option.value),
  text: textOf(option.text),
  note: textOf(option.description),
});
