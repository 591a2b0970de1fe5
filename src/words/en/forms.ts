/** What every form says: its title and buttons, what stands above the inputs, and why it cannot go on. */
export const forms = {
  title: {
    submit: 'New service order',
    edit: 'Edit service order',
    add_photos: 'Add photos',
    hand_over: 'Hand over',
    approve: 'Approve service order',
    request_changes: 'Request changes',
    reject: 'Reject service order',
    resubmit: 'Edit and resubmit',
    withdraw: 'Withdraw service order',
    dispute: 'Dispute extra cost',
    confirm: 'Create confirmation',
    as_planned: 'Done as planned',
    hold: 'Put on hold',
    change_hold: 'Change hold',
    reschedule: 'Reschedule',
    close: 'Close order',
    assign: 'Assign crew',
    reopen: 'Reopen service order',
    item: 'Item',
  },
  /** The button that opens the form. */
  button: {
    submit: 'New service order',
    edit: 'Edit',
    add_photos: 'Add photos',
    hand_over: 'Hand over',
    approve: 'Approve',
    request_changes: 'Request changes',
    reject: 'Reject',
    resubmit: 'Edit and resubmit',
    withdraw: 'Withdraw',
    dispute: 'Dispute',
    confirm: 'Create confirmation',
    start_work: 'Start work',
    resume: 'Resume',
    as_planned: 'Done as planned',
    hold: 'Put on hold',
    change_hold: 'Change hold',
    reschedule: 'Reschedule',
    close: 'Close order',
    assign: 'Assign crew',
    reopen: 'Reopen',
  },
  /** The button on its last page. */
  send: {
    submit: 'Submit order',
    edit: 'Save changes',
    add_photos: 'Add photos',
    hand_over: 'Hand over',
    approve: 'Approve',
    request_changes: 'Request changes',
    reject: 'Reject',
    resubmit: 'Resubmit order',
    withdraw: 'Withdraw',
    dispute: 'Dispute',
    confirm: 'Send confirmation',
    as_planned: 'Close order',
    hold: 'Put on hold',
    change_hold: 'Save changes',
    reschedule: 'Reschedule',
    close: 'Close order',
    assign: 'Assign crew',
    reopen: 'Reopen',
    item: 'Save item',
  },
  /** A new order made of another one: its button, and what its form says. */
  copy: {
    button: 'Copy to new order',
    copied: 'Copied from {order}. The dates are new, and attachments weren’t copied.',
    unlisted: '{name} can’t be asked to approve this one. Check who is entered as supervisor.',
  },
  control: { next: 'Next', cancel: 'Cancel', back: 'Back', startOver: 'Start over' },
  page: {
    place: 'Page {page, number} of {pages, number}',
    restored: 'We restored your draft. If any files are missing, attach them again.',
    keptCurrency:
      'The prices in this order are in {kept}, the currency they were entered in. The workspace now uses {newer}. To use {newer}, remove the prices or start a new order.',
    check: '*Please check*',
    proceed: 'If everything is correct, select *{button}*.',
    fixFirst: '*Fix this first*',
    attached: 'Attached so far: {files}',
  },
  /** At the end of a list of names. */
  others: '{count, plural, one {# more} other {# more}}',
  /** Below a list of lines. */
  moreLines: '… and {count, plural, one {# more} other {# more}}',
  draft: {
    kept: 'We saved your draft: *{form}*. Open the form again to continue.',
    keptFor: 'We saved your draft: *{form}* for {order}. Open the form again to continue.',
    pricesLost:
      'The prices in this draft were removed because an app update couldn’t determine their decimal places. Enter them again.',
    newerVersion:
      'Version {version, number} was issued after you started. We kept your entries and applied them to the latest version.',
    issuedBy: '{name} issued version {version, number} while this form was open.',
    applied:
      'We kept your entries and applied them to the latest version. Check them, then send the form again. What changed:',
  },
  /** Above a decision that is taken for a supervisor who is away, or was. */
  decidesFor: {
    away: 'You’re deciding for {name}, who is away.',
    back: 'You’re deciding for {name}, who was away.',
  },
  files: {
    unreadable:
      'The app can’t read {files} because it isn’t in that conversation. Attach the files you need under “{field}”.',
  },
  notice: {
    title: {
      order: 'Service order',
      refused: 'You can’t do that',
      outdated: 'Out of date',
      sent: 'Already sent',
      currency: 'Currency changed',
    },
    oldApp: 'This form is from an older version of the app. Close it and open it again.',
    unknownPerson: 'We couldn’t identify you just now. Try again in a moment.',
    noOrder: 'This service order doesn’t exist, or you don’t have access to it.',
    gone: 'This form was already sent, or restarted elsewhere. Close it and open it again.',
    itemGone: 'The form for this item was already sent, or restarted elsewhere. Close it and open it again.',
    restarted: 'This form was restarted elsewhere. Open it again to continue.',
    sent: 'You’ve already sent this form. {order} is now “{state}”. Nothing was duplicated.',
    accepted: 'You’ve accepted the extra cost of {order}. It’s now “{state}”.',
    currency:
      'This order now uses {now}, but the price was entered in {before}. Add the item again with its price in {now}.',
    inactiveItems:
      '{n, plural, one {{items} is no longer active in the catalogue. Choose another item instead, or remove it,} other {These are no longer active in the catalogue: {items}. Choose other items instead, or remove them,}} then send the form again.',
    tooManyItems:
      'An order can have up to {max, number} items. Remove {surplus, plural, one {# item} other {# items}}, then send the form again.',
    tooMuch:
      'The order total can’t be more than {limit}. Enter smaller quantities or prices, then send the form again.',
  },
} as const;
