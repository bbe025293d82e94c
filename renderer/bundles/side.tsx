import type { ReactNode } from 'react';

/** What the two sides of a conflict are called. */
export interface SideTitles {
  readonly mine: string;
  readonly theirs: string;
}

/** One side of a conflict. */
export function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="conflict-side" aria-label={title}>
      <h3 className="field-label">{title}</h3>
      {children}
    </section>
  );
}
