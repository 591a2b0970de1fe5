import { createContext, useContext } from 'react';
import type { Act, ActResult, FileCard, PageView, PersonCard } from './contract.ts';
import type { Route } from './route.ts';

/** What every part of the page may use. */
export interface Page {
  view: PageView;
  route: Route;
  go(change: Partial<Route>, replace?: boolean): void;
  /** Does something as this person; what goes wrong is shown to them and answered as trouble. */
  act(act: Act): Promise<ActResult>;
  person(id: string): PersonCard | undefined;
  showFile(file: FileCard): void;
  /** The next press is delivered twice at once. */
  twice: boolean;
  setTwice(on: boolean): void;
  say(words: string): void;
}

export const PageContext = createContext<Page | undefined>(undefined);

/** The page around a component. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('There is no page around this');
  return page;
}
