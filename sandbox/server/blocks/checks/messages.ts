/** Where a list of blocks is shown. */
export type Surface = 'message' | 'modal' | 'home';

/** One refused spot: Slack's sentence and the JSON pointer to it. */
export interface Problem {
  message: string;
  pointer: string;
}

/** Every sentence a refusal can carry. The first group was recorded from live Slack, the second is ours in its style. */
export const says = {
  // Recorded: Slack's documentation, and error lines pasted in public repositories.
  missing: (field: string) => `missing required field: ${field}`,
  additional: (field: string) => `invalid additional property: ${field}`,
  unsupported: (type: string) => `unsupported type: ${type}`,
  noSchema: 'failed to match all allowed schemas',
  shorterThan: (max: number) => `must be less than ${max + 1} characters`,
  longerThan: (min: number) => `must be more than ${min - 1} characters`,
  fewerItems: (max: number) => `no more than ${max} items allowed`,
  moreItems: (min: number) => `must provide at least ${min} items`,
  wrongKind: (kind: 'a string' | 'a number' | 'a boolean' | 'an array' | 'an object') => `must provide ${kind}`,
  exists: (field: string, value: string) => `\`${field}\` "${value}" already exists`,
  either: (...fields: string[]) => `must define either ${fields.map((field) => `\`${field}\``).join(' or ')}`,
  submitNeeded: 'must define `submit` to use an `input` block in modals',
  oneTable: 'only_one_table_allowed',

  // Ours: no recording of Slack's words is known.
  onlyOne: (...fields: string[]) => `must define only one of ${fields.map((field) => `\`${field}\``).join(', ')}`,
  integer: 'must provide an integer',
  below: (max: number) => `must be less than ${max + 1}`,
  above: (min: number) => `must be greater than ${min - 1}`,
  oneOf: (allowed: readonly string[]) => `must be one of: ${allowed.join(', ')}`,
  form: (form: string) => `must be ${form}`,
  repeated: 'must not repeat an item',
  notAnOption: (field: string) => `\`${field}\` must match one of the options exactly`,
  tooManyChosen: (field: string) => `\`${field}\` must not hold more than \`max_selected_items\``,
  order: (low: string, high: string) => `\`${low}\` must not be greater than \`${high}\``,
  noDecimals: 'must be a whole number unless `is_decimal_allowed` is true',
  notWith: (field: string, other: string) => `\`${field}\` is not allowed with \`${other}\``,
  responseUrl: '`response_url_enabled` is only allowed in an `input` block of a modal',
  needs: (field: string, other: string) => `\`${field}\` needs \`${other}\` to be true`,
  headerCell: 'a header cell must not be rich_text',
  oneFocus: 'only one element may set `focus_on_load` to true',
  onePlan: 'only one plan block allowed',
} as const;
