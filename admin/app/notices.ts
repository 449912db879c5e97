/** Sentences for the clerk from places that have no part in the page; `Frame` shows them. */
export const notices = createNotices();

function createNotices() {
  const listeners = new Set<(text: string) => void>();
  return {
    say(text: string): void {
      for (const listener of listeners) listener(text);
    },
    subscribe(listener: (text: string) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
