import type { ActionType, State } from './order.ts';
import { rules } from './workflow.ts';

/** The rules table as a Mermaid state diagram; docs/ARCHITECTURE.md carries it, a test keeps it true. */
export function workflowDiagram(): string {
  const lines = ['stateDiagram-v2'];
  for (const [type, rule] of Object.entries(rules) as [ActionType, (typeof rules)[ActionType]][]) {
    for (const from of rule.from) {
      lines.push(`  ${from === 'new' ? '[*]' : from} --> ${rule.to}: ${type} (${rule.by.join(', ')})`);
    }
  }
  const ends: State[] = ['rejected', 'withdrawn', 'completed', 'not_performed'];
  for (const state of ends) lines.push(`  ${state} --> [*]`);
  return lines.join('\n');
}
