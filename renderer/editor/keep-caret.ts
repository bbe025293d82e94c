import type { MouseEvent } from 'react';

/** A press must not take focus and caret from the text. */
export const keepCaret = (event: MouseEvent) => event.preventDefault();
