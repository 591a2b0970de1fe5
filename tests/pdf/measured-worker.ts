/** The PDF thread's module, and what memory its thread has left after a collection. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export { render, warm } from '../../src/pdf/worker.ts';

/** Of this thread, bytes: its heap and what hangs on it outside. */
export function memory(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') {
    collect();
    collect();
  }
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
