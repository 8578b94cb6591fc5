/** What `rehearse` was asked for, with its defaults. */
export interface RehearseOptions {
  readonly plan: string;
  readonly units?: number;
  readonly minutes?: number;
  readonly seed: number;
  readonly out?: string;
  readonly data?: string;
  readonly json: boolean;
  readonly keep: boolean;
}
