// SPDX-License-Identifier: BSD-3-Clause
// Colours for a page that is dark, or dark when the reader's system is: the page's own `color-scheme` says which.
// Tokens of the page go first, as in the light ones.
import { css } from 'lit';

export const dark = css`
  .patto {
    --primary: var(--patto-primary, var(--it-color-background-primary, light-dark(#0059b3, #7ab8ff)));
    --primary-strong: var(
      --patto-primary-strong,
      var(--it-color-background-primary-hover, light-dark(#00438a, #a9d1ff))
    );
    --primary-soft: var(
      --patto-primary-soft,
      var(--it-color-background-primary-lighter, light-dark(#e8f1fb, #12304f))
    );
    --on-primary: var(--patto-surface, var(--it-color-text-inverse, light-dark(#fff, #14202c)));
    --text: var(--patto-text, var(--it-color-text-base, light-dark(#17324d, #e8eef5)));
    --muted: var(--patto-muted, var(--it-color-text-secondary, light-dark(#4a5d70, #b3c1cf)));
    --surface: var(--patto-surface, var(--it-color-background-inverse, light-dark(#fff, #14202c)));
    --ground: var(--patto-ground, var(--it-color-background-muted, light-dark(#f3f6f9, #1c2b3a)));
    --line: var(--patto-line, var(--it-color-border-subtle, light-dark(#d5dee7, #2c3e50)));
    --strong: var(--patto-line-strong, var(--it-color-border-secondary, light-dark(#5c6f82, #8ba0b5)));
    --danger: var(--patto-danger, var(--it-color-text-danger-hover, light-dark(#b3243b, #ff8f9f)));
    --danger-soft: var(
      --patto-danger-soft,
      var(--it-color-background-danger-light, light-dark(#fdeef0, #3a1a20))
    );
    --success: var(--patto-success, var(--it-color-text-success, light-dark(#00693f, #6fd9a5)));
    --success-soft: var(--patto-success-soft, light-dark(#e6f5ee, #10301f));
    --warning: var(--patto-warning, light-dark(#804d00, #ffc766));
    --warning-soft: var(--patto-warning-soft, light-dark(#fff5e0, #33260c));
    --focus: var(--patto-focus, var(--it-color-outline-focus, light-dark(#1a1a1a, #fff)));
  }
`;
