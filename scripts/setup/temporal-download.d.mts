export interface Download {
  /** As in names of archives: linux_amd64. */
  readonly platform?: string;
  /** SHA-256 of the archive, in hex. */
  readonly expected?: string;
  /** Site to take it from. */
  readonly from?: string;
}

export declare function downloadTemporal(env: Readonly<Record<string, string | undefined>>, download?: Download): Promise<{ readonly path?: string; readonly reason?: string }>;
