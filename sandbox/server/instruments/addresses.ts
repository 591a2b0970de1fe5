/** An address of the app. */
export interface Address {
  url: string;
  /** Somebody took it out of the rotation. */
  takenOut: boolean;
  /** What its /readyz said last, where that is asked; else true. */
  ready: boolean;
}

/**
 * Where the app listens over HTTP: its request URL, or behind that a load balancer and the addresses of several instances,
 * each payload to one of those in rotation.
 */
export interface Addresses {
  /** Replaces them all; one that was there already stays in or out. Throws for what is no address. */
  set(...urls: string[]): void;
  list(): Address[];
  /** It gets no new payload; what it has goes on. Throws when it is none of them. */
  takeOut(url: string): void;
  putBack(url: string): void;
}
