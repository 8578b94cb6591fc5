import { LineCounter, isMap, isNode, isScalar, parseDocument, visit, type Document, type Node } from 'yaml';

export type DataPath = readonly (string | number)[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlSyntaxProblem extends Position {
  readonly code: string;
  readonly message: string;
}

/** A parsed YAML text that still knows where each value stood. */
export interface YamlSource {
  readonly value: unknown;
  readonly syntaxProblems: readonly YamlSyntaxProblem[];
  /** Where the value at `path` stands; the nearest enclosing value when there is none. */
  positionOf(path: DataPath): Position;
  /** Where `key` itself stands in the map at `path`. */
  positionOfKey(path: DataPath, key: string): Position;
}

const start: Position = { line: 1, column: 1 };

/** Parses one YAML 1.2 document; aliases and duplicate keys are problems, not features. Never throws. */
export function parseYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined): Position => {
    if (offset === undefined) return start;
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const syntaxProblems = [
    ...[...document.errors, ...document.warnings].map((error) => ({ ...at(error.pos[0]), code: error.code, message: error.message })),
    ...aliases(document, text).map((node) => ({ ...at(node.range?.[0]), code: 'ALIAS', message: 'aliases are not used in data files' })),
  ];
  return {
    value: syntaxProblems.length > 0 ? undefined : document.toJS(),
    syntaxProblems,
    positionOf: (path) => at(nearestNode(document, path)?.range?.[0]),
    positionOfKey: (path, key) => at(keyNode(document, path, key)?.range?.[0] ?? nearestNode(document, path)?.range?.[0]),
  };
}

function nearestNode(document: Document, path: DataPath): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

function aliases(document: Document, text: string): Node[] {
  const found: Node[] = [];
  if (text.includes('*')) visit(document, { Alias: (_key, node) => void found.push(node) });
  return found;
}

function keyNode(document: Document, path: DataPath, key: string): Node | undefined {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key : undefined;
}
