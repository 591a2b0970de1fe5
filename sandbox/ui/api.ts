import type { Act, ActResult, Answer, FileCard, PageView } from './contract.ts';

async function ask<T>(address: string, init?: RequestInit): Promise<T> {
  const response = await fetch(address, init);
  const answer: Answer<T> = await response.json();
  if (!answer.ok) throw new Error(answer.error);
  return answer.result;
}

const post = <T>(door: string, body: object) => ask<T>(`/page/${door}`, { method: 'POST', body: JSON.stringify(body) });

/** This tab, for as long as it is not loaded again. */
const tab = crypto.randomUUID();

/** Everything the person sees in this tab, with that conversation open. */
export const fetchView = (as: string, channel: string) =>
  ask<PageView>(`/page/view?${new URLSearchParams({ as, channel, tab })}`);

/** The file that a link leads to; rejects, in words for them, when the person may not see it. */
export const fetchFile = (as: string, file: string) => ask<FileCard>(`/page/card?${new URLSearchParams({ as, file })}`);

/** Does what the person did; rejects, in words for them, when they cannot. */
export const sendAct = (as: string, act: Act) => post<ActResult>('act', { as, tab, ...act });

export const setSwitch = (id: string, on: boolean) => post('switch', { id, on });

export const socketFault = (fault: 'drop' | 'refresh') => post('socket', { fault });

/** Brings a file into the workspace as the person's own; answers its id. */
export async function uploadFile(as: string, file: File): Promise<string> {
  const address = `/page/upload?${new URLSearchParams({ as, name: file.name })}`;
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  return (await ask<{ id: string }>(address, { method: 'POST', body: file, headers })).id;
}

/** Where a file is to be had by this person. */
export const fileAddress = (as: string, id: string, download = false) =>
  `/page/file/${id}?as=${encodeURIComponent(as)}${download ? '&download' : ''}`;
