export declare function withLock<Result>(file: string, waiting: string, work: () => Result | Promise<Result>): Promise<Result>;
