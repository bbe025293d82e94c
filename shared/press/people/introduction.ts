/** Who somebody is, as the article says where it names them first. */
export interface Introduction {
  /** Where the words about the person begin; they end with the name, or after it. */
  readonly start: number;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
  /** Whether the words, and so the name, stand in an oblique case. */
  readonly oblique?: boolean;
}
