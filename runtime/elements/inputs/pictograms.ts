// SPDX-License-Identifier: BSD-3-Clause
// Pictograms of our own, drawn on a square of 24: lines in the colour of the form. The text beside them says the same.
import { html, nothing, svg, type TemplateResult } from 'lit';

const face = (mouth: string) =>
  svg`<circle cx="12" cy="12" r="9.5"/><path d="M8.5 9.5v.5M15.5 9.5v.5"/><path d=${mouth}/>`;

const drawings: { readonly [name: string]: TemplateResult } = {
  house: svg`<path d="M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6"/>`,
  bed: svg`<path d="M3 19V6M3 16h18v3M21 16v-3a3 3 0 0 0-3-3h-7v6"/><circle cx="7" cy="12" r="2"/>`,
  person: svg`<circle cx="12" cy="7.5" r="3.5"/><path d="M5 20.5a7 7 0 0 1 14 0"/>`,
  family: svg`<circle cx="7.5" cy="7" r="2.75"/><circle cx="16.5" cy="7" r="2.75"/><circle cx="12" cy="14" r="2"/><path d="M2.5 19a5 5 0 0 1 6.5-4.75M15 14.25A5 5 0 0 1 21.5 19M8.5 21a3.5 3.5 0 0 1 7 0"/>`,
  child: svg`<circle cx="12" cy="6" r="3"/><path d="M12 9v6M7 11.5l5-1 5 1M9 21l3-6 3 6"/>`,
  heart: svg`<path d="M12 20.5C5 15.5 3 12 3 8.75A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.75c0 3.25-2 6.75-9 11.75Z"/><path d="M6 12h3l1.5-2.5L13 14l1.5-2H18"/>`,
  work: svg`<rect x="3" y="8" width="18" height="12" rx="1.5"/><path d="M9 8V5.5A1.5 1.5 0 0 1 10.5 4h3A1.5 1.5 0 0 1 15 5.5V8M3 13.5h18M12 12.5v2"/>`,
  school: svg`<path d="M2 9.5 12 5l10 4.5L12 14 2 9.5ZM6 11.5V16c2 2.5 10 2.5 12 0v-4.5M22 9.5V15"/>`,
  money: svg`<circle cx="12" cy="12" r="9.5"/><path d="M15.5 8.5a5 5 0 1 0 0 7M6.5 10.75h6M6.5 13.25h6"/>`,
  food: svg`<path d="M7 3v18M4.5 3v4.5a2.5 2.5 0 0 0 5 0V3M17.5 21v-8M17.5 13c-2.5 0-3-2-3-4.5S15.5 3 17.5 3Z"/>`,
  bus: svg`<rect x="4" y="4" width="16" height="13" rx="2"/><path d="M4 11h16M12 4v7M7 20v-3M17 20v-3M7.5 14h.5M16 14h.5"/>`,
  phone: svg`<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/>`,
  talk: svg`<path d="M4 4.5h16v11h-9L6.5 20v-4.5H4ZM8 8.5h8M8 11.5h5"/>`,
  document: svg`<path d="M6 3h8l4.5 4.5V21H6ZM14 3v4.5h4.5M9 12h6M9 15.5h6"/>`,
  calendar: svg`<rect x="3.5" y="5.5" width="17" height="15" rx="1.5"/><path d="M3.5 10h17M8 3v4M16 3v4M8 14h2M14 14h2M8 17h2"/>`,
  happy: face('M7.5 14a5 5 0 0 0 9 0'),
  neutral: face('M8 15h8'),
  sad: face('M7.5 16.5a5 5 0 0 1 9 0'),
  yes: svg`<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-7"/>`,
  no: svg`<circle cx="12" cy="12" r="9.5"/><path d="m8.5 8.5 7 7M15.5 8.5l-7 7"/>`,
  help: svg`<circle cx="12" cy="12" r="9.5"/><path d="M9 9.5a3 3 0 1 1 4.25 2.75c-.75.35-1.25 1-1.25 1.75M12 17v.25"/>`,
  other: svg`<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12h.5M12 12h.5M16.25 12h.5"/>`,
};

/** The names of the drawings there are. */
export const drawn: readonly string[] = Object.keys(drawings);

/** A pictogram by its name; nothing for one that is not there. Seen only: it is never the only thing that says. */
export const pictogram = (name: string | undefined) =>
  name !== undefined && Object.hasOwn(drawings, name)
    ? html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawings[name]}</svg>`
    : nothing;
