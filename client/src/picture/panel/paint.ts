import type { Element as Drawn } from '../../../../server/src/picture/element';

const space = 'http://www.w3.org/2000/svg';
const drawnAs = new WeakMap<Element, Drawn>();

/**
 * Brings the children of an element in line with a drawing. What is the same object as the last time is left alone; what
 * has the same key keeps its node, so that focus and pointers stay on it.
 */
export function paint(parent: Element, children: readonly Drawn[]): void {
  paintFrom(parent, parent.firstChild, children);
}

function paintFrom(parent: Element, first: ChildNode | null, children: readonly Drawn[]): void {
  const before = new Map<string, Element>();
  for (const child of parent.children) before.set(keyOf(drawnAs.get(child), child), child);
  let place = first;
  children.forEach((drawn, index) => {
    const key = drawn.key ?? `${drawn.tag} ${index}`;
    const known = before.get(key);
    before.delete(key);
    const node = known?.tagName === drawn.tag ? known : document.createElementNS(space, drawn.tag);
    node.setAttribute('data-key', key);
    update(node, drawn);
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  });
  while (place) {
    const next: ChildNode | null = place.nextSibling;
    place.remove();
    place = next;
  }
}

function update(node: Element, drawn: Drawn): void {
  const before = drawnAs.get(node);
  if (before === drawn) return;
  drawnAs.set(node, drawn);
  const attributes = attributesOf(drawn);
  for (const name of before ? Object.keys(attributesOf(before)) : []) {
    if (!(name in attributes)) node.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  paintFrom(node, textIn(node, drawn.text), drawn.children ?? []);
}

/** Sets the text that a node begins with, and gives what stands behind it. */
function textIn(node: Element, text: string | undefined): ChildNode | null {
  const first = node.firstChild;
  if (text === undefined) return first;
  if (first instanceof Text) {
    if (first.data !== text) first.data = text;
    return first.nextSibling;
  }
  node.prepend(text);
  return first;
}

function attributesOf({ class: looks, attributes, target }: Drawn): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) all[name] = String(value);
  if (looks !== undefined) all['class'] = looks;
  if (target) {
    all['data-type'] = target.type;
    all['data-id'] = target.id;
    all['role'] = 'button';
    all['aria-label'] = target.label;
    all['tabindex'] = '-1';
  }
  return all;
}

function keyOf(drawn: Drawn | undefined, node: Element): string {
  return drawn?.key ?? node.getAttribute('data-key') ?? '';
}

/** What of a drawing a node of the page belongs to. */
export function targetAt(
  node: EventTarget | null,
): { readonly type: string; readonly id: string } | undefined {
  const owner = node instanceof Element ? node.closest('[data-type]') : null;
  const type = owner?.getAttribute('data-type');
  const id = owner?.getAttribute('data-id');
  return typeof type === 'string' && typeof id === 'string' ? { type, id } : undefined;
}
