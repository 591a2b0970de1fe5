import { describe, expect, test } from 'vitest';
import { decidingOf } from '../../src/forms/deciding.ts';
import { approvalForm } from '../../src/forms/pages/approval.ts';
import { changesForm, disputeForm, rejectionForm } from '../../src/forms/pages/reason.ts';
import { withoutPrices } from '../../src/order/amounts/prices.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import { SYSTEM } from '../../src/order/people.ts';
import { whoseDecision } from '../../src/order/progress/inbox.ts';
import { STATUSES } from '../../src/order/progress/status.ts';
import { digestMessage } from '../../src/slack/views/daily/digest.ts';
import { entryMessage, pastTense } from '../../src/slack/views/entry/entry.ts';
import { awayModal, awayToo } from '../../src/slack/views/inbox/away.ts';
import { inboxMessage, whoseText } from '../../src/slack/views/inbox/inbox.ts';
import { settledRequest } from '../../src/slack/views/inbox/settled.ts';
import { severalModal } from '../../src/slack/views/inbox/several.ts';
import type { StandIn } from '../../src/slack/views/inbox/stand-in.ts';
import { historyMessage } from '../../src/slack/views/lists.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { genuineCode } from '../../src/slack/views/verified.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { statusText } from '../../src/words/state.ts';
import { wordsFor } from '../../src/words/words.ts';
import { context } from '../support/forms.ts';
import { seen } from '../support/markup.ts';
import { ANY, part, words } from '../support/words.ts';
import {
  actions,
  actor,
  asking,
  askingToEnd,
  content,
  farid,
  inState,
  lena,
  MORNING,
  olga,
  onHold,
  policy,
  sam,
  taken,
} from '../support/workflow.ts';

const textsOf = (message: { readonly blocks: unknown }) => seen(message.blocks).join('\n');

describe('a message about something that was decided', () => {
  const orders: readonly WholeOrder[] = [...Object.values(inState), onHold, asking, askingToEnd];

  test('says nothing that changes afterwards: neither how the order stands nor whose turn it is', () => {
    for (const order of orders)
      for (const entry of order.entries) {
        const shown = textsOf(settledRequest(order, entry, words, 'C1'));
        const where = `${order.state} after ${entry.action.type}`;
        expect(shown, where).not.toContain(part(words.card.status({ state: ANY })));
        for (const say of [words.card.turn.submitted, words.card.turn.approved, words.card.turn.extra_cost])
          expect(shown, where).not.toContain(part(say({ name: ANY, names: ANY, date: ANY })));
        for (const status of STATUSES.filter((one) => one !== 'rejected' && one !== 'withdrawn'))
          expect(shown.split('\n'), where).not.toContain(statusText(status, words));
        expect(shown, where).not.toContain(part(words.card.standing.onHold({ reason: ANY, name: ANY })));
        expect(shown, where).not.toContain(words.card.extra.askedHidden.replaceAll('*', ''));
        expect(shown, where).toContain(order.content.title);
      }
  });

  test('its text says what was decided', () => {
    const order = inState.rejected;
    expect(settledRequest({ ...order, number: 12 }, order.lastEntry, words, undefined).text).toBe(
      'SO-000012: Sam Okafor rejected the order',
    );
  });
});

describe.each(LANGUAGES)('for whom somebody decided, in %s', (language) => {
  const said = wordsFor(language);
  const asked = taken(inState.changes_requested, { ...actions().resubmit, standIn: olga } as never).order;
  const approve = { ...actions().approve, submission: asked.submission } as never;
  const { order } = taken(asked, approve, { by: actor(olga, 'substitute') });
  const latest = order.latest ?? expect.unreachable('it has no version');
  const what = pastTense({ ...order.lastEntry, by: olga }, said);
  const sentence = said.entry.substituteFor({ what, name: sam.name });

  test('is said in the channel, the history and the message with the decision', () => {
    expect(pastTense(order.lastEntry, said)).toBe(sentence);
    expect(sentence).toContain(sam.name);
    expect(entryMessage(order, order.lastEntry, said).text).toContain(sam.name);
    expect(textsOf(historyMessage(order, order.entries, [], said))).toContain(sentence);
    const settled = settledRequest(order, order.lastEntry, said, undefined);
    expect(seen(settled.blocks).at(-1)).toContain(said.entry.substituteFor({ what: olga.name, name: sam.name }));
  });

  test.each(['approved', 'extra_disputed', 'closed', 'changes_requested'] as const)(
    'is said in the message to those concerned (%s)',
    (about) => {
      const message = tellMessage(order, { entry: order.lastEntry, about, of: undefined }, said, undefined);
      const line = said.tell.decidedFor({ name: sam.name });
      expect(message.text).toContain(line);
      expect(textsOf(message)).toContain(line);
    },
  );

  test('is said by the answer to a document’s code', () => {
    const issued = { order, version: latest, copy: 'work' as const, documents: [] };
    const name = said.entry.substituteFor({ what: olga.name, name: sam.name });
    expect(genuineCode(issued, true, said).text).toContain(part(said.verify.approved({ name, date: ANY })));
    const extra = { ...latest.approval, by: sam, at: latest.at };
    const signed = { version: 1, at: latest.at, name: 'P. Jensen' };
    const answer = (version: object, maySee = true) =>
      genuineCode({ ...issued, version: { ...latest, ...version } }, maySee, said).text;
    const accepted = part(said.verify.extraAccepted({ name: sam.name, date: ANY }));
    expect(answer({ accepted: [{ ...extra, for: undefined }] })).toContain(accepted);
    expect(answer({})).not.toContain(said.verify.extraNotAccepted);
    expect(answer({ approval: { ...latest.approval, amount: 1, covers: 1 } })).toContain(said.verify.extraNotAccepted);
    expect(answer({ signed })).toContain(part(said.verify.signed({ name: 'P. Jensen', version: 1, date: ANY })));
    expect(answer({ signed }, false)).not.toContain('P. Jensen');
  });

  test('is said before they decide: in their inbox, their digest and the forms', () => {
    const whose = whoseDecision(asked, olga.id, 'decision');
    const task = { about: 'decision', since: MORNING, due: undefined } as const;
    const waits = part(said.inbox.standIn({ waits: said.reminder.waits.decision({ date: ANY }), name: sam.name }));
    const inbox = { rows: [{ order: asked, task, whose, offers: [] }], more: false, several: false, at: MORNING };
    const waiting = { order: asked, about: 'decision', since: MORNING, channel: undefined, whose } as const;
    const digest = digestMessage({ visits: [], decisions: [waiting], late: [] }, said, 'UTC');
    expect(inboxMessage(inbox, said).text).toContain(waits);
    expect(textsOf(inboxMessage(inbox, said))).toContain(waits);
    expect(textsOf(digest ?? expect.unreachable())).toContain(waits);
    const proposed = { ...asked, content: { ...content, proposedCrew: [farid] } };
    const several = { id: 'k', orders: [proposed], more: false, reader: { ...olga, timeZone: 'UTC' }, at: MORNING };
    expect(textsOf(severalModal(several, said))).toContain(said.forms.decidesFor.away({ name: sam.name }));
    for (const [form, during] of [approvalForm, rejectionForm, changesForm, disputeForm].flatMap((one) => [
      [one, true] as const,
      [one, false] as const,
    ])) {
      const member = { ...olga, kind: 'member' as const, admin: false, standsInFor: during ? [sam.id] : [] };
      const about = context(asked, { words: said, person: olga, ...decidingOf(member, asked, policy) });
      const say = said.forms.decidesFor[during ? 'away' : 'back'];
      const intro = form.pages[0]?.intro?.(form.start(about), about) ?? [];
      expect(seen(intro).join('\n'), form.id).toContain(say({ name: sam.name }));
    }
  });

  test('is said of who was asked with the request, as of who is asked later', () => {
    const line = said.entry.did.ask_instead({ name: SYSTEM.name, asked: olga.name });
    const history = historyMessage(order, order.entries, [], said);
    expect(history.text.split('\n').filter((one) => one === line)).toHaveLength(1);
    expect(textsOf(history)).toContain(line);
  });

  test('is not said of those who decide for themselves', () => {
    const own = inState.approved;
    expect(pastTense(own.lastEntry, said)).not.toContain(said.entry.substituteFor({ what: '', name: sam.name }).trim());
    expect(
      tellMessage(own, { entry: own.lastEntry, about: 'approved', of: undefined }, said, undefined).text,
    ).not.toContain(said.tell.decidedFor({ name: sam.name }));
    expect(whoseDecision(asked, sam.id, 'decision')).toBeUndefined();
    expect(whoseDecision(asked, olga.id, 'start')).toBeUndefined();
    expect(decidingOf({ ...sam, kind: 'member', admin: false }, asked, policy)).not.toHaveProperty('decidesFor');
  });

  test('who is asked besides a supervisor reads who that is', () => {
    const remind = { type: 'remind', about: 'decision', step: 2, people: [sam], asked: [olga] } as const;
    const whose = whoseDecision(taken(inState.submitted, remind).order, olga.id, 'decision');
    expect(whoseText('Waits', whose, said)).toBe(said.inbox.besides({ waits: 'Waits', name: sam.name }));
  });
});

describe('a request to somebody who is not the supervisor', () => {
  const submitted = inState.submitted;
  const told = (order: Order, about: 'request' | 'extra_cost', standIn?: StandIn, covers?: number) =>
    tellMessage(order, { entry: order.lastEntry, about, of: undefined, standIn, covers }, words, undefined);
  const buttons = (...args: Parameters<typeof told>) =>
    seen(told(...args).blocks.filter(({ type }) => type === 'actions'));

  test.each<[string, StandIn | undefined, boolean]>([
    ['the supervisor', undefined, true],
    ['a substitute', { because: 'substitute', until: MORNING }, false],
    ['a substitute of before', { because: 'substitute' }, false],
    ['who is asked as nobody was there', { because: 'away' }, true],
    ['who is asked as nobody has answered', { because: 'unanswered' }, true],
  ])('%s', (_, standIn, handsOver) => {
    const { hand_over: handOver, approve, reject } = words.forms.button;
    const shown = buttons(submitted, 'request', standIn);
    expect(shown).toEqual(expect.arrayContaining([approve, reject].map(String)));
    expect(shown.includes(String(handOver))).toBe(handsOver);
    expect(buttons(asking, 'extra_cost', standIn)).toContain(words.card.accept);
  });

  const over = { reason: 'over_limit', net: 100_000, limit: '800', currency: 'EUR', enough: [lena.id] } as const;
  test.each<[string, StandIn | undefined, boolean]>([
    ['the supervisor', undefined, true],
    ['a substitute', { because: 'substitute', until: MORNING }, true],
    ['a substitute of before', { because: 'substitute' }, false],
  ])('about more than they may accept, it says so and offers no Accept: %s', (_, standIn, handsOver) => {
    const recipient = { entry: asking.lastEntry, about: 'extra_cost', of: undefined, standIn, over } as const;
    const message = tellMessage(asking, recipient, words, undefined);
    const shown = seen(message.blocks.filter(({ type }) => type === 'actions'));
    const { dispute, hand_over: handOver } = words.forms.button;
    expect(shown).not.toContain(words.card.accept);
    expect(shown).toContain(String(dispute));
    expect(shown.includes(String(handOver))).toBe(handsOver);
    expect(textsOf(message)).toContain(words.refusal.overLimit({ net: '€1,000.00', limit: '€800.00' }));
    expect(textsOf(message)).toContain(`<@${lena.id}>`);
    expect(buttons(asking, 'extra_cost', standIn)).toContain(words.card.accept);
  });

  test('whom the app asks to step in is asked for who submitted the order', () => {
    const remind = { type: 'remind', about: 'decision', step: 2, people: [sam], asked: [olga] } as const;
    const { order } = taken(submitted, remind);
    const entry = { ...order.lastEntry, by: SYSTEM, action: remind };
    const { text } = tellMessage(order, { entry, about: 'request', of: undefined }, words, undefined);
    expect(text).toContain(order.requester.name);
    expect(text).not.toContain(SYSTEM.name);
  });

  test.each(LANGUAGES)(
    'in %s, it says that they were asked as a substitute, and nothing that is untrue tomorrow',
    (language) => {
      const said = wordsFor(language);
      const shown = (standIn: StandIn) =>
        textsOf(
          tellMessage(
            submitted,
            { entry: submitted.lastEntry, about: 'request', of: undefined, standIn },
            said,
            undefined,
          ),
        );
      expect(shown({ because: 'substitute' })).toContain(said.tell.standIn.substitute({ name: sam.name }));
      expect(shown({ because: 'substitute', until: MORNING })).toContain(
        part(said.tell.standIn.until({ name: sam.name, date: ANY })),
      );
    },
  );
});

describe.each(LANGUAGES)('an order on hold, in %s', (language) => {
  const said = wordsFor(language);
  const hold = { ...actions().hold, until: MORNING + 86_400 } as never;
  const held = taken(inState.approved, hold).order;
  const changed = taken(held, { ...actions().hold, seen: held.lastEntry.seq, until: null } as never).order;
  const moved = taken(held, actions().reschedule).order;
  const told = (order: Order, about: 'held' | 'rescheduled') =>
    tellMessage(order, { entry: order.lastEntry, about, of: undefined, timeZone: 'UTC' }, said, undefined);
  const named = { order: 'SO-000012', name: held.lastEntry.by.name, title: held.content.title };
  const history = textsOf(historyMessage(moved, moved.entries, [], said));

  test('a hold that is changed is said to be changed, in the history and to those concerned', () => {
    expect(pastTense(held.lastEntry, said)).toBe(said.entry.did.hold({ name: held.lastEntry.by.name }));
    expect(pastTense(changed.lastEntry, said)).toBe(said.entry.did.change_hold({ name: changed.lastEntry.by.name }));
    expect(told(held, 'held').text).toContain(said.tell.lead.held(named));
    expect(told(changed, 'held').text).toContain(said.tell.lead.hold_changed(named));
  });

  test('the history says until when, and from when on work is planned', () => {
    expect(history).toContain(part(said.entry.until({ date: ANY })));
    expect(history).toContain(said.entry.plannedStartMoved({ date: ANY, before: ANY }).split(ANY)[0]);
  });

  test('who is told of another time is told that it is on hold, and why', () => {
    const reason = said.order.holdReason.parts;
    const message = told(moved, 'rescheduled');
    expect(message.text).toContain(said.inbox.today.hold({ stage: said.order.stage.on_hold, reason }));
    expect(textsOf(message)).toContain(said.card.standing.onHoldUntil({ reason, until: ANY, name: ANY }).split(ANY)[0]);
    expect(told(taken(inState.approved, actions().reschedule).order, 'rescheduled').text).not.toContain(reason);
  });
});

describe('what accepting extra cost would cover', () => {
  const shown = (order: Order, covers: number | undefined, said = words) =>
    textsOf(
      tellMessage(order, { entry: order.lastEntry, about: 'extra_cost', of: undefined, covers }, said, undefined),
    );

  test.each(LANGUAGES)('stands in the request, in %s', (language) => {
    const said = wordsFor(language);
    const { locale } = said;
    const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(1212);
    expect(shown(asking, 121_200, said)).toContain(said.tell.covers({ button: said.card.accept, covers: amount }));
  });

  test('not where they may not accept so much, and not without prices', () => {
    const line = part(words.tell.covers({ button: ANY, covers: ANY }));
    expect(shown(asking, undefined)).not.toContain(line);
    expect(shown(withoutPrices(asking), 121_200)).not.toContain(line);
  });
});

describe('several approvals', () => {
  const DAY = 86_400;
  const reader = { ...sam, timeZone: 'UTC' };
  const late = { ...inState.submitted, number: 7, content: { ...content, proposedCrew: [farid] } };
  const shownAt = (at: number, orders: readonly Order[] = [late]) =>
    textsOf(severalModal({ id: 'k', orders, more: false, reader, at }, words));
  const note = part(words.review.question.plannedPast({ date: ANY }));

  test('a start that has passed is said of its order, as the form of one says it', () => {
    expect(shownAt(content.requestedStart + DAY)).toMatch(new RegExp(`SO-000007: ${note}`));
    expect(shownAt(content.requestedStart - DAY)).not.toContain(note);
    expect(shownAt(content.requestedStart + 60)).not.toContain(note);
  });

  test('of each of twenty', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => ({ ...late, id: `o${n}`, number: n + 1 }));
    expect(shownAt(content.requestedStart + DAY, twenty).split(note)).toHaveLength(21);
  });
});

describe.each(LANGUAGES)('somebody goes away, in %s', (language) => {
  const said = wordsFor(language);
  const both = { ...lena, until: MORNING };

  test('and names somebody who is away as well: they are asked whether they mean it', () => {
    const view = awayModal({ revision: 1, last: '2027-01-15', substitute: lena.id, both }, said);
    expect(textsOf(view)).toContain(part(said.away.both({ name: lena.name, date: ANY })));
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ r: 1, s: awayToo(both) });
    const plain = awayModal({ revision: 1, last: '2027-01-15', substitute: lena.id }, said);
    expect(textsOf(plain)).not.toContain(said.forms.page.check);
  });
});
