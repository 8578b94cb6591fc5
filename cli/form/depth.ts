/** A form is five deep; the parser's stack holds some eight hundred. */
export const maxDepth = 200;

/** How deep a text may nest at most, before it is parsed: brackets that stay open, and dashes and question marks that open blocks on one line. */
export function depthOf(text: string): number {
  let [open, deepest] = [0, 0];
  for (const sign of text) {
    if (sign === '[' || sign === '{') {
      open += 1;
      deepest = Math.max(deepest, open);
    } else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
  }
  for (const [marks] of text.matchAll(/^(?:\s*[-?:](?=\s))+/gmu)) deepest = Math.max(deepest, marks.replace(/\s/gu, '').length);
  return deepest;
}
