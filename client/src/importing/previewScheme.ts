/**
 * The scheme of previews of what would be imported. The server is not told of them: it would take one for a project of
 * its own, in which nobody is declared whom the project knows.
 */
export const previewScheme = 'dealgraph-import';
