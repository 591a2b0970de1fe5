import { createHash } from 'node:crypto';
import { escaped } from '../../forms/mrkdwn.ts';
import type { LogoProblem } from '../../pictures/logo.ts';
import type { Settings } from '../../settings.ts';
import type { Deps } from '../deps.ts';
import type { BlockActions, View } from '../transport/payloads.ts';
import { done, notDone } from '../views/desk/list.ts';
import { settingsPage } from '../views/desk/page.ts';
import { words as sentence } from '../views/message.ts';
import type { AtDesk } from './admin.ts';
import { changeNow, redraw, redrawList } from './keep.ts';
import { logoProblemText } from './logo-problem.ts';
import { MEANWHILE, meanwhileText } from './meanwhile.ts';
import { typedIn } from './typed.ts';

const withLogo = (logo: string) => (settings: Settings) => ({ ...settings, company: { ...settings.company, logo } });

/** The logo that was uploaded, once Slack has its answer: fetched, looked at, kept. Its author is told what became of it. */
export async function takeLogo(
  deps: Deps,
  desk: AtDesk,
  view: View,
  { fileId, name, size }: { readonly fileId: string; readonly name: string; readonly size: number },
): Promise<void> {
  const { words, admin } = desk;
  const { logo: say, page, saved } = words.settings;
  // Where they are waiting for it, and by direct message: they may have closed that.
  const tell = async (text: string) => {
    await redrawList(deps, desk, view.previous_view_id, notDone(text));
    return deps.views.say({ person: admin.id, trigger: '', inModal: false, responseUrl: undefined }, sentence(text));
  };
  const file = escaped(name);
  const refuse = (problem: LogoProblem) => tell(`${say.unusable({ file })}\n${logoProblemText(problem, words)}`);
  if ((await deps.whoseFile(fileId, admin.id)) === 'not theirs') return tell(say.unreadable({ file }));
  const bytes = await deps.readFile(fileId);
  // What has no bytes is not fetched.
  if (bytes === 'gone' && size === 0) return refuse({ code: 'empty' });
  if (typeof bytes === 'string') return tell(say.unreadable({ file }));
  const logo = await deps.decodeLogo(bytes);
  if ('code' in logo) return refuse(logo);
  const sha256 = createHash('sha256').update(logo.bytes).digest('hex');
  // Kept before the settings name it; one that nothing names does no harm.
  await deps.store.saveAsset({ team: deps.team, sha256, ...logo });
  const now = await changeNow(deps, { ...desk, ...(await deps.store.settingsAsOf(deps.team)) }, withLogo(sha256));
  await redrawList(deps, now, view.previous_view_id, done(saved({ page: page.company })));
}

/**
 * The logo that its author saw is no longer printed; one that somebody else has set meanwhile stays, and they are told. The page is
 * drawn again as it is set: nothing else of it was saved.
 */
export async function removeLogo(deps: Deps, desk: AtDesk, logo: string, { view }: BlockActions): Promise<void> {
  const isThat = ({ company }: Settings) => company.logo === logo || company.logo === '';
  const now = await changeNow(deps, desk, (settings) => (isThat(settings) ? withLogo('')(settings) : settings));
  if (!view) return;
  const drawing = { state: { p: 'company' as const, r: now.revision }, settings: now.settings, groups: now.groups };
  const { saved, page: name } = now.words.settings;
  const notice = isThat(now.settings) ? saved({ page: name.company }) : await newerLogo(deps, now);
  const entered = new Map(typedIn('company', view));
  const page = settingsPage({ ...drawing, entered, timeZone: now.admin.timeZone, notice }, now.words);
  await redraw(deps, view.id, page);
}

/** Who set the logo that there is now. */
async function newerLogo({ store, team }: Deps, desk: AtDesk): Promise<string> {
  const path = 'company.logo';
  for (const { by, changes } of await store.settingsChanges(team, { limit: MEANWHILE })) {
    const last = changes.find((one) => one.path === path);
    if (last) return meanwhileText([{ ...last, path, by, drawn: last.before }], desk);
  }
  return meanwhileText([], desk);
}
