/** What is typed after the slash command, and its answers. */
export const command = {
  /** One word each, in small letters. The English ones work in every language. */
  name: {
    new: 'new',
    list: 'list',
    inbox: 'inbox',
    today: 'today',
    show: 'show',
    copy: 'copy',
    find: 'find',
    history: 'history',
    document: 'document',
    verify: 'verify',
    export: 'export',
    settings: 'settings',
    help: 'help',
  },
  /** Every status, in a list. */
  all: 'all',
  /** Behind the version of a document that is wanted as plain text. */
  asText: 'text',
  help: {
    heading: 'Here’s what you can type:',
    new: '`{command}` or `{command} {name}` – create a service order',
    list: '`{command} {name} [status]` – your orders, for example `{name} {status}`',
    inbox: '`{command} {name}` – what’s waiting for you, what’s due first at the top',
    today: '`{command} {name}` – your visits today, with directions and contacts',
    show: '`{command} {name} SO-12` – an order as it is now',
    copy: '`{command} {name} SO-12` – a new order with the details of an earlier one',
    find: '`{command} {name} pump acme` – orders with these words, newest first',
    history: '`{command} {name} SO-12` – who did what and when, with every PDF',
    document: '`{command} {name} SO-12 v2` – the PDF of a version again, as it was issued',
    asText: '`{command} {name} SO-12 v2 {text}` – what it says as plain text, for screen readers',
    verify:
      '`{command} {name} SO-000012-1-7F3K-9QXM-2PDA` – whether a printed document is genuine and current. The code is at the bottom of every page.',
    export: '`{command} {name}` – service orders as a CSV file, for the office',
    settings: '`{command} {name}` – the settings, for admins',
    help: '`{command} {name}` – this list',
    short: '`/so` is short for `/service-order`.',
    english: 'These words also work: {names}.',
  },
  unknown: 'Unknown command “{typed}”.',
  unknownStatus: 'There’s no status “{typed}”. Use one of these: {statuses}.',
  noNumber: 'Enter an order number, for example SO-12.',
  notNumber: '“{typed}” isn’t an order number. Enter one such as SO-12.',
  noOrder: '{order} doesn’t exist, or you don’t have access to it. To see your orders, type `{command} {list}`.',
  document: {
    sending: '{file} is on its way to you as a direct message.',
    none: '{order} doesn’t have a document yet. Its first one is issued when the order is approved.',
    noVersion:
      '{order} has no document of version {version, number}. {count, plural, one {It has one of version {versions}.} other {It has documents of versions {versions}.}}',
  },
  outsider: 'Service orders are only for people in this workspace. Ask one of its members for help.',
} as const;
