import { customProperty, printPalette, type Ink, type Palette } from '../../../../server/src/picture/style';

/** The colours as they are shown, with what an export cannot look up resolved. */
export function themePalette(element: Element): Palette {
  const computed = getComputedStyle(element);
  const entries = inks.map((ink): [Ink, string] => {
    const value = computed.getPropertyValue(customProperty(ink)).trim();
    return [ink, value === '' ? printPalette[ink] : resolved(element, value)];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has an entry for each ink
  return Object.fromEntries(entries) as Record<Ink, string>;
}

const inks = Object.keys(printPalette).filter((name): name is Ink => name in printPalette);

/** A colour without variables or functions in it. */
function resolved(element: Element, value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color === '' ? value : color;
}
