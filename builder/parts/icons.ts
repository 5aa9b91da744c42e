// SPDX-License-Identifier: AGPL-3.0-or-later
// Drawn, not typed: a face may lack the glyph.
import { type TemplateResult, html } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg class="icon-drawing" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d=${path} />
  </svg>`;

export const icons = {
  up: icon('M10 16V4M5 9l5-5 5 5'),
  down: icon('M10 4v12M5 11l5 5 5-5'),
  into: icon('M3 4v12M7 10h10M12 5l5 5-5 5'),
  duplicate: icon('M7 7V3h10v10h-4M3 7h10v10H3z'),
  delete: icon('M4 6h12M8 6V3.5h4V6M6 6l.7 10.5h6.6L14 6M8.5 9v5M11.5 9v5'),
  beside: icon('M2.5 5h6v10h-6zM11.5 5h6v10h-6z'),
  add: icon('M10 4v12M4 10h12'),
  undo: icon('M7 4L3 8l4 4M3.5 8H12a5 5 0 010 10H8'),
  redo: icon('M13 4l4 4-4 4M16.500 8H8a5 5 0 000 10h4'),
  comment: icon('M3 4h14v10H9l-4 3.500V14H3z'),
  open: icon('M5 8l5 5 5-5'),
  close: icon('M5 5l10 10M15 5L5 15'),
} as const;

export type Icon = keyof typeof icons;
