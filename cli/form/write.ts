import { Document, isMap, isNode, isScalar, type Node } from 'yaml';
import { wrapped } from '../plan/paint.ts';
import type { BlankForm } from './blank.ts';
import type { Help } from './help.ts';

export const formFormats = ['yaml', 'json'] as const;
export type FormFormat = (typeof formFormats)[number];

interface Written {
  readonly form: BlankForm;
  readonly heading: readonly string[];
  readonly help: readonly Help[];
}

/** A form as text, with help in it: comments in YAML, `$help` beside the fields in JSON. */
export const writeForm = { yaml: yamlOf, json: jsonOf } as const satisfies Readonly<Record<FormFormat, (written: Written) => string>>;

function yamlOf({ form, heading, help }: Written): string {
  const document = new Document(form);
  document.commentBefore = commentOf(heading);
  for (const { path, lines } of help) {
    const node = path.length === 1 ? keyOf(document, path[0]) : document.getIn(path, true);
    if (isNode(node)) Object.assign(node, { commentBefore: commentOf(lines), spaceBefore: path.length === 1 });
  }
  return document.toString({ lineWidth: 0, nullStr: '' }).replace(/[ \t]+$/gmu, '');
}

function keyOf(document: Document, field: string): Node | undefined {
  const { contents } = document;
  const key = isMap(contents) ? contents.items.find((pair) => isScalar(pair.key) && pair.key.value === field)?.key : undefined;
  return isNode(key) ? key : undefined;
}

function commentOf(lines: readonly string[]): string {
  return lines.flatMap((line) => wrapped(line, 120)).map((line) => ` ${line}`).join('\n');
}

function jsonOf({ form, heading, help }: Written): string {
  const fields = Object.fromEntries(help.flatMap(({ path, lines }) => (path.length === 1 ? [[path[0], lines]] : [])));
  const members = Object.entries(form).map(([field, value]) => [field, Array.isArray(value) ? value.map((row: object, index) => withHelp(row, field, index, help)) : value]);
  return `${JSON.stringify({ $help: { form: heading, ...fields }, ...Object.fromEntries(members) }, null, 2)}\n`;
}

function withHelp(row: object, list: string, index: number, help: readonly Help[]): object {
  const lines = help.find(({ path }) => path[0] === list && path[1] === index)?.lines;
  return lines === undefined ? row : { $help: lines, ...row };
}
