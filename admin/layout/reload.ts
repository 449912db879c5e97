let isWished = false;

/** Loads the page anew because somebody asked for it: all that is not saved is kept, and nobody is warned. */
export function reloadPage(): void {
  isWished = true;
  window.location.reload();
}

export const isReloadWished = (): boolean => isWished;
