import type { PanelState, Question, ToHost, ToPanel } from '../messages';
import { keptState } from './keptState';

/** Whoever the page belongs to: VS Code, or a file that stands alone. */
export interface Host {
  /** Whether deals can be changed and sources opened from here. */
  readonly isEditor: boolean;
  /** Asks for data; null where there is none any more. Rejects with words for people, or when it was given up. */
  ask(question: Question, params?: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown>;
  tell(message: ToHost): void;
  listen(hear: (message: ToPanel) => void): void;
  readonly kept: PanelState | null;
  keep(state: PanelState): void;
}

interface VsCodeApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page in a panel of VS Code. */
export class EditorHost implements Host {
  readonly isEditor = true;
  private readonly api = acquireVsCodeApi();
  private readonly page = Math.random().toString(36).slice(2);
  private readonly waiting = new Map<
    string,
    { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }
  >();
  private asked = 0;

  get kept(): PanelState | null {
    return keptState(this.api.getState());
  }

  keep(state: PanelState): void {
    this.api.setState(state);
  }

  ask(
    question: Question,
    params: Readonly<Record<string, unknown>> = {},
    signal?: AbortSignal,
  ): Promise<unknown> {
    const id = `${this.page}-${++this.asked}`;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => {
        if (!this.waiting.delete(id)) return;
        this.tell({ type: 'cancel', id });
        reject(new DOMException('', 'AbortError'));
      });
      this.tell({ type: 'ask', id, question, params });
    });
  }

  tell(message: ToHost): void {
    this.api.postMessage(message);
  }

  listen(hear: (message: ToPanel) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
      if (data.type !== 'answer' && data.type !== 'failure') {
        hear(data);
        return;
      }
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.type === 'answer') waiting?.resolve(data.result);
      else waiting?.reject(new Error(data.message));
    });
  }
}
