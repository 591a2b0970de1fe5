import { useCallback, useEffect, useState } from 'react';

/**
 * Where a tab is: who it is, which conversation is open ('' for the list, 'home' for the app's Home), a thread, and the
 * message or the file that a link led to.
 */
export interface Route {
  as: string;
  at: string;
  thread: string;
  message: string;
  file: string;
}

/** Where a tab remembers who it is, for a link that does not say. */
const PERSON = 'as';

function read(): Route {
  const asked = new URLSearchParams(location.search);
  const one = (name: keyof Route) => asked.get(name) ?? '';
  return {
    as: one('as') || (sessionStorage.getItem(PERSON) ?? ''),
    at: one('at'),
    thread: one('thread'),
    message: one('message'),
    file: one('file'),
  };
}

/** The route in the address bar, so that Back works and every tab keeps its own person. */
export function useRoute(): [Route, (change: Partial<Route>, replace?: boolean) => void] {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    if (route.as) sessionStorage.setItem(PERSON, route.as);
  }, [route.as]);
  useEffect(() => {
    const follow = () => setRoute(read());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((change: Partial<Route>, replace = false) => {
    const next = { ...read(), thread: '', message: '', file: '', ...change };
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''));
    history[replace ? 'replaceState' : 'pushState'](null, '', `/?${query}`);
    setRoute(next);
  }, []);
  return [route, go];
}
