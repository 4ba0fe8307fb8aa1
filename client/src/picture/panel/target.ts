/** Something in a picture that can be pointed at: what kind of thing it is, and which. */
export interface Picked {
  readonly type: string;
  readonly id: string;
}
