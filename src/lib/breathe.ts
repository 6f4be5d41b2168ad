/** Lets the process hear of signals and timers, which long work keeps from it. Throws the reason of a signal that has been given meanwhile. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  signal?.throwIfAborted();
}
