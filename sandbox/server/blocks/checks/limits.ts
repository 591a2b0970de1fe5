/** Every Block Kit limit, once. Source: Slack's Block Kit reference, unless a note says otherwise. */
export const LIMITS = {
  blocks: { message: 50, modal: 100, home: 100 },
  // All texts of one message's blocks together, characters: seen refused above (slackapi/bolt-js#2509), at 11,341 with rich text (#2867).
  message: { text: 13_200, richText: 11_340 },
  id: 255, // block_id, action_id, callback_id, external_id
  text: 3000,
  url: 3000,
  altText: 2000,
  label: 2000, // input label and hint, image title
  placeholder: 150,
  header: 150,
  section: { fields: 10, field: 2000 },
  context: 10,
  actions: 25,
  contextActions: 5,
  button: { text: 75, value: 2000, accessibilityLabel: 75 },
  option: { text: 75, value: 150, description: 75 },
  options: { select: 100, choice: 10, overflow: 5, groups: 100 },
  confirm: { title: 100, text: 300, button: 30 },
  input: { length: 3000, lines: 100, files: 10 }, // initial_value is [M]
  list: { indent: 8 },
  view: { title: 24, metadata: 3000 },
  markdown: 12_000, // all markdown blocks of one message together
  table: { rows: 100, cells: 20, characters: 10_000 },
  dataTable: { minRows: 2, rows: 101, page: 100 },
  card: { title: 150, body: 200, buttons: 2 }, // 2 or 3 buttons [3P]: the stricter
  carousel: 10,
  container: { title: 150, children: 10 },
  video: { title: 199, author: 49 }, // documented as "less than 200" and "less than 50"
} as const;
