import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The file by which a thread tells the next one, and the test, that it has begun to render a version. */
export const renderMark = (order: string, version: number): string => join(tmpdir(), `rendered-${order}-${version}`);
