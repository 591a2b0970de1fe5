import { z } from 'zod';
import { DOCUMENT_COPIES, EXPORT_LINES, EXPORTED, type TellKind } from '../../src/order/effect.ts';
import { Party } from './parts.ts';
import { stored } from './stored.ts';

const text = z.string();
const entry = z.int();

const told = [
  ...(['request', 'changes_requested', 'approved', 'rejected', 'withdrawn', 'crew_joined', 'crew_left'] as const),
  ...(['confirmed', 'closed', 'reopened', 'request_instead', 'supervisor_gone', 'requester_gone'] as const),
  ...(['coordinator_gone', 'crew_gone', 'channel_lost', 'channel_shared'] as const),
] satisfies TellKind[];

const document = z.object({ type: z.literal('issue_document'), version: z.int() });
const message = z.object({
  ...{ type: z.literal('tell'), person: text, about: z.enum(told), entry },
  of: Party.exactOptional(),
});
const others = [
  z.object({ type: z.literal('open_channel') }),
  z.object({ type: z.literal('invite'), people: z.array(text) }),
  z.object({ type: z.literal('bring_in'), people: z.array(text) }),
  z.object({ type: z.literal('remove_people'), people: z.array(text) }),
  z.object({ type: z.literal('refresh_card') }),
  z.object({ type: z.literal('post_entry'), entry }),
  z.object({ type: z.literal('share_attachments'), entry }),
  z.object({ type: z.literal('archive_channel'), entry, notBefore: z.number() }),
  z.object({ type: z.literal('settle_request'), entry }),
] as const;
const effects = [...others, document, message] as const;

/** Copies of a document, and who took over: as the office needs them. */
const copied = z.object({ ...document.shape, copy: z.enum(DOCUMENT_COPIES).exactOptional(), to: text.exactOptional() });
const toldOfOffice = z.object({
  ...message.shape,
  about: z.enum([...told, 'took_over', 'handed_over'] satisfies TellKind[]),
});

const toldOfProgress = z.object({
  ...message.shape,
  about: z.enum([
    ...toldOfOffice.shape.about.options,
    ...(['extra_cost', 'extra_disputed', 'extra_accepted', 'held', 'resumed', 'rescheduled'] as const),
  ] satisfies TellKind[]),
});

const toldOfSigning = z.object({
  ...message.shape,
  about: z.enum([...toldOfProgress.shape.about.options, 'signed'] satisfies TellKind[]),
});

const notBefore = z.number();
/** What comes by itself. */
const ofClock = [
  z.object({ type: z.literal('check_order'), notBefore }),
  z.object({ type: z.literal('send_reminder'), person: text, order: text, entry, notBefore }),
  z.object({ type: z.literal('send_digest'), person: text, day: text, notBefore }),
  z.object({ type: z.literal('plan_digests'), day: text, notBefore }),
] as const;

const metadata = z.object({ type: z.literal('sync_channel_metadata') });
const ofImport = z.object({ type: z.enum(['read_import', 'apply_import']), import: text });
const ofExport = z.object({
  ...{ type: z.literal('export_orders'), person: text, from: text, to: text, zone: text, orderType: text },
  ...{ which: z.enum(EXPORTED), lines: z.enum(EXPORT_LINES) },
});
const repeat = z.object({ type: z.literal('remove_repeat'), channel: text, thread: text.exactOptional(), mark: text });

const standIn = z.object({
  ...{ type: z.literal('stand_in'), person: text, of: Party, since: z.int(), until: z.int().nullable() },
});

const toCrew = z.object({ type: z.literal('refresh_crew_messages') });

const sent = z.object({ type: z.literal('send_document'), version: z.int(), person: text });

/** The same as plain text. */
const sentAs = sent.extend({ as: z.literal('text').exactOptional() });

/** What Slack is owed. */
export const storedEffect = stored(
  z.discriminatedUnion('type', [z.object({ type: z.literal('dress_channel') }), ...effects]),
)
  .next(z.discriminatedUnion('type', [metadata, ...effects]), (old) =>
    old.type === 'dress_channel' ? { type: 'sync_channel_metadata' as const } : old,
  )
  .next(z.discriminatedUnion('type', [metadata, repeat, ...effects]), (old) => old)
  .next(z.discriminatedUnion('type', [metadata, repeat, ...others, copied, toldOfOffice]), (old) => old)
  .next(z.discriminatedUnion('type', [ofImport, metadata, repeat, ...others, copied, toldOfOffice]), (old) => old)
  .next(
    z.discriminatedUnion('type', [ofExport, ofImport, metadata, repeat, ...others, copied, toldOfOffice]),
    (old) => old,
  )
  .next(
    z.discriminatedUnion('type', [...ofClock, ofExport, ofImport, metadata, repeat, ...others, copied, toldOfProgress]),
    (old) => old,
  )
  .next(
    z.discriminatedUnion('type', [
      ...([sent, ...ofClock, ofExport, ofImport, metadata, repeat] as const),
      ...([...others, copied, toldOfProgress] as const),
    ]),
    (old) => old,
  )
  .next(
    z.discriminatedUnion('type', [
      ...([standIn, toCrew, sent, ...ofClock, ofExport, ofImport, metadata, repeat] as const),
      ...([...others, copied, toldOfProgress] as const),
    ]),
    (old) => old,
  )
  .next(
    z.discriminatedUnion('type', [
      ...([standIn, toCrew, sentAs, ...ofClock, ofExport, ofImport, metadata, repeat] as const),
      ...([...others, copied, toldOfSigning] as const),
    ]),
    (old) => old,
  );
