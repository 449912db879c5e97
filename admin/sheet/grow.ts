/** The text area grows with its text: first to the right, then downwards. `data-width` and `data-room` bound it. */
export function grow(input: HTMLTextAreaElement): void {
  const width = Number(input.dataset.width);
  const room = Number(input.dataset.room);
  input.style.width = `${width}px`;
  input.style.height = "0";
  input.style.whiteSpace = "pre";
  const wanted = Math.max(width, Math.min(room, input.scrollWidth + 2));
  input.style.whiteSpace = "";
  input.style.width = `${wanted}px`;
  input.style.height = `${Math.max(Number(input.dataset.height), Math.min(240, input.scrollHeight))}px`;
}

/** Back to exactly the cell, for the time between two edits. */
export function shrink(input: HTMLTextAreaElement): void {
  input.style.width = `${input.dataset.width}px`;
  input.style.height = `${input.dataset.height}px`;
}
