import { parse } from '@ts-graphviz/ast';
import DOMPurify from 'dompurify';

/** A flowchart as Mermaid's own parser reads it, or a graph as a parser of DOT does. */
export interface Parsed {
  /** Labels of points by their ids. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly look: string;
  }[];
  readonly groups: readonly { readonly title: string; readonly members: readonly string[] }[];
}

interface FlowDb {
  getVertices(): Map<string, { readonly text?: string }>;
  getEdges(): readonly {
    readonly start: string;
    readonly end: string;
    readonly text: string;
    readonly type?: string;
    readonly stroke?: string;
  }[];
  getSubGraphs(): readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

/** Reads a flowchart. Throws where Mermaid would show an error, its limits included. */
export async function parseMermaid(text: string): Promise<Parsed> {
  // Without a page there is nothing to clean up, and Mermaid asks for it nevertheless.
  Object.assign(DOMPurify, { addHook: () => {}, sanitize: (html: string) => html });
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true });
  if (text.length > 50_000) throw new Error('Maximum text size in diagram exceeded');
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what flowcharts are kept in has no type of its own
  const flow = db as unknown as FlowDb;
  return {
    nodes: new Map([...flow.getVertices()].map(([id, { text: label = '' }]) => [id, decoded(label)])),
    edges: flow.getEdges().map(({ start, end, text: label, type = '', stroke = '' }) => ({
      from: start,
      to: end,
      label: decoded(label),
      look: `${stroke} ${type}`,
    })),
    groups: flow.getSubGraphs().map(({ title, nodes }) => ({ title: decoded(title), members: nodes })),
  };
}

/** A text as Mermaid has a page show it: it hides entities from its parser and takes them for numbers of characters. */
function decoded(text: string): string {
  return text.replaceAll(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Reads a graph in DOT. */
export function parseDot(text: string): Parsed {
  const nodes = new Map<string, string>();
  const edges: Parsed['edges'][number][] = [];
  const groups: { title: string; members: string[] }[] = [];
  const take = (statements: readonly Statement[], group?: (typeof groups)[number]): void => {
    for (const statement of statements) {
      const { type, children = [], id, targets = [] } = statement;
      const attributes = new Map(
        children.flatMap(({ key, value }) => (key && value ? [[key.value, shown(value.value)]] : [])),
      );
      if (type === 'Node' && id) {
        nodes.set(id.value, attributes.get('label') ?? '');
        group?.members.push(id.value);
      } else if (type === 'Edge') {
        const [from = '', to = ''] = targets.map((target) => target.id?.value ?? '');
        const look = [attributes.get('style'), attributes.get('dir'), attributes.get('color')].filter(
          Boolean,
        );
        edges.push({ from, to, label: attributes.get('label') ?? '', look: look.join(' ') });
      } else if (type === 'Subgraph') {
        const own = { title: '', members: [] };
        groups.push(own);
        take(children, own);
      } else if (type === 'AttributeList' && group && attributes.has('label')) {
        group.title = attributes.get('label')!;
      } else if (type === 'Graph') take(children, group);
    }
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of each kind of statement what it may have
  take(parse(text).children as readonly Statement[]);
  return { nodes, edges, groups };
}

interface Statement {
  readonly type: string;
  readonly id?: { readonly value: string };
  readonly targets?: readonly Statement[];
  readonly children?: readonly Statement[];
  readonly key?: { readonly value: string };
  readonly value?: { readonly value: string };
}

/** A label as Graphviz draws it: the parser leaves what a backslash and an entity mean to it. */
function shown(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1').replaceAll('&amp;', '&');
}
