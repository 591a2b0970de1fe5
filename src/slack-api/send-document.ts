import type { WebClient } from '@slack/web-api';

export type SendDocument = ReturnType<typeof createSendDocument>;

/** Sends somebody a file of ours as a direct message, once for each call; rejects when Slack does not take it. */
export function createSendDocument(client: WebClient, sendFile: (address: string, bytes: Uint8Array) => Promise<void>) {
  return async (
    person: string,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly comment: string },
  ) => {
    const { name, bytes, comment } = file;
    const slot = await client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength });
    if (!slot.upload_url || !slot.file_id) throw new Error('files.getUploadURLExternal answered without an address');
    await sendFile(slot.upload_url, bytes);
    // A message to a person opens their conversation with the app, whose id a file needs.
    const { channel } = await client.chat.postMessage({ channel: person, text: comment, unfurl_links: false });
    if (!channel) throw new Error('chat.postMessage answered without a channel');
    await client.files.completeUploadExternal({ files: [{ id: slot.file_id, title: name }], channel_id: channel });
  };
}
