/** Path of a Temporal program; undefined when `TEMPORAL_ADDRESS` is set. Throws one error that lists every way that was tried. */
export declare function provideTemporal(env?: Readonly<Record<string, string | undefined>>): Promise<string | undefined>;
