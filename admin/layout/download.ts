/** Gives a file to whoever sits at the computer, under a name that any system takes. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name.replace(/[\\/:*?"<>|]/g, " ");
  link.click();
  // The browser still reads it when the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
