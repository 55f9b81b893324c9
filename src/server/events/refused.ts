/** A request that is refused. */
export interface Refused {
  readonly status: number;
  readonly headers: string;
}
