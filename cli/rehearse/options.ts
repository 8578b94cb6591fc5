/** What `rehearse` was asked for, with its defaults. */
export interface RehearseOptions {
  readonly plan: string;
  readonly units?: number;
  readonly minutes?: number;
  readonly seed: number;
  readonly out?: string;
  readonly data?: string;
  readonly json: boolean;
  /** The result as JSON, and before it a line of JSON when the cycle is launched. */
  readonly events: boolean;
  readonly keep: boolean;
}
