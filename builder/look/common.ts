// SPDX-License-Identifier: AGPL-3.0-or-later
// What every part shares.
import { css } from 'lit';

export const common = css`
  :host {
    display: block;
  }
  patto-builder-list,
  patto-builder-begin,
  patto-builder-copy,
  patto-builder-title,
  patto-builder-import,
  patto-builder-editor,
  patto-builder-canvas,
  patto-builder-panel,
  patto-builder-preview,
  patto-builder-problems,
  patto-builder-trouble,
  patto-builder-condition,
  patto-builder-clauses,
  patto-builder-checks,
  patto-builder-outcome,
  patto-builder-outcomes,
  patto-builder-ruler,
  patto-builder-points,
  patto-builder-formula,
  patto-builder-rules,
  patto-builder-named,
  patto-builder-map,
  patto-builder-more-logic,
  patto-builder-settings,
  patto-builder-leads,
  patto-builder-type-menu {
    display: block;
  }
  .wrong {
    color: var(--patto-danger);
    margin: 4px 0 0;
    font-weight: 600;
  }
  .nothing,
  .start {
    color: var(--patto-muted);
    margin: 8px 0;
  }
`;
