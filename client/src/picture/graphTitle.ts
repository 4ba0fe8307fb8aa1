/** What a graph that the server has answered with is called; undefined where it is none. */
export function graphTitle(graph: unknown): string | undefined {
  return typeof graph === 'object' && graph !== null && 'title' in graph && typeof graph.title === 'string'
    ? graph.title
    : undefined;
}
