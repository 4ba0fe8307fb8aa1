interface Waiting<Answer> {
  readonly send: () => void;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  isSent: boolean;
}

/** What a page is asked for. It waits for a page that is ready, and ends where that page does. */
export class PageAnswers<Answer> {
  private readonly waiting = new Map<number, Waiting<Answer>>();
  private count = 0;
  private isReady = false;
  private ended: Error | undefined;

  /** @param send puts the question to the page; the answer comes with the number */
  ask(send: (id: number) => void): Promise<Answer> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      if (this.ended) {
        reject(this.ended);
        return;
      }
      const waiting = { send: () => send(id), resolve, reject, isSent: false };
      this.waiting.set(id, waiting);
      if (this.isReady) sendOff(waiting);
    });
  }

  /** A page is ready. One that was there before answers nothing any more. */
  begin(reason = new Error()): void {
    this.lose(reason);
    this.isReady = true;
    for (const waiting of this.waiting.values()) sendOff(waiting);
  }

  /** The page is gone, and another one may come. */
  lose(reason: Error): void {
    this.isReady = false;
    for (const [id, { isSent }] of this.waiting) if (isSent) this.reject(id, reason);
  }

  /** No page comes any more. */
  end(reason: Error): void {
    this.ended = reason;
    for (const id of this.waiting.keys()) this.reject(id, reason);
  }

  resolve(id: number, answer: Answer): void {
    this.waiting.get(id)?.resolve(answer);
    this.waiting.delete(id);
  }

  reject(id: number, reason: Error): void {
    this.waiting.get(id)?.reject(reason);
    this.waiting.delete(id);
  }
}

function sendOff<Answer>(waiting: Waiting<Answer>): void {
  waiting.isSent = true;
  waiting.send();
}
