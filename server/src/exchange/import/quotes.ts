/**
 * Whether a cell of a row goes over several lines and has a quote in it that is neither doubled nor the end of the cell.
 * Then it is mostly one that another row opens: `C,"D` with `G,"H"` some lines below.
 * @param row as it stands in the file
 */
export function hasStrayQuote(row: string, delimiter: string): boolean {
  let at = 0;
  while (at < row.length) {
    if (row.charAt(at) !== '"') {
      at = behindCell(row, at, delimiter);
      continue;
    }
    const start = at;
    let isStray = false;
    for (at++; at < row.length; at++) {
      if (row.charAt(at) !== '"') continue;
      const next = row.charAt(at + 1);
      if (next === '"') at++;
      else if (next === '' || next === delimiter) break;
      else isStray = true;
    }
    if (isStray && row.slice(start, at).includes('\n')) return true;
    at += 2;
  }
  return false;
}

/** Where the cell behind one without quotes around it begins. */
function behindCell(row: string, at: number, delimiter: string): number {
  const end = row.indexOf(delimiter, at);
  return end < 0 ? row.length : end + delimiter.length;
}
