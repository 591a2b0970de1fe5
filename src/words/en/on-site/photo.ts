/** Why a photo is not printed: what is wrong, then what helps. */
export const photo = {
  gone: 'The file was deleted, or the app can’t access it.',
  unavailable: 'The file couldn’t be read in time.',
  not_a_picture: 'The file isn’t an image the app can read.',
  unsupported: '{kind} images can’t be printed. Post the photo again as JPEG or PNG.',
  damaged: 'The file is damaged. Post the photo again.',
  too_large: 'The photo has {megapixels, number} megapixels; the limit is {limit, number}. Post a smaller copy.',
  undecodable: 'The photo takes too much memory or time to read. Post it again as a plain JPEG.',
  skipped: 'Other photos in the document took too long to read.',
  too_many: 'The document has more photos than it can print.',
  without_photos: 'The document could only be created without its photos.',
  repeated: 'The same photo is printed already.',
} as const;

/** Photos: those that were posted in an order’s channel, and what each of them shows. */
export const photos = {
  offered:
    '{count, plural, one {# photo from the channel isn’t on the order yet.} other {# photos from the channel aren’t on the order yet.}} Choose what a photo shows, or write a caption, to include it.',
  newest: 'The newest {count, number} are listed here.',
  own: 'Say what your photos show. You can leave this empty.',
  line: '{place, number}. {file} · {name}, {when}',
  ownLine: '{place, number}. {file}',
  shownLine: '{place, number}. {file} · {shown}',
  included: '*Photos:* {count, number}',
  open: '<{link}|Open>',
  shows: 'Photo {place, number}: {file}',
  caption: 'Caption for photo {place, number}',
  kind: { before: 'Before', after: 'After', part: 'Part' },
  plain: 'Photo',
  leave: 'Don’t include',
  captioned: '{shows}: {caption}',
  adding:
    '{count, plural, one {This photo becomes part of the order. It’s printed} other {These photos become part of the order. They’re printed}} with the next confirmation, or when the order is closed.',
  wrong: {
    channel: 'This isn’t the channel of a service order. Use this shortcut on a message in an order’s channel.',
    none: 'This message has no files. Use this shortcut on a message with photos.',
    known: '{count, plural, one {This photo is} other {These photos are}} on the order already: {files}.',
    notImage: 'Only photos can be added. Not an image: {files}.',
    deleted: 'Deleted in Slack: {files}.',
    external: 'Kept outside Slack: {files}. Post the photo itself.',
    elsewhere: 'Owned by another organization: {files}. Ask someone in this workspace to post a copy.',
    tooLarge: 'Larger than 20 MB: {files}. Post a smaller copy.',
    unreadable: 'The app can’t read: {files}. Post a new copy.',
    broken: 'Damaged, or not an image the app can read: {files}. Post the photo again.',
    title: 'Can’t be added',
  },
} as const;
