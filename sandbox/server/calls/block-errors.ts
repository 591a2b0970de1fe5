import { Refusal } from '../access/refusal.ts';
import { type Problem, validateBlocks } from '../blocks/validate.ts';
import { type JsonObject, objectsOf, parseJson } from '../json.ts';
import type { World } from '../world.ts';

/** Message blocks as objects; refuses with `invalid_blocks` or `invalid_blocks_format` as the chat methods do. */
export function checkedBlocks(world: World, given: unknown, where: string): JsonObject[] {
  if (given === undefined || given === null || given === '') return [];
  const blocks = typeof given === 'string' ? parseJson(given) : given;
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const problems = validateBlocks('message', blocks);
  if (problems.length === 0) return objectsOf(blocks);
  limitComplaint(world, where, problems);
  const errors = problems.map((problem) => `${problem.message} [json-pointer:${problem.pointer}]`);
  throw new Refusal('invalid_blocks', {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}

/** Complains that blocks or a view broke Block Kit's rules. */
export function limitComplaint(world: World, where: string, problems: Problem[]): void {
  const lines = problems.map((problem) => `${problem.message} (${problem.pointer})`);
  world.complaints.raise('limit', `Block Kit refused in ${where}: ${lines.join('; ')}`, { problems });
}
