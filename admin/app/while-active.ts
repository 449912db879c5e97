/** How often a list asks for changes while somebody is there. */
export const EVERY_MS = 15_000;
/** Then nobody is there any more: asking on would cost money for nothing. */
export const IDLE_MS = 60_000;
/** The same for a page that is put on a wall or watched without a hand at the mouse. */
export const SHOWN_MS = 30 * 60_000;

type Pace = {
  readonly everyMs: number;
  /** How long after the last touch somebody still counts as there; longer for what is looked at without a hand. */
  readonly idleMs?: number;
};

const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/**
 * Calls again and again while somebody works at this window, and at once when they come back to it (`isBack`): to the
 * window from another, or to the mouse after a while. Never while the window is hidden. Answers what ends it.
 */
export function whileActive(call: (isBack: boolean) => void, { everyMs, idleMs = IDLE_MS }: Pace): () => void {
  let touched = Date.now();
  const isThere = () => Date.now() - touched <= idleMs;
  const isSeen = () => document.visibilityState !== "hidden";
  const touch = () => {
    const wasThere = isThere();
    touched = Date.now();
    if (!wasThere && isSeen()) call(true);
  };
  const back = () => {
    touched = Date.now();
    if (isSeen()) call(true);
  };
  const timer = setInterval(() => {
    if (isThere() && isSeen()) call(false);
  }, everyMs);
  window.addEventListener("focus", back);
  document.addEventListener("visibilitychange", back);
  for (const event of TOUCHES) window.addEventListener(event, touch, { passive: true });
  return () => {
    clearInterval(timer);
    window.removeEventListener("focus", back);
    document.removeEventListener("visibilitychange", back);
    for (const event of TOUCHES) window.removeEventListener(event, touch);
  };
}
