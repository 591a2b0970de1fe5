import type { JsonObject } from '../../sandbox/server/json.ts';
import type { Outcome } from '../../sandbox/server/ports.ts';
import type { Raw } from '../../src/forms/draft.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { asPeople } from './cast.ts';
import { wellFilled } from './forms.ts';
import type { Stage } from './stage.ts';

/** What every interaction carries, from this person. */
export const from = (stage: Stage, person: string): JsonObject => ({
  team: { id: stage.sandbox.teamId, domain: 'northwind' },
  user: { id: person, username: 'somebody', name: 'somebody', team_id: stage.sandbox.teamId },
  api_app_id: stage.sandbox.appId,
  enterprise: null,
  is_enterprise_install: false,
  trigger_id: stage.sandbox.trigger(person),
});

/** An answer in every shape an input may have; each field reads its own. */
function stateValue(raw: Raw): JsonObject {
  if (typeof raw === 'number') return { selected_date_time: raw };
  if (typeof raw === 'string')
    return {
      ...{ value: raw, selected_option: { value: raw }, selected_user: raw },
      ...(/^\d{4}-\d\d-\d\d$/.test(raw) ? { selected_date: raw } : {}),
    };
  const names = Array.isArray(raw) ? raw.filter((one) => typeof one === 'string') : [];
  const files = Array.isArray(raw)
    ? raw.flatMap((one) => (typeof one === 'string' ? [] : [{ ...one, id: one.fileId }]))
    : [];
  return { selected_users: names, selected_options: names.map((value) => ({ value })), files };
}

/** The state of a form with these values typed in. */
export const stateWith = (values: Readonly<Record<string, Raw>>): JsonObject => ({
  values: Object.fromEntries(Object.entries(values).map(([name, raw]) => [name, { 'field-0': stateValue(raw) }])),
});

/** The submission of a form that was never opened: well filled in, about this order, on its last page. */
export function forgedSubmission(
  stage: Stage,
  person: string,
  {
    form,
    order,
    metadata = {},
    view = {},
  }: { form: OrderFormId; order: string; metadata?: JsonObject; view?: JsonObject },
): JsonObject {
  const page = orderForms[form].form.pages.at(-1)?.id;
  const carried = { k: crypto.randomUUID(), o: order, p: page, s: 1, m: '', ...metadata };
  return {
    ...from(stage, person),
    type: 'view_submission',
    view: {
      id: `V${crypto.randomUUID()}`,
      type: 'modal',
      callback_id: `form:${form}`,
      private_metadata: JSON.stringify(carried),
      hash: '1.a',
      previous_view_id: null,
      state: stateWith(asPeople(stage, form === 'as_planned' ? { endedAt: justNow() } : wellFilled[form])),
      ...view,
    },
    response_urls: [],
  };
}

/** Work that ended before it was approved would be asked about. */
const justNow = () => Math.floor(Date.now() / 1000);

/** A press of a button in App Home. */
export const forgedPress = (stage: Stage, person: string, action_id: string, value = ''): JsonObject => ({
  ...from(stage, person),
  type: 'block_actions',
  container: { type: 'view', view_id: 'VHOME' },
  view: { id: 'VHOME', type: 'home', callback_id: '', private_metadata: '', state: { values: {} } },
  actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: `${Math.floor(Date.now() / 1000)}.000100` }],
});

/** Delivers an interaction. */
export const interact = (stage: Stage, payload: JsonObject): Promise<Outcome> =>
  stage.sandbox.deliver({
    type: 'interactive',
    label: `forged ${String(payload.type)}`,
    payload,
    acceptsResponse: true,
  });

/** Delivers a slash command. */
export const command = (stage: Stage, person: string, text: string, changes: JsonObject = {}): Promise<Outcome> =>
  stage.sandbox.deliver({
    type: 'slash_commands',
    label: 'forged command',
    acceptsResponse: true,
    payload: {
      ...{ command: '/so', text, user_id: person, team_id: stage.sandbox.teamId, channel_id: 'C1' },
      ...{ trigger_id: stage.sandbox.trigger(person), response_url: `${stage.sandbox.url}/nowhere` },
      ...changes,
    },
  });

/** What a person reads in an ack: the text of a notice, of the errors, or of a message; '' where there is nothing. */
export function readIn(outcome: Outcome): string {
  if (outcome.status !== 'acked') return `(${outcome.reason})`;
  const words: string[] = [];
  JSON.stringify(outcome.body ?? null, (key, value: unknown) => {
    if (typeof value === 'string' && key === 'text') words.push(value);
    if (key === 'errors' && typeof value === 'object' && value) words.push(...Object.values(value).map(String));
    return value;
  });
  return words.join('\n');
}
