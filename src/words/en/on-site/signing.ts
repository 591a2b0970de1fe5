/** Asking the client to sign. */
export const signing = {
  title: 'Client signs',
  link: 'Here the client can sign {order}, version {version, number}: open the page on this phone and hand it over, or send the client this link. It works once, until {until}.\n{link}',
  open: 'Open signing page',
  off: 'Signing pages aren’t set up here. Ask the person who runs this app to set PUBLIC_URL.',
  notNow: 'The client can’t sign this order now: it isn’t approved or completed.',
} as const;
