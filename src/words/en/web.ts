/** The pages for people outside Slack. */
export const web = {
  notFound: {
    title: 'Nothing here',
    text: 'This address leads nowhere. Check that you opened the whole link.',
  },
  limited: {
    title: 'Too many attempts',
    text: 'Please wait a minute, then try again.',
  },
  trouble: {
    title: 'Not available right now',
    text: 'Something went wrong on our side. Nothing was changed. Please try again in a minute.',
  },
  tooLarge: {
    title: 'Too much data',
    text: 'Your entries are too large to be sent. Nothing was signed. Shorten them, or sign with your typed name.',
  },
  notAForm: {
    title: 'This can’t be read',
    text: 'What was sent isn’t the form of this page. Nothing was signed. Open the link again.',
  },
  brokenOff: { title: 'The connection was interrupted' },
  verify: {
    title: 'Verify a document',
    label: 'Verification code',
    hint: 'At the bottom of every page, for example SO-000012-1-7F3K-9QXM-2PDA',
    check: 'Check',
    genuine: 'Genuine',
    document: '{order}, version {version, number}',
    issued: 'Issued {when}',
    issuedBy: 'Issued by {company}, {when}',
    workCopy: 'Work copy without prices',
    current: 'This is the current version',
    superseded: 'Superseded by version {version, number}, issued {when}',
    compare:
      'The code shows that this document was issued. It can’t show whether anything on the paper was changed since. If in doubt, ask for a copy.',
    compareWith:
      'The code shows that this document was issued. It can’t show whether anything on the paper was changed since. If in doubt, ask {company} for a copy.',
    notGenuine: 'Not genuine',
    checkCharacters:
      'No document with this code was issued here. Compare the code with the paper, character by character: 8 and B, 5 and S, and 2 and Z are easy to mix up. The last twelve characters never include I, L, O or U. If everything matches, the document isn’t genuine, or it was issued elsewhere.',
    lost: 'Some records were lost when a backup was restored. If the document is from that time, ask its issuer.',
    altered: 'Can’t be confirmed',
    alteredText:
      'A document was issued with this code, but its record was changed afterwards. Ask its issuer for a copy.',
  },
  sign: {
    title: 'Sign: {document}',
    intro: 'Please check what follows. You can sign it at the end of this page.',
    changed:
      'This order has changed since you were given the link. You see version {version, number}, the current one.',
    overtaken:
      'The order changed while this page was open. Nothing was signed. Please check version {version, number} and sign again.',
    heading: 'Sign',
    name: 'Your full name',
    position: 'Function (optional)',
    positionHint: 'Your role, for example facility manager',
    reservations: 'Reservations (optional)',
    reservationsHint: 'Anything that isn’t as it should be. Printed on the document.',
    signature: 'Signature',
    drawn: 'Draw my signature',
    typed: 'Sign with my typed name',
    pad: 'Box for your signature',
    padHint: 'Draw your signature in the box with a finger, a pen or the mouse.',
    clear: 'Clear',
    withoutScript: 'Without JavaScript, you sign with your typed name.',
    consentWork:
      'I accept this work on behalf of {client}, with the reservations that I entered in this form, if any. My name, my signature and the time will be printed on the document.',
    consentOrder:
      'I agree to this order on behalf of {client}, with the reservations that I entered in this form, if any. My name, my signature and the time will be printed on the document.',
    problems: 'Please correct the following:',
    error: {
      name: 'Enter your full name.',
      consent: 'Tick the box to sign.',
      drawing: 'Draw your signature, or choose “{option}”.',
      unreadable: 'This signature can’t be read. Draw it again, or choose “{option}”.',
    },
    send: 'Sign',
    sending: 'Sending…',
    lost: 'The connection was lost, so it isn’t certain that your signature arrived. Select “{button}” again: nothing is signed twice.',
    privacy: 'This page sets no cookies and passes nothing on to third parties.',
    accepted: {
      title: 'Accepted: version {version, number}',
      text: '{order}, version {signed, number}, is signed. The document with the signature is version {version, number}.',
      newer: 'A newer version has been issued since: version {version, number}.',
      askToSign: 'To sign it, ask for a new link.',
      reopened: 'The order has been reopened since, and work continues.',
    },
    signedBy: 'Signed by {name}, {when}.',
    already: {
      title: 'Already signed',
      notRecorded: 'Already signed by {name}, {when}; what you entered was not recorded.',
    },
    notSigned: 'Nothing was signed.',
    expired: {
      title: 'This link has expired',
      text: 'Links to sign are valid for seven days. Ask for a new one.',
      textOf: 'Links to sign are valid for seven days. Ask {company} for a new one.',
    },
    withdrawn: {
      title: 'This link no longer works',
      text: 'It was withdrawn, or replaced by a newer link. Ask for a new one.',
      textOf: 'It was withdrawn, or replaced by a newer link. Ask {company} for a new one.',
    },
    reopened: {
      title: 'Work continues',
      text: 'The order was reopened after version {version, number}, and nothing has been reported since. Once there is a new version, you can sign it at this link.',
    },
    contact: 'Questions? {contact}',
    contactOf: 'Questions? {company}: {contact}',
    copy: {
      title: 'Your copy',
      download: 'Download {file} ({size})',
      until: 'Available here until {when}.',
      making: 'The signed document is being made. Reload this page in a minute.',
      reload: 'Reload',
      sent: 'You will get the signed document from the company.',
      sentBy: 'You will get the signed document from {company}.',
      ask: 'Ask for a copy of the signed document.',
      askOf: 'Ask {company} for a copy of the signed document.',
      busy: {
        title: 'Too many downloads at once',
        text: 'Please wait a minute, then try the download again.',
      },
    },
    photosNotShown:
      '{count, plural, one {# photo isn’t shown here; it is named below.} other {# photos aren’t shown here; they are named below.}}',
    closed: {
      title: 'This order can’t be signed now',
      text: 'It’s no longer open for signing. Ask the person who gave you the link.',
    },
    unknown: { title: 'This link isn’t valid', text: 'Check that you opened the whole link, or ask for a new one.' },
  },
} as const;
