const prime = (1n << 88n) + 0x13bn;
const offset = 0x6c62272e07bb014262b821756295c58dn;
const all = (1n << 128n) - 1n;

/**
 * An id of 32 hexadecimal digits that follows from some texts alone (FNV-1a, 128 bits): the same in every export, and on
 * every machine.
 */
export function stableId(...texts: readonly string[]): string {
  let hash = offset;
  const text = JSON.stringify(texts);
  for (let at = 0; at < text.length; at++) hash = ((hash ^ BigInt(text.charCodeAt(at))) * prime) & all;
  return hash.toString(16).padStart(32, '0');
}
