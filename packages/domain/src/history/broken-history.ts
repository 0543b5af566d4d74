/** A stream that no decision of this engine can have written: an event without its root or its case. */
export class BrokenHistoryError extends Error {
  constructor(reason: string) {
    super(`the history cannot be folded: ${reason}`);
    this.name = "BrokenHistoryError";
  }
}
