/** Work on one connection, one piece after another in the order in which it was asked for. */
export class Turns {
  /** Settles when all that was asked for so far is done; never rejects. */
  #last: Promise<unknown> = Promise.resolve();

  /** Begins when all before is done, whether or not that failed. Work that asks for a turn itself would wait for ever. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
