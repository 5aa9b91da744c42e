// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';

/** A text as paragraphs; one that has more form than that is drawn by a part that comes when it is needed. */
export function formed(text: string): unknown {
  if (!/\*\*|\]\(|^\s*(-|\d+\.)\s|\\/m.test(text))
    return text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`);
  void import('./rich.ts');
  return html`<patto-rich .text=${text}></patto-rich>`;
}
