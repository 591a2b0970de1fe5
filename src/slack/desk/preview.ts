import type { Deps } from '../deps.ts';
import type { Caller } from '../replies/open-views.ts';
import { words as sentence } from '../views/message.ts';
import { channelsWords } from '../words-for.ts';
import type { AtDesk } from './admin.ts';
import { sampleOrder } from './sample-order.ts';

/**
 * Sends the admin a sample document as the settings print it. Nothing is owed for it: when it cannot be made or sent they are
 * told, and press the button again.
 */
export async function sendPreview(deps: Deps, { admin, settings, words }: AtDesk, caller: Caller): Promise<void> {
  const { preview } = words.settings;
  try {
    const { logo } = settings.company;
    const asset = logo === '' ? undefined : await deps.store.asset(deps.team, logo);
    const order = sampleOrder(settings, admin, Math.floor(deps.now() / 1000), channelsWords(settings));
    const { bytes } = await deps.renderSample(order, asset ?? null);
    await deps.sendDocument(admin.id, { name: preview.file, bytes, comment: preview.comment });
  } catch (error) {
    deps.log.warn({ event: 'settings.preview_failed', error: String(error) }, 'a sample document was not sent');
    await deps.views.say({ ...caller, trigger: '' }, sentence(preview.failed));
  }
}
