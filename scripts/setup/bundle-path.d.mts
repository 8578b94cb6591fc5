export declare function bundlePath(): string;
