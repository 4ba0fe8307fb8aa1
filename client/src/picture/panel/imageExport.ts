/** So many pixels of an image for each of the drawing: fit for print. */
const density = 3;
/** No browser draws larger images. */
const mostPixels = 8000;

/** Milliseconds for which the keyboard is waited for. */
const mostWaiting = 2000;

/** A drawing as PNG. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const scale = Math.min(density, mostPixels / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Puts an image on the clipboard, once the page has the keyboard: others may not. */
export async function copyImage(blob: Promise<Blob>): Promise<void> {
  if (!document.hasFocus()) {
    await new Promise((resolve) => {
      window.addEventListener('focus', resolve, { once: true });
      window.focus();
      setTimeout(resolve, mostWaiting);
    });
  }
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
