import type { Linter } from 'eslint';

export declare function directions(root: string): Required<Pick<Linter.Config, 'plugins' | 'settings' | 'rules'>>;
