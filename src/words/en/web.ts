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
} as const;
