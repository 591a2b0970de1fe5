/** What people want of the app for themselves: somebody who decides while they are away, and the morning digest. */
export const away = {
  title: 'Away',
  heading: 'Your preferences',
  set: 'Set away',
  change: 'Change',
  back: 'I’m back',
  here: 'While you’re away, someone else can decide on your orders.',
  until: 'You’re away until {date}. Requests for your decision also go to {name}.',
  digest: {
    on: 'You get a digest on working mornings.',
    off: 'You don’t get a digest on working mornings.',
    turnOn: 'Turn on digest',
    turnOff: 'Turn off digest',
  },
  standIn: {
    named:
      '{name} is away until {date} and has named you as substitute. Requests for their decision now also come to you.',
    namedPlain: '{name} is away and has named you as substitute. Requests for their decision now also come to you.',
    waiting:
      '{count, plural, =0 {Nothing is waiting right now.} one {# order is already waiting:} other {# orders are already waiting:}}',
    ended:
      'You’re no longer the substitute for {name}. New requests won’t come to you. You can still decide on those you were asked about.',
  },
  last: 'Away until (last day)',
  substitute: 'Decisions go to',
  save: 'Save',
  past: 'Choose today or a later day.',
  far: 'You’d be away for more than a year, until {date}.',
  both: '{name} is away too, until {date}. Requests would wait until someone is back, or until a reminder asks others.',
  yourself: 'Choose someone other than yourself.',
  cannot: '{name} can’t decide on orders. Choose someone else.',
  membersOnly: 'Only members of this workspace can hand over decisions.',
  meanwhile: 'Your preferences have changed in another window. Open this again to see them.',
} as const;
