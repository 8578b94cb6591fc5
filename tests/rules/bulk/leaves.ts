/** Every value of a document that holds no others, with its JSON pointer. */
export function leavesOf(value: unknown, pointer = ''): readonly { readonly pointer: string; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ pointer, value }];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`));
}
