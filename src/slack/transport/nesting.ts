/** Deeper than any payload of Slack's: a view's blocks in a message event reach about twenty. */
const DEEPEST = 100;

/**
 * Whether JSON text is nested deeper than that. It could be parsed, but what walks through it afterwards (the SDK,
 * JSON.stringify) runs out of stack, which cannot be caught everywhere. Looks at the text only, once.
 */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') {
      depth++;
      if (depth > DEEPEST) return true;
    } else if (sign === '}' || sign === ']') depth--;
  }
  return false;
}
