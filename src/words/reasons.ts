import type { Entry } from '../order/action.ts';
import type { Words } from './words.ts';

/** The reason that was chosen from a menu for an entry; '' where there is none. */
export function chosenReason({ action }: Entry, { order }: Words): string {
  if (action.type === 'hold') return order.holdReason[action.reasonCode];
  if (action.type !== 'close_not_performed' || !action.closure.reasonCode) return '';
  return order.reason[action.closure.reasonCode];
}

/** What somebody wrote as the reason for an entry, or as a note to it; '' where there is none. */
export function reasonOf({ action }: Entry): string {
  switch (action.type) {
    case 'request_changes':
    case 'reject':
    case 'withdraw':
    case 'reopen':
    case 'dispute_extra':
      return action.reason;
    case 'hand_over':
    case 'hold':
      return action.note;
    case 'approve':
      return action.comment;
    case 'confirm_partial':
    case 'confirm_final':
      return action.report.workDone;
    case 'close':
      return action.closure.note;
    case 'close_not_performed':
      return [action.closure.explanation, action.closure.note].filter(Boolean).join('\n');
    default:
      return '';
  }
}
