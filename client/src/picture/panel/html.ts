type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of the page. Texts are never markup. */
export function html<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(attribute, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** Replaces the children of an element, unless they are alike: what stands there keeps its place, its focus and what is typed. */
export function replaceUnlike(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const isSame =
    children.length === parent.childElementCount &&
    children.every((child, index) => child.isEqualNode(parent.children[index] ?? null));
  if (!isSame) parent.replaceChildren(...children);
}

/** A button with a sign that is no letter, and its words for everybody who cannot see it. */
export function iconButton(icon: IconName, label: string, run: () => void): HTMLButtonElement {
  const button = html('button', { type: 'button', class: 'icon', title: label, 'aria-label': label });
  button.append(iconOf(icon));
  button.addEventListener('click', run);
  return button;
}

export function textButton(label: string, run: () => void, look = 'secondary'): HTMLButtonElement {
  const button = html('button', { type: 'button', class: look }, label);
  button.addEventListener('click', run);
  return button;
}

/** A choice between few. */
export function choice<Value extends string>(
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLLabelElement {
  const select = html('select', { 'aria-label': label });
  for (const [value, text] of options) {
    select.append(html('option', { value, selected: value === chosen }, text));
  }
  select.addEventListener('change', () => {
    const picked = options.find(([value]) => value === select.value);
    if (picked) choose(picked[0]);
  });
  return html('label', { class: 'choice' }, html('span', {}, label), select);
}

export function checkbox(
  label: string,
  checked: boolean,
  change: (checked: boolean) => void,
): HTMLLabelElement {
  const box = html('input', { type: 'checkbox', checked });
  box.addEventListener('change', () => change(box.checked));
  return html('label', { class: 'check' }, box, html('span', {}, label));
}

const icons = {
  'zoom-in': 'M7 3v8M3 7h8M10.5 10.5 14 14',
  'zoom-out': 'M3 7h8M10.5 10.5 14 14',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  refresh: 'M13 3v4H9M3 13V9h4M13 7A5 5 0 0 0 4 5M3 9a5 5 0 0 0 9 2',
  export: 'M8 10V2M5 5l3-3 3 3M3 9v5h10V9',
  filter: 'M2 3h12L9.5 8.5V13L6.5 11.5v-3z',
  options: 'M2 5h7M13 5h1M2 11h1M7 11h7M9 3h3v4H9zM3.500 9h3v4h-3z',
  play: 'M4 2.500 13 8l-9 5.500z',
  pause: 'M5 3v10M11 3v10',
  back: 'M11 3 5 8l6 5',
  forward: 'M5 3l6 5-6 5',
  close: 'M3 3l10 10M13 3 3 13',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 0 0 0-9M10.300 10.300 14 14',
  return: 'M6 4 3 7l3 3M3 7h6.500a3.500 3.500 0 0 1 0 7H6',
  everywhere: 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12M2 8h12M8 2c-3.500 4-3.500 8 0 12M8 2c3.500 4 3.500 8 0 12',
  down: 'M4 6l4 4 4-4',
} as const;
export type IconName = keyof typeof icons;

export function iconOf(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}
