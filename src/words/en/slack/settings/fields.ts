/** The fields of the settings: what they are called, what they hold, and what is wrong with it. */
export const settingFields = {
  label: {
    company: {
      name: 'Company name',
      taxId: 'Tax ID',
      address: 'Address',
      phone: 'Phone',
      email: 'Email',
      logo: 'Logo',
    },
    money: { currency: 'Currency', taxRate: 'Tax' },
    document: {
      pageSize: 'Paper',
      locale: 'Language and formats of documents',
      timeZone: 'Time zone of documents',
      accentColor: 'Colour of headings',
      terms: 'Terms and conditions',
    },
    workspace: { locale: 'Language of channels' },
    channel: {
      private: 'Who can open an order’s channel',
      keepMembers: 'People who leave an order',
      archiveAfterDays: 'Archive channels after',
    },
    roles: { admins: 'Admins of this app', office: 'Office', supervisors: 'Supervisors' },
    approval: { allowOwn: 'Own orders', undecidedPerPerson: 'Orders awaiting approval per requester' },
    changes: {
      tolerance: 'Tolerance in percent',
      toleranceAmount: 'Tolerance as an amount',
    },
    hours: { zone: 'Time zone of the office', week: 'Office hours', holidays: 'Holidays' },
    reminders: {
      decision: 'Approval: hours',
      changes: 'Requested changes: hours',
      extraCost: 'Extra cost: hours',
      start: 'Start without work: hours',
      end: 'End without closure: hours',
      again: 'Second reminder: working days',
      escalation: 'Asked if nobody answers',
      digest: 'Morning digest',
    },
    prices: { visibleTo: 'Who sees prices', channel: 'Channel for documents with prices' },
    records: { freeClients: 'Clients and sites not on file', freeItems: 'Items not in the catalogue' },
  },
  groups: '{label}: user groups',
  hint: {
    company: {
      name: 'Printed on every document.',
      taxId: 'As it must appear on documents, with the country’s prefix if there is one.',
      logo: 'PNG, JPEG or SVG, up to 1 MB.',
    },
    money: {
      currency: 'Three letters, for example EUR.',
      taxRate: 'A percentage, for example 19 or 8.875. It prints as “{example}”.',
    },
    document: {
      timeZone:
        'For example {zone}. If you leave it empty, each document uses the time zone of the person who approved the order.',
      accentColor: 'For example #1f4e79. If you leave it empty, the app’s own blue is used.',
      terms: 'Printed at the end of every document.',
    },
    channel: {
      archiveAfterDays:
        'Days after an order is completed or closed as not performed, from {min, number} to {max, number}.',
    },
    roles: {
      admins: 'In addition to workspace admins and owners. They can do what a supervisor can, on every order.',
      office:
        'They see every order and every price, keep clients, sites and the catalogue, and import files of them. If you leave it empty, only admins do.',
    },
    approval: {
      undecidedPerPerson: 'A limit that keeps one person from filling everyone’s queue.',
    },
    changes: {
      tolerance:
        'How far a total can exceed what was approved before the supervisor is asked. Leave both fields empty to ask about every excess.',
      toleranceAmount: 'Net, in {currency}. If both are set, the smaller one applies.',
    },
    hours: {
      zone: 'For example {zone}. If you leave it empty, the time zone of documents applies, or UTC if there is none.',
      week: 'For example: {example}. Reminders and deadlines count these hours only. If you leave it empty, they count day and night.',
      holidays: 'One day per line, with or without a name, for example: 2026-12-25 Christmas Day',
    },
    reminders: {
      decision: 'Office hours after which the supervisor is reminded. 0 means never.',
      changes: 'Reminds the requester.',
      extraCost: 'Reminds the supervisor.',
      start: 'Reminds the crew and the coordinator.',
      end: 'Reminds the crew and the coordinator.',
      again: 'Then somebody else is asked as well: a substitute, or the people on the next page. 0 means never.',
      escalation:
        'They are asked with the second reminder of a decision if nobody stands in for the supervisor. People who can’t approve the order are left out.',
      digest:
        'A message on working mornings with today’s visits and what awaits people. Everyone can turn it off for themselves in Home.',
    },
    prices: {
      visibleTo: 'Applies to new orders.',
      channel:
        'If you leave it empty, the documents go to the requester and the supervisor. If the channel is private, add the app to it first.',
    },
    records: {
      freeClients: 'Until a client is on file, clients are always entered as text.',
      freeItems: 'People who don’t see prices can always add items without a price.',
    },
  },
  choice: {
    document: { pageSize: { A4: 'A4', LETTER: 'US Letter' } },
    channel: {
      private: { yes: 'Private (only people on the order)', no: 'Public (everyone in the workspace)' },
      keepMembers: { yes: 'Stay in its channel', no: 'Are removed from its channel' },
    },
    approval: { allowOwn: { yes: 'Supervisors can approve their own', no: 'Nobody approves their own' } },
    reminders: {
      digest: {
        yes: 'Sent',
        no: 'Not sent',
      },
    },
    prices: { visibleTo: { everybody: 'Everyone', office: 'Office only' } },
    records: {
      freeClients: { yes: 'Can be entered in orders', no: 'Can’t be entered in orders' },
      freeItems: { yes: 'Can be added to orders', no: 'Can’t be added to orders' },
    },
  },
  value: {
    days: '{count, plural, one {# day} other {# days}}',
    hours: '{count, plural, =0 {Never} one {# hour} other {# hours}}',
    workingDays: '{count, plural, =0 {Never} one {After # working day} other {After # working days}}',
    currency: '{code} ({name})',
    logo: 'Set',
    otherLogo: 'Another logo',
    office: 'Admins only',
    supervisors: 'Every full member, up to any amount',
    anyAmount: 'any amount',
    upTo: 'up to {amount}',
    limited: '{name} ({limit})',
    emptyGroup: '{name} (no members)',
    goneGroup: '{name} (disabled or deleted)',
    documentsZone: '{zone} (same as documents)',
    always: 'Day and night',
    day: '{day} ({name})',
    zone: 'Time zone of the approver',
    people: 'None (sent to the requester and the supervisor)',
    usual: 'Standard',
    more: '{count, plural, one {# more} other {# more}}',
  },
  error: {
    tooLong: 'Use up to {max, number} characters.',
    email: 'Enter an email address such as office@example.com.',
    tolerance: 'Enter a percentage from 0 to {max, number}, or leave it empty.',
    currency: 'Enter a currency code such as EUR, USD or MXN.',
    zone: 'Enter a time zone such as Europe/Madrid or America/Bogota.',
    week: {
      day: '“{text}” isn’t a weekday. Enter days and hours such as “Mon–Fri 08:00–17:00”.',
      time: '“{text}” can’t be read as hours. Enter them as in “08:00–12:00, 13:00–17:00”.',
      backwards: '“{text}” ends before it starts. Hours past midnight belong to the next day.',
      many: 'A day can have up to {max, number} periods: {text}',
    },
    date: 'Start each line with a date such as 2026-12-25. This one can’t be read: “{text}”',
    dates: 'Enter up to {max, number} days. Remove those that are over.',
    color: 'Enter a colour such as #1f4e79.',
    contrast: 'This colour is too light for white paper: its contrast is {ratio}:1, and it must be at least {least}:1.',
    count: 'Enter a whole number from {min, number} to {max, number}.',
    people: 'Choose up to {max, number} people and groups.',
    amount: 'Enter an amount such as 5000, or leave it empty for any amount.',
    toleranceAmount: 'Enter an amount such as 500, or leave it empty.',
    invalid: 'This value can’t be used. Choose another one.',
    nobody: 'Choose at least one person or group.',
    members: 'Only full members can be listed here. Remove {names}.',
    guest: 'Supervisors must be full members. Remove {names}.',
  },
} as const;
