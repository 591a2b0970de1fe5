/** How long after an answer Slack has surely taken it. Milliseconds. */
const SETTLED = 1000;

/**
 * Waits until an answer is surely with Slack: a view drawn before that may have been drawn over by it, and is looked at once
 * more.
 */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLED).unref());
