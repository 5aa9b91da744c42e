// SPDX-License-Identifier: AGPL-3.0-or-later

/** An ICC profile (version 2.1, matrix and curve) for sRGB, IEC 61966-2-1, made from the standard's figures. */
export function srgbProfile(): Uint8Array {
  const text = (value: string): Buffer => Buffer.from(value, 'latin1');
  const long = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };
  const fixed = (value: number): Buffer => long(Math.round(value * 65536));
  const xyz = (x: number, y: number, z: number): Buffer =>
    Buffer.concat([text('XYZ \0\0\0\0'), fixed(x), fixed(y), fixed(z)]);
  const name = 'sRGB IEC61966-2.1\0';
  const described = Buffer.concat([
    text('desc\0\0\0\0'),
    long(name.length),
    text(name),
    Buffer.alloc(4 + 4 + 2 + 1 + 67),
  ]);
  const steps = 1024;
  const curve = Buffer.alloc(12 + steps * 2);
  curve.write('curv', 0, 'latin1');
  curve.writeUInt32BE(steps, 8);
  for (let i = 0; i < steps; i += 1) {
    const v = i / (steps - 1);
    const linear = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(linear * 65535), 12 + i * 2);
  }
  // Primaries adapted to D50, the profile connection space.
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', described],
    ['cprt', text('text\0\0\0\0Public domain\0')],
    ['wtpt', xyz(0.9642, 1, 0.82491)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  let offset = 128 + 4 + tags.length * 12;
  const placed = new Map<Buffer, number>();
  const table: Buffer[] = [long(tags.length)];
  const body: Buffer[] = [];
  for (const [tag, data] of tags) {
    let at = placed.get(data);
    if (at === undefined) {
      at = offset;
      placed.set(data, at);
      const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
      body.push(padded);
      offset += padded.length;
    }
    table.push(text(tag), long(at), long(data.length));
  }
  const head = Buffer.alloc(128);
  head.writeUInt32BE(offset, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1, 0, 0, 0].forEach((value, index) => head.writeUInt16BE(value, 24 + index * 2));
  head.write('acsp', 36, 'latin1');
  fixed(0.9642).copy(head, 68);
  fixed(1).copy(head, 72);
  fixed(0.82491).copy(head, 76);
  return Buffer.concat([head, ...table, ...body]);
}
