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

/**
 * Lays a page out whole: what is skipped while it is off screen has no true place, and may not be read aloud yet.
 * Resolves to what puts it back as it was.
 */
export async function laidOut(page: Page): Promise<() => Promise<void>> {
  const sheets = await page.evaluateHandle(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    const trees: (Document | ShadowRoot)[] = [document];
    for (const tree of trees)
      for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) trees.push(shadowRoot);
    for (const tree of trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
    return { sheet, trees };
  });
  return async () => {
    await sheets.evaluate(({ sheet, trees }) => {
      for (const tree of trees)
        tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((each) => each !== sheet);
    });
    await sheets.dispose();
  };
}

/** What axe-core finds, one line per place. */
export async function violationsOf(page: Page): Promise<string[]> {
  // the driver's evaluation is not under the page's policy
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source);
  const back = await laidOut(page);
  const found = await page.evaluate(async (tags) => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(root: Document, options: unknown): Promise<{ violations: Violation[] }> };
    };
    const done = await run.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return done.violations;
  }, rules);
  await back();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} — ${target.flat().join(' › ')} — ${failureSummary.replace(/\s+/g, ' ').slice(0, 300)}`,
    ),
  );
}
