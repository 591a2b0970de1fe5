import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ActionType } from '../../src/order/action.ts';
import { STATES, type State } from '../../src/order/order.ts';
import { rules } from '../../src/order/rules.ts';

const page = new URL('../../docs/ARCHITECTURE.md', import.meta.url);

/** The rules table as a Mermaid state diagram; what may be noted in any state is no step of it. */
function workflowDiagram(): string {
  const lines = ['stateDiagram-v2'];
  for (const [type, rule] of Object.entries(rules) as [ActionType, (typeof rules)[ActionType]][]) {
    if (rule.from.length === STATES.length) continue;
    for (const from of rule.from) {
      lines.push(`  ${from === 'new' ? '[*]' : from} --> ${rule.to ?? from}: ${type} (${rule.by.join(', ')})`);
    }
  }
  const ends: State[] = ['rejected', 'withdrawn', 'completed', 'not_performed'];
  for (const state of ends) lines.push(`  ${state} --> [*]`);
  return lines.join('\n');
}

test('docs/ARCHITECTURE.md shows the workflow as the code has it', () => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const blocks = [...text.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, block]) => block);
  expect(blocks.filter((block) => block?.startsWith('stateDiagram'))).toEqual([workflowDiagram()]);
});

test('the diagram knows every state, the beginning and the ends', () => {
  const diagram = workflowDiagram();
  for (const state of STATES) expect(diagram).toMatch(new RegExp(`^ {2}\\S+ --> ${state}: `, 'm'));
  expect(diagram).toContain('[*] --> submitted: submit (requester)');
  expect(diagram).toContain('submitted --> approved: approve (supervisor, substitute)');
  const ends = [...diagram.matchAll(/^ {2}(\w+) --> \[\*\]$/gm)].map(([, state]) => state);
  expect(ends).toEqual(['rejected', 'withdrawn', 'completed', 'not_performed']);
});
