import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Entered, EnteredValues, Json, Place, Values } from '../contract.ts';
import { obj, objs, str } from '../json.ts';
import { usePage } from '../page.ts';

/** An element with the block it stands in. */
export interface Spot {
  block: Json;
  element: Json;
}

/** Where blocks stand (a message, a modal, Home), and what has been entered in them. */
export interface Surface {
  place: Place;
  /** What the person sees in the element: entered here, or known to the server. */
  value(spot: Spot): Entered;
  /** The options that are chosen, with their words. */
  chosen(spot: Spot): Json[];
  /** The names of the files that the server knows in the element, by id. */
  fileNames(spot: Spot): Record<string, string>;
  enter(spot: Spot, value: Entered, how?: 'now' | 'typing' | 'silent'): void;
  press(spot: Spot, option?: string): void;
  suggest(spot: Spot, typed: string): Promise<Json[]>;
  /** The element (`block action`) whose press the app has not answered yet. */
  busy: string;
  errors: Record<string, string>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

/** The surface around an element. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === undefined) throw new Error('There is no surface around this element');
  return surface;
}

export const blockId = ({ block }: Spot): string => str(block.block_id);
export const actionId = ({ element }: Spot): string => str(element.action_id);

/** How long typing pauses before the app is told. Milliseconds. */
const TYPING_MS = 250;

/** What is entered on a surface, kept here until the server knows it; `pending` is what goes with the next press. */
export function useEntering(place: Place, blocks: Json[], values: Values) {
  const { act, twice, setTwice } = usePage();
  const [entered, setEntered] = useState<EnteredValues>({});
  const [busy, setBusy] = useState('');
  const latest = useRef<EnteredValues>({});
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const stopTimers = useCallback(() => {
    for (const timer of timers.current.values()) clearTimeout(timer);
    timers.current.clear();
  }, []);
  useEffect(() => stopTimers, [stopTimers]);

  /** What was entered in blocks that are still there. */
  const collected = (): EnteredValues => {
    const known = new Set(
      blocks.flatMap((block) => elementsIn(block).map((one) => `${str(block.block_id)} ${str(one.action_id)}`)),
    );
    const kept = Object.entries(latest.current).map(([block, actions]) => {
      const there = Object.entries(actions).filter(([action]) => known.has(`${block} ${action}`));
      return [block, Object.fromEntries(there)];
    });
    return Object.fromEntries(kept);
  };
  const pending = (): EnteredValues => {
    stopTimers();
    return collected();
  };

  const surface: Omit<Surface, 'errors'> = {
    place,
    busy,
    value: (spot) => {
      const own = entered[blockId(spot)]?.[actionId(spot)];
      return own !== undefined ? own : plainValue(obj(values[blockId(spot)]?.[actionId(spot)]));
    },
    chosen: (spot) => {
      const value = obj(values[blockId(spot)]?.[actionId(spot)]);
      return value.selected_option ? [obj(value.selected_option)] : objs(value.selected_options);
    },
    fileNames: (spot) => {
      const { files } = obj(values[blockId(spot)]?.[actionId(spot)]);
      return Object.fromEntries(objs(files).map((file) => [str(file.id), str(file.name)]));
    },
    enter: (spot, value, how = 'now') => {
      const [block, action] = [blockId(spot), actionId(spot)];
      latest.current = { ...latest.current, [block]: { ...latest.current[block], [action]: value } };
      setEntered(latest.current);
      if (how === 'silent') return;
      const key = `${block} ${action}`;
      const tell = () => {
        timers.current.delete(key);
        void act({ act: 'enter', place, block, action, value, dispatch: true, values: collected() });
      };
      clearTimeout(timers.current.get(key));
      if (how === 'typing') timers.current.set(key, setTimeout(tell, TYPING_MS));
      else tell();
    },
    press: (spot, option) => {
      const [block, action] = [blockId(spot), actionId(spot)];
      setBusy(`${block} ${action}`);
      const more = { ...(option === undefined ? {} : { option }), ...(twice ? { twice: true } : {}) };
      setTwice(false);
      void act({ act: 'press', place, block, action, values: pending(), ...more }).finally(() => setBusy(''));
    },
    suggest: async (spot, typed) =>
      (await act({ act: 'suggest', place, block: blockId(spot), action: actionId(spot), typed })).options ?? [],
  };
  return { surface, pending };
}

/** The interactive elements of a block. */
export function elementsIn(block: Json): Json[] {
  if (block.type === 'actions') return objs(block.elements);
  if (block.type === 'input') return [obj(block.element)];
  return block.accessory === undefined ? [] : [obj(block.accessory)];
}

/** A state value of Slack as what a person entered. */
function plainValue(state: Json): Entered {
  const { value, selected_option, selected_options, files, type: _, timezone: __, ...rest } = state;
  if (selected_option !== undefined) return str(obj(selected_option).value) || null;
  if (selected_options !== undefined) return objs(selected_options).map((option) => str(option.value));
  if (files !== undefined) return objs(files).map((file) => str(file.id));
  const [only] = Object.values(rest);
  const found = value ?? only ?? null;
  if (Array.isArray(found)) return found.filter((one): one is string => typeof one === 'string');
  return typeof found === 'string' || typeof found === 'number' ? found : null;
}
