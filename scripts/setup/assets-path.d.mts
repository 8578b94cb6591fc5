export function assetsPath(): string;
