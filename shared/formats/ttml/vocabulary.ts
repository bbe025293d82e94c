/** What a span is that translates the words above it; reading leaves it out. TTML2 §14.2.1 leaves `x-` to programs. */
export const BESIDE_ROLE = 'x-translation';
