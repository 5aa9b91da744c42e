// SPDX-License-Identifier: AGPL-3.0-or-later

/** A drawn signature as an image of one path; anything that is not path data is left out. */
export function strokesImage(path: string): string {
  const safe = path.replace(/[^MLHVCSQTAZmlhvcsqtaz0-9 .,+-]/g, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 300"><path d="${safe}" fill="none" stroke="#17324d" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
