// SPDX-License-Identifier: AGPL-3.0-or-later
import qrcode from 'qrcode';

/** A QR code (level Q, quiet zone of 4) as an SVG image of one path, in a data: address. */
export function qrImage(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'Q' });
  const side = modules.size + 8;
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      let run = 1;
      while (x + run < modules.size && modules.get(y, x + run)) run += 1;
      path += `M${x + 4} ${y + 4}h${run}v1h-${run}z`;
      x += run - 1;
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
