/** Whether a document is genuine and current: answers to a printed code and to a file. */
export const verify = {
  genuine: '*Genuine.* {facts}',
  version: 'This is *{order} version {version, number}*, issued {date}.',
  versionTitle: 'This is *{order} version {version, number}*, {title}, issued {date}.',
  current: 'It’s the *current* version.',
  superseded: 'It has been *superseded* by version {version, number}, issued {date}.',
  supersededPdf: 'It has been *superseded* by version {version, number}, issued {date} ({pdf}).',
  workCopy: 'It’s a work copy: it has no prices.',
  approved: 'Approved by {name}, {date}.',
  extraAccepted: 'The extra cost was accepted by {name}, {date}.',
  extraNotAccepted: 'It costs more than was approved, and that extra cost wasn’t accepted when it was issued.',
  signed: 'For the client, {name} signed version {version, number}, {date}.',
  state: 'The order is now “{state}”.',
  compare:
    'The code shows that this document was issued. To check that nothing else on the paper was changed, compare it with {pdf} ({file}).',
  askToCompare:
    'The code shows that this document was issued. To check that nothing else on the paper was changed, ask someone on the order to compare it with the PDF.',
  notGenuine: '*Not genuine.* No issued document has the code `{code}`.',
  notGenuineUnless:
    '*Not genuine*, unless it was issued {spans}: records from that time were lost when a backup was restored. No known document has the code `{code}`.',
  checkCharacters:
    'First compare the code you entered with the paper, character by character, including the order and version numbers at the beginning. 8 and B, 5 and S, and 2 and Z are easy to mix up. The last twelve characters never include I, L, O or U. If everything matches, the paper isn’t one of this workspace’s documents, or it was altered.',
  altered:
    '*Can’t be confirmed.* A document was issued with the code `{code}`, but its record in the database was changed afterwards. Compare the paper with the PDF in the order’s channel, and ask the person who runs this app to look into it.',
  noCode:
    'Enter the code at the bottom of any page of the document, such as `/service-order verify SO-000012-1-7F3K-9QXM-2PDA`. To check a PDF in Slack, use *Verify document* in the message’s menu.',
  notACode: '“{typed}” isn’t a verification code.',
  span: 'between {from} and {until}',
  noFile:
    'This message has no file. Use *Verify document* on a message with a PDF. To check a printed code, type `/service-order verify`.',
  file: {
    genuine: '“{file}”: *genuine*, an exact copy of the document as issued. {facts}',
    unknown:
      '“{file}”: *not genuine*. It doesn’t exactly match any document issued here. It may be a different file, or one that was altered or saved again. Look for the original PDF in the order’s channel.',
    unknownUnless:
      '“{file}”: *not genuine*, unless it was issued {spans}: records from that time were lost when a backup was restored. It doesn’t exactly match any document known to have been issued here. It may be a different file, or one that was altered or saved again. Look for the original PDF in the order’s channel.',
    noPdf: '“{file}”: not a PDF, so not a document issued here.',
    tooLarge: '“{file}”: larger than any document issued here.',
    gone: '“{file}”: can’t be checked. It was deleted, or it’s in a conversation that the app isn’t in. Post it in a channel that the app is in, such as the order’s channel, and try again there.',
    notNow: '“{file}”: Slack didn’t provide the file just now. Try again in a minute.',
  },
  membersOnly: 'Service orders are only for members of this workspace. Ask one of them for help.',
} as const;
