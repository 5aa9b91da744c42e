// SPDX-License-Identifier: AGPL-3.0-or-later
// axe-core in a page as it stands.
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';

const source = readFile('node_modules/axe-core/axe.min.js', 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe-core finds, one line per place. */
export async function violationsOf(page: Page): Promise<string[]> {
  // the driver's evaluation is not under the page's policy
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source);
  const found = await page.evaluate(async (tags) => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(root: Document, options: unknown): Promise<{ violations: Violation[] }> };
    };
    // What is skipped while it is off screen has no true place: all is laid out while axe looks.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    const trees: (Document | ShadowRoot)[] = [document];
    for (const tree of trees)
      for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) trees.push(shadowRoot);
    for (const tree of trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    const done = await run.run(document, { runOnly: tags, resultTypes: ['violations'] });
    for (const tree of trees)
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((each) => each !== sheet);
    return done.violations;
  }, rules);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} — ${target.flat().join(' › ')} — ${failureSummary.replace(/\s+/g, ' ').slice(0, 300)}`,
    ),
  );
}
