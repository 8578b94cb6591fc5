/** An address of this site to go on to; anything else leads home, so that a link cannot send people elsewhere. */
export function localPath(wanted: unknown, otherwise = '/'): string {
  return typeof wanted === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(wanted) && !wanted.startsWith('/language/') ? wanted : otherwise;
}
