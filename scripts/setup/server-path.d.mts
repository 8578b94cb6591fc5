export declare const serverFolders: readonly string[];
export declare function serverPath(): string;
