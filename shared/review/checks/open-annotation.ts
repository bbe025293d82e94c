import type { Check } from '../check.ts';

/** A remark that nobody has settled yet. */
export const openAnnotation: Check = {
  id: 'openAnnotation',
  severity: 'notice',
  find: ({ openAnnotations }) =>
    openAnnotations > 0 ? { values: { count: openAnnotations }, fix: null } : null,
};
