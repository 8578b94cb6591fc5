export declare function writeWhole(file: string, content: string): void;
