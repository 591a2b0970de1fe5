import type { TestProject } from 'vitest/node';
import { buildApp } from './built-app.ts';

/** Before the first test: builds the program, so that tests that start it need not compile it each time. */
export function setup(project: TestProject): () => void {
  const built = buildApp();
  process.env.BUILT_APP = built.folder;
  // Somebody who watches changes it between two runs.
  project.onTestsRerun(() => void buildApp());
  return () => built.remove();
}
