import type { Store } from './ports.ts';

/** The same store, each call of which goes through `around`. */
export const wrapped = (store: Store, around: (call: () => unknown) => unknown): Store =>
  new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => around(() => Reflect.apply(method, target, given));
    },
  });
