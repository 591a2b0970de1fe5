/** What people want of the app for themselves: somebody who decides while they are away, and the morning overview. */
export const away = {
  title: 'Away',
  heading: 'Your preferences',
  set: 'Set away',
  change: 'Change',
  back: 'I’m back',
  here: 'While you’re away, someone else can decide on your orders.',
  until: 'You’re away until {date}. Requests for your decision also go to {name}.',
  digest: {
    on: 'You get an overview on working mornings.',
    off: 'You don’t get an overview on working mornings.',
    turnOn: 'Turn on overview',
    turnOff: 'Turn off overview',
  },
  last: 'Away until (last day)',
  substitute: 'Decisions go to',
  save: 'Save',
  past: 'Choose today or a later day.',
  yourself: 'Choose someone other than yourself.',
  cannot: '{name} can’t decide on orders. Choose someone else.',
  membersOnly: 'Only members of this workspace can hand over decisions.',
  meanwhile: 'Your preferences have changed in another window. Open this again to see them.',
} as const;
