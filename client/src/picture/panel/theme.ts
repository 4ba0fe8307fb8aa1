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

/** A colour without variables or functions in it, which no other program would know. */
function resolved(element: Element, value: string): string {
  const probe = document.createElement('span');
  probe.style.color = value;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  const hex = (part: number) => part.toString(16).padStart(2, '0');
  return alpha === 255
    ? `#${hex(red)}${hex(green)}${hex(blue)}`
    : `rgba(${red},${green},${blue},${Math.round(alpha / 2.55) / 100})`;
}
