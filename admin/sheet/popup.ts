import { type RefObject, useEffect, useLayoutEffect } from "react";

const marginPx = 6;

/**
 * Puts a popup at a point of the window and keeps it inside the window: it goes above `y` (by `above`, the height of
 * what it belongs to) where there is no room below.
 */
export function usePlaced(element: RefObject<HTMLElement | null>, x: number, y: number, above = 0): void {
  useLayoutEffect(() => {
    const popup = element.current;
    if (!popup) return;
    const { offsetWidth, offsetHeight } = popup;
    const left = Math.max(marginPx, Math.min(x, window.innerWidth - offsetWidth - marginPx));
    const below = y + offsetHeight + marginPx <= window.innerHeight;
    const top =
      below || above === 0 ? Math.min(y, window.innerHeight - offsetHeight - marginPx) : y - above - offsetHeight;
    popup.style.left = `${left}px`;
    popup.style.top = `${Math.max(marginPx, top)}px`;
  });
}

/** Closes on a press outside. */
export function useOutside(element: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", pressed, true);
    return () => document.removeEventListener("pointerdown", pressed, true);
  });
}
