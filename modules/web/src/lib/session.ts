import { useSyncExternalStore } from 'react';

/** The API key of this tab. It lives in sessionStorage, so it ends with the tab, and never stays in the address. */
export interface Session {
  readonly key?: string;
  /** Why the server refused the last key; kept until another one is tried. */
  readonly refused?: string;
}

const slot = 'waymark.key';
const listeners = new Set<() => void>();
let session: Session = read();

function read(): Session {
  try {
    const key = sessionStorage.getItem(slot);
    return key ? { key } : {};
  } catch {
    return {}; // storage switched off: the session lasts as long as the page
  }
}

function change(next: Session) {
  session = next;
  try {
    if (next.key) sessionStorage.setItem(slot, next.key);
    else sessionStorage.removeItem(slot);
  } catch {
    // see read()
  }
  for (const listener of listeners) listener();
}

export const currentSession = () => session;
export const openSession = (key: string) => change({ key });
export const closeSession = () => change({});
export const refuseSession = (reason: string) => change({ refused: reason });

/** Takes the key from `#key=…`, as links printed by the command line have it, and removes it from the address. */
export function takeKeyFromAddress(location: Location, history: History) {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (!key) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  openSession(key);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useSession = () => useSyncExternalStore(subscribe, currentSession);
