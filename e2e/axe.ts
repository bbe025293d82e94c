import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Returns what axe finds wrong with a part of the window as it stands, a line a rule and element. */
export async function faultsOf(window: Page, part = 'body'): Promise<string[]> {
  // Legacy mode: the other one opens a page of its own, which this program denies.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().include(part).analyze();
  return violations
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
    .filter((fault) => !isScrolledFromField(fault));
}

/** A list under a search field keeps the focus in the field, whose arrow keys go through it and scroll it. */
const isScrolledFromField = (fault: string) =>
  /^scrollable-region-focusable: .*(palette-list|speaker-field-list)/.test(fault);
