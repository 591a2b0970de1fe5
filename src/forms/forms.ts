import type { Action, ActionType, Source } from '../order/action.ts';
import type { Order } from '../order/order.ts';
import type { Words } from '../words/words.ts';
import { type FormAnswers, whole } from './answers.ts';
import type { FormContext } from './context.ts';
import type { Draft } from './draft.ts';
import type { Answers, Errors, Fields, Form } from './form.ts';
import { approvalAction, approvalForm, assignmentAction, assignmentForm } from './pages/approval.ts';
import { closureAction, closureForm } from './pages/closure.ts';
import { confirmationAction, confirmationForm } from './pages/confirmation.ts';
import { handOverAction, handOverForm } from './pages/hand-over.ts';
import { asPlannedAction, asPlannedForm, asPlannedSuffices, isAsPlanned } from './pages/on-site/as-planned.ts';
import { holdAction, holdForm } from './pages/on-site/hold.ts';
import { rescheduleAction, rescheduleForm } from './pages/on-site/reschedule.ts';
import { addPhotosAction, addPhotosForm } from './pages/photos.ts';
import { changesForm, disputeForm, rejectionForm, reopeningForm, withdrawalForm } from './pages/reason.ts';
import { editForm, resubmissionForm, submissionAction, submissionForm } from './pages/submission.ts';

/** A form bound to what it does to an order. */
export interface OrderForm {
  readonly form: Form;
  /** The button that opens it; `order`: under which it stands. */
  button(words: Words, order?: Pick<Order, 'progress'>): string;
  readonly style?: 'primary' | 'danger';
  /** The actions it can lead to; the form is offered where the first of them is available. */
  readonly leadsTo: readonly [ActionType, ...ActionType[]];
  /** Whether it is offered for an order that takes its action; missing: always. */
  offered?(order: Order): boolean;
  /** The form that is opened in its place, where it would not suffice. */
  readonly instead?: { readonly form: string; when(context: FormContext): boolean };
  /** The action that the whole form, as it was accepted, comes to; or the sentences that say what is wrong. */
  read(
    accepted: FormAnswers,
    draft: Draft,
    context: FormContext,
    source: Source | null,
  ): { action: Action } | { errors: Errors };
}

type Look = Pick<OrderForm, 'button' | 'style' | 'leadsTo' | 'offered' | 'instead'>;

function bind<F extends Fields>(
  form: Form<F>,
  look: Look,
  action: (answers: Answers<F>, draft: Draft, context: FormContext, source: Source | null) => Action,
): OrderForm {
  return {
    form,
    ...look,
    read(accepted, draft, context, source) {
      const parsed = whole(accepted as FormAnswers<F>);
      return 'errors' in parsed ? parsed : { action: action(parsed.answers, draft, context, source) };
    },
  };
}

/** A decision on the submission that its author had before them, with their reason. */
const decision =
  (type: 'request_changes' | 'reject' | 'withdraw') =>
  ({ reason }: { reason: string }, { submission }: Draft): Action => ({ type, submission, reason });

/** Every form that changes an order, by its id, in the order in which their buttons are shown. */
export const orderForms = {
  submit: bind(
    submissionForm,
    { button: ({ forms }) => forms.button.submit, leadsTo: ['submit'] },
    (answers, draft, context, source) => submissionAction('submit', answers, draft, context, source),
  ),
  approve: bind(
    approvalForm,
    { button: ({ forms }) => forms.button.approve, style: 'primary', leadsTo: ['approve'] },
    approvalAction,
  ),
  request_changes: bind(
    changesForm,
    { button: ({ forms }) => forms.button.request_changes, leadsTo: ['request_changes'] },
    decision('request_changes'),
  ),
  reject: bind(rejectionForm, { button: ({ forms }) => forms.button.reject, leadsTo: ['reject'] }, decision('reject')),
  edit: bind(editForm, { button: ({ forms }) => forms.button.edit, leadsTo: ['edit'] }, (answers, draft, context) =>
    submissionAction('edit', answers, draft, context, null),
  ),
  resubmit: bind(
    resubmissionForm,
    { button: ({ forms }) => forms.button.resubmit, style: 'primary', leadsTo: ['resubmit'] },
    (answers, draft, context) => submissionAction('resubmit', answers, draft, context, null),
  ),
  withdraw: bind(
    withdrawalForm,
    { button: ({ forms }) => forms.button.withdraw, leadsTo: ['withdraw'] },
    decision('withdraw'),
  ),
  dispute: bind(
    disputeForm,
    { button: ({ forms }) => forms.button.dispute, leadsTo: ['dispute_extra'] },
    ({ reason }, { base }) => ({ type: 'dispute_extra', question: base, reason }),
  ),
  confirm: bind(
    confirmationForm,
    { button: ({ forms }) => forms.button.confirm, style: 'primary', leadsTo: ['confirm_partial', 'confirm_final'] },
    confirmationAction,
  ),
  as_planned: bind(
    asPlannedForm,
    {
      button: ({ forms }) => forms.button.as_planned,
      leadsTo: ['close'],
      offered: isAsPlanned,
      instead: { form: 'close', when: (context) => !asPlannedSuffices(context) },
    },
    asPlannedAction,
  ),
  close: bind(
    closureForm,
    { button: ({ forms }) => forms.button.close, leadsTo: ['close', 'close_not_performed'] },
    closureAction,
  ),
  hold: bind(
    holdForm,
    {
      button: ({ forms }, order) => (order?.progress.hold ? forms.button.change_hold : forms.button.hold),
      leadsTo: ['hold'],
    },
    holdAction,
  ),
  reschedule: bind(
    rescheduleForm,
    { button: ({ forms }) => forms.button.reschedule, leadsTo: ['reschedule'] },
    rescheduleAction,
  ),
  assign: bind(assignmentForm, { button: ({ forms }) => forms.button.assign, leadsTo: ['assign'] }, assignmentAction),
  add_photos: bind(
    addPhotosForm,
    // A message is what it is about: its shortcut opens it.
    { button: ({ forms }) => forms.button.add_photos, leadsTo: ['add_photos'], offered: () => false },
    (answers, draft) => addPhotosAction(answers, draft),
  ),
  hand_over: bind(
    handOverForm,
    { button: ({ forms }) => forms.button.hand_over, leadsTo: ['hand_over'] },
    handOverAction,
  ),
  reopen: bind(reopeningForm, { button: ({ forms }) => forms.button.reopen, leadsTo: ['reopen'] }, ({ reason }) => ({
    type: 'reopen',
    reason,
  })),
} satisfies Record<string, OrderForm>;

export type OrderFormId = keyof typeof orderForms;

export const isOrderFormId = (id: string): id is OrderFormId => Object.hasOwn(orderForms, id);
