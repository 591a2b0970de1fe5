import type { Draft } from '../../../forms/draft.ts';
import { choiceIn, keptRecord, recordIn } from '../../../forms/on-file.ts';
import { choseType } from '../../../forms/pages/order-type.ts';
import { CLIENT_TURN } from '../../../forms/pages/place.ts';
import type { Deps } from '../../deps.ts';
import type { KeptDraft } from '../../drafts/drafts.ts';
import type { Session } from '../form-session.ts';
import { addedClient, addedSite } from './add-record.ts';
import { turnOf, withRecords } from './records.ts';

/** Whether what is on file has to be looked up for what was entered. */
export function namesRecords({ bound }: Session, before: KeptDraft, after: KeptDraft): boolean {
  return Object.entries(bound.form.fields).some(
    ([name, { said }]) => said !== undefined && before.values[name] !== after.values[name],
  );
}

/**
 * What a person entered, with what comes of it: clients and sites that they add are on file then, and another client has other
 * sites. The session knows the records. Done twice, it comes to the same. The page has to be drawn again where `turnOf` differs.
 */
export async function settled(
  deps: Pick<Deps, 'store' | 'now'>,
  session: Session,
  before: KeptDraft,
  after: KeptDraft,
): Promise<{ readonly session: Session; readonly draft: KeptDraft }> {
  const { follow } = session.bound.form;
  if (!follow) return { session, draft: after };
  const added = { ...after, values: await withAdded(deps, session, after) };
  const known = await withRecords(deps, session, added.values, before.values);
  const { values, items, type, money } = follow(before, added, known.context);
  const { onFile } = known.context;
  const context = onFile ? { ...known.context, onFile: { ...onFile, turn: turnOf(values) } } : known.context;
  // Another type fills in inputs that Slack would otherwise keep as they are.
  const generation = added.generation + (choseType(before, { ...added, values }) ? 1 : 0);
  const draft = { ...added, values: { ...values }, items: [...items], type, money, generation };
  return { session: { ...known, context }, draft };
}

/** The answers with what is to be put on file by its record. Who may not add anything is told so when the page is sent. */
async function withAdded(
  deps: Pick<Deps, 'store' | 'now'>,
  session: Session,
  { values, key }: KeptDraft,
): Promise<Draft['values']> {
  if (!session.context.onFile?.adds) return values;
  const client = choiceIn(values.client);
  const newClient = client?.kind === 'add' ? await addedClient(deps, session, key, client.value) : undefined;
  // Slack forgets what its menu had, which is no record.
  const turned = { [CLIENT_TURN]: turnOf(values) + 1 };
  const named = newClient ? { ...values, ...turned, client: keptRecord(newClient) } : values;
  const site = choiceIn(values.location);
  const owner = recordIn(named.client);
  const newSite = site?.kind === 'add' && owner ? await addedSite(deps, session, key, owner, site.value) : undefined;
  return newSite ? { ...named, ...turned, location: keptRecord(newSite) } : named;
}
