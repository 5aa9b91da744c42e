// SPDX-License-Identifier: AGPL-3.0-or-later
// What assistive technology is told: names, descriptions, values and states, one line a node.
import type { Protocol } from 'puppeteer';

type Node = Protocol.Accessibility.AXNode;
/** Roles that say nothing of their own. */
const silent =
  /^(generic|none|StaticText|InlineTextBox|LineBreak|paragraph|LabelText|Legend|image|mark|Iframe)$/;
/** What may be said of a node beside role, name, description, value. */
const properties = ['checked', 'pressed', 'expanded', 'required', 'invalid', 'readonly', 'disabled', 'level'];

function spoken({ role, name, description, value, properties: all = [] }: Node): string {
  const held = properties.flatMap((key) => {
    const property = all.find((each) => each.name === key)?.value.value as unknown;
    return property === undefined || property === false || property === 'false'
      ? []
      : [`${key}=${String(property)}`];
  });
  const texts = [
    role?.value,
    name?.value,
    description?.value && `(${description.value})`,
    value?.value && `= ${value.value}`,
  ];
  return [...texts.filter(Boolean), ...held].join(' · ').replaceAll(/\s+/g, ' ');
}

/** A node and what is in it, nested by indentation. */
export function linesOf(nodes: readonly Node[], top: Node): string[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = (node: Node, depth: number): string[] => {
    const said = !node.ignored && !silent.test(String(node.role?.value));
    const inner = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? lines(child, depth + (said ? 1 : 0)) : [];
    });
    return said ? [' '.repeat(depth) + spoken(node), ...inner] : inner;
  };
  return lines(top, 0);
}
