const SLACK = ['slack.com', 'slack-gov.com'];
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is on one of Slack's hosts, or on the host of the Web API we are told to use (a stand-in's). */
export function isSlackAddress(address: string, apiUrl: string): boolean {
  const url = parsed(address);
  if (!url) return false;
  if (url.protocol === 'https:' && SLACK.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)))
    return true;
  const ours = new URL(apiUrl);
  return url.hostname === ours.hostname && (url.protocol === ours.protocol || url.protocol === 'https:');
}

/** The same for an address to which no token is sent: a stand-in on this computer may call it by another name. */
export function isAnswerAddress(address: string, apiUrl: string): boolean {
  const url = parsed(address);
  const near = url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && LOOPBACK.has(new URL(apiUrl).hostname);
  return near || isSlackAddress(address, apiUrl);
}

function parsed(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? url : undefined;
}
