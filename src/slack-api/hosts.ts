const SLACK = ['slack.com', 'slack-gov.com'];
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is on one of Slack's hosts, or on the host of the Web API we are told to use (a stand-in's). */
export function isSlackAddress(address: string, apiUrl: string): boolean {
  const url = parsed(address);
  if (!url) return false;
  if (isSlacks(url)) return true;
  const ours = new URL(apiUrl);
  return url.hostname === ours.hostname && (url.protocol === ours.protocol || url.protocol === 'https:');
}

/** The same for an address to which no token is sent: a stand-in on this computer may call it by another name. */
export function isAnswerAddress(address: string, apiUrl: string): boolean {
  const url = parsed(address);
  const near = url?.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(new URL(apiUrl).hostname);
  return near || isSlackAddress(address, apiUrl);
}

/** Whether a URL's host name is this computer itself. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.has(hostname);

/** Slack speaks https on its usual port only. A name that ends or begins with a dot is not one that it gives out. */
const isSlacks = ({ protocol, port, hostname }: URL): boolean =>
  protocol === 'https:' &&
  port === '' &&
  !hostname.startsWith('.') &&
  SLACK.some((host) => hostname === host || hostname.endsWith(`.${host}`));

function parsed(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? url : undefined;
}
