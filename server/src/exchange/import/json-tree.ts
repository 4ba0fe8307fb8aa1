import type { Node } from 'jsonc-parser';

/** What a tree of JSON holds. Each key is its own, `__proto__` too. */
export function valueOf({ type, children = [], value }: Node): unknown {
  if (type === 'array') return children.map(valueOf);
  if (type !== 'object') return value;
  const entries = children.flatMap(({ children: [key, held] = [] }) =>
    key && held ? [[String(key.value), valueOf(held)] as const] : [],
  );
  return Object.fromEntries(entries);
}
