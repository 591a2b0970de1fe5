import type { Step } from '../../ui/contract.ts';

/** What a demo adds to the page: things to try, and a line about what goes on. */
export interface Guide {
  steps(): Step[];
  status(): string | undefined;
}

/** A page without a demo. */
export const noGuide: Guide = { steps: () => [], status: () => undefined };
