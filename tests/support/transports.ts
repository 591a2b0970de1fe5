/** How Slack reaches an app. */
export type Transport = 'socket' | 'http';

const BOTH: readonly Transport[] = ['socket', 'http'];
const only = process.env.TRANSPORT;

/**
 * What long stories are told over: `npm test` tells them over one, the proofs (over-sockets) over the other; both where nobody says
 * (TRANSPORT).
 */
export const transports = BOTH.filter((one) => only === undefined || one === only);
