import type { Element as Drawn } from '../../../../server/src/picture/element';
import { scaledCss } from '../../../../server/src/picture/style';

const space = 'http://www.w3.org/2000/svg';

/** What a node of the page shows, and what tells it from its siblings. */
interface Shown {
  readonly drawn: Drawn;
  readonly key: string;
}
const shownBy = new WeakMap<Node, Shown>();

/**
 * Brings the children of an element in line with a drawing. What is the same object as the last time is left alone; what
 * has the same key keeps its node, so that focus and pointers stay on it.
 */
export function paint(parent: Element, children: readonly Drawn[]): void {
  paintFrom(parent, parent.firstChild, children);
}

function paintFrom(parent: Element, first: ChildNode | null, children: readonly Drawn[]): void {
  let place = first;
  let rest: Rest | undefined;
  for (let index = 0; index < children.length; index++) {
    const drawn = children[index]!;
    const key = keyOf(drawn, index);
    // As long as nothing has come or gone, everything stands where it did.
    if (!isFor(place, drawn, key)) {
      rest ??= restOf(place, children, index);
      while (place && !rest.wanted.has(shownBy.get(place)?.key ?? '')) place = removed(place);
    }
    let node = place;
    if (!isFor(place, drawn, key)) {
      const known = rest?.nodes.get(key);
      node = known && isFor(known, drawn, key) ? known : document.createElementNS(space, drawn.tag);
      if (known && known !== node) {
        if (known === place) place = place.nextSibling;
        known.remove();
      }
      parent.insertBefore(node, place);
    } else place = node!.nextSibling;
    const before = shownBy.get(node!)?.drawn;
    if (before !== drawn && node instanceof Element) update(node, drawn, key, before);
  }
  while (place) place = removed(place);
}

/** What stands from a place on, and what is to stand there. */
interface Rest {
  readonly nodes: ReadonlyMap<string, ChildNode>;
  readonly wanted: ReadonlySet<string>;
}

function restOf(first: ChildNode | null, children: readonly Drawn[], from: number): Rest {
  const nodes = new Map<string, ChildNode>();
  for (let node = first; node; node = node.nextSibling) {
    const shown = shownBy.get(node);
    if (shown) nodes.set(shown.key, node);
  }
  const wanted = new Set<string>();
  for (let index = from; index < children.length; index++) wanted.add(keyOf(children[index]!, index));
  return { nodes, wanted };
}

function keyOf({ key, tag }: Drawn, index: number): string {
  return key ?? `${tag} ${index}`;
}

function isFor(node: ChildNode | null, { tag }: Drawn, key: string): boolean {
  const shown = node && shownBy.get(node);
  return shown?.key === key && shown.drawn.tag === tag;
}

/** Takes a node out, and gives the next one. */
function removed(place: ChildNode): ChildNode | null {
  const next = place.nextSibling;
  place.remove();
  return next;
}

function update(node: Element, drawn: Drawn, key: string, before: Drawn | undefined): void {
  shownBy.set(node, { drawn, key });
  const isSame =
    before?.attributes === drawn.attributes && before?.class === drawn.class && before?.scale === drawn.scale;
  if (!before || !isSame || drawn.target) {
    const known = before ? attributesOf(before) : {};
    const wanted = attributesOf(drawn);
    for (const name of Object.keys(known)) if (!(name in wanted)) node.removeAttribute(name);
    for (const [name, value] of Object.entries(wanted)) {
      // Where the focus goes is for others to say as well.
      const isOther = name === 'tabindex' ? node.getAttribute(name) !== value : known[name] !== value;
      if (isOther) node.setAttribute(name, value);
    }
  }
  if (before && before.text === drawn.text && areSame(before.children, drawn.children)) return;
  paintFrom(node, textIn(node, drawn.text), drawn.children ?? []);
}

/** Whether two lists hold the same objects: then there is nothing to look for in the page. */
function areSame(before: readonly Drawn[] = [], children: readonly Drawn[] = []): boolean {
  if (before.length !== children.length) return false;
  let index = 0;
  while (index < children.length && before[index] === children[index]) index++;
  return index === children.length;
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

function holdsTarget({ target, children = [] }: Drawn): boolean {
  return target !== undefined || children.some(holdsTarget);
}

function attributesOf({
  class: looks,
  attributes,
  scale = 1,
  target,
  children = [],
}: Drawn): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes ?? {})) all[name] = String(value);
  if (looks !== undefined) {
    all['class'] = looks;
    const style = scaledCss(looks, scale);
    if (style !== '') all['style'] = style;
  }
  if (target) {
    all['data-type'] = target.type;
    all['data-id'] = target.id;
    // What holds other targets cannot be a button.
    all['role'] = children.some(holdsTarget) ? 'group' : 'button';
    all['aria-label'] = target.label;
    all['tabindex'] = '-1';
  }
  return all;
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
