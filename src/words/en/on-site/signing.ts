/** Asking the client to sign. */
export const signing = {
  title: 'Client signs',
  link: 'Here the client can sign {order}, version {version, number}: open the page on this phone and hand it over, or send the client this link. It works once, until {until}. Any earlier link for this order no longer works.\n{link}',
  orderOnly: 'No work has been confirmed yet, so the client signs the order, not the work.',
  open: 'Open signing page',
  withdraw: 'Withdraw link',
  withdrawn: 'The link to sign {order} no longer works.',
  off: 'Signing pages aren’t set up here. Ask the person who runs this app to set PUBLIC_URL.',
  notNow: 'The client can’t sign this order now: it isn’t approved or completed.',
  reopened:
    'This order was reopened, and nothing has been reported since. Confirm the work or close the order first; then the client can sign it.',
} as const;
