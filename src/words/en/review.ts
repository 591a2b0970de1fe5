/** The last page of a form: what is about to be sent, and what is unusual about it. */
export const review = {
  requested: 'Requested',
  noItems: '*Items* none',
  forClient: '*For the client.* Please check this before you accept it.',
  total: '*Total* {amount}',
  totalWithTax: '*Total* {net} net, {gross} incl. tax',
  version: '*Version {next, number} compared with version {base, number}*',
  difference: '*Net difference:* {amount}',
  staysOpen: 'The order stays open. More confirmations can follow.',
  closes: 'Sending this closes the order as “{outcome}”.',
  extra:
    'This comes to {net} net, {difference} above the approved amount. {name} will be asked to accept it. The order stays open, and work can continue.',
  extraFinal:
    'This comes to {net} net, {difference} above the approved amount. {name} will be asked to accept it, which closes the order as “{outcome}”. The order stays open until then.',
  extraHidden:
    'This comes to more than was approved. {name} will be asked to accept it. The order stays open, and work can continue.',
  extraFinalHidden:
    'This comes to more than was approved. {name} will be asked to accept it, which closes the order. The order stays open until then.',
  extraAlso: '{names} will also be asked.',
  extraAway: '{name} is away until {date}, and nobody else will be asked for now.',
  extraBothAway: '{name} is away until {date}, and so is {substitute}, who will also be asked.',
  extraAlsoAsked: '{name} is away until {date}. {substitute} will also be asked.',
  extraTooLow: '{count, plural, one {{names} can’t accept this amount.} other {{names} can’t accept this amount.}}',
  extraTakers:
    '{count, plural, =0 {An admin will have to decide.} one {{names} can accept it.} other {These people can accept it: {names}.}}',
  question: {
    similar:
      '{order} has the same title, client and location (submitted by {name}, {date}). Check that this isn’t the same job.',
    similarHidden:
      'Another order has the same title, client and location (submitted by {name}, {date}). Check that this isn’t the same job.',
    overLimit: 'This order comes to {net} net, which is more than {name} can approve.',
    otherCurrency:
      'This order comes to {net} net. The limit of {name} is in {limits} and doesn’t count for another currency.',
    notListed: '{name} isn’t on the list of supervisors and can’t approve this order of {net} net.',
    theyCan: '{count, plural, one {{names} can approve it.} other {These people can approve it: {names}.}}',
    adminCan:
      'Nobody else on the list of supervisors can approve it at the moment. An admin can, and the supervisor can hand it over to one.',
    supervisorsAway:
      '{name} is away until {date}, and so is {substitute}, who would decide instead. Consider choosing another supervisor.',
    supervisorAway: '{name} is away until {date}. {substitute} will also be asked and can decide instead.',
    substituteTooLow:
      '{name} is away until {date}. {substitute} will also be asked, but can’t approve this amount. Consider choosing another supervisor.',
    supervisorAwayAlone:
      '{name} is away until {date}, and nobody else will be asked. Consider choosing another supervisor.',
    noItems: 'This order has no items.',
    thousands: '{item}: {line}. The price has three decimal places. Check that you didn’t mean thousands.',
    muchOfIt: '{item}: {line}. That’s an unusually large quantity. Check that it’s right.',
    requestedPast: 'The requested start is in the past: {date}.',
    requestedFar: 'The requested start is more than a year away: {date}.',
    requestedLong: 'The requested end is {days, plural, one {# day} other {# days}} after the start.',
    plannedPast: 'The planned start is in the past: {date}.',
    plannedFar: 'The planned start is more than a year away: {date}.',
    plannedOnHold:
      'The planned start ({date}) is before the end of the hold ({until}). The order stays on hold until then.',
    holdFar: 'The order would stay on hold for more than a year, until {date}.',
    holdPastStart:
      'The planned start ({start}) is before the end of the hold ({date}). It stays as it is until the order is rescheduled.',
    beforeStart: 'The work would end before its planned start: {date}. Nobody has started it yet.',
    workHours: 'The work took {hours, plural, one {# hour} other {# hours}}: {start} – {end}.',
    workDays: 'The work took {days, plural, one {# day} other {# days}}: {start} – {end}.',
    startedEarly: 'The work started before the order was approved. Start: {date}. Approval: {approved}.',
    endedEarly: 'The work ended before the order was approved. End: {date}. Approval: {approved}.',
    endedBeforeReport:
      'The end time is earlier than the one reported in version {version, number}. Now: {date}. Reported: {reported}.',
    refusedAfterSigning:
      '{name} accepted version {version, number} with their signature: {date}. Check that the client now refuses the work.',
    typeChanged:
      'The order type “{name}” was changed in the meantime. This order keeps the fields you were shown. To use the new ones, set *{label}* to “{none}”, then choose the type again.',
    typeInactive: 'The order type “{name}” is no longer in use. This order keeps its fields all the same.',
    unused: 'You filled in *{label}*, but it doesn’t apply to your other answers. It won’t be sent.',
  },
} as const;
