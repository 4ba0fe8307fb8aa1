import type { NamedScope, PictureScope } from '../../../server/src/protocol';

/** What a picture was about, from what was kept of it; undefined where that is nothing of ours. */
export function keptSubject(kept: unknown): NamedScope | undefined {
  if (typeof kept !== 'object' || kept === null || !('scope' in kept) || !('title' in kept)) return undefined;
  const { scope, title } = kept;
  return isScope(scope) && typeof title === 'string' ? { scope, title } : undefined;
}

function isScope(scope: unknown): scope is PictureScope {
  if (typeof scope !== 'object' || scope === null || !('root' in scope)) return false;
  const [name, depth]: unknown[] = [Reflect.get(scope, 'name'), Reflect.get(scope, 'depth')];
  return (
    typeof scope.root === 'string' &&
    (name === undefined || typeof name === 'string') &&
    (depth === undefined || typeof depth === 'number')
  );
}
