let isWished = false;

/** Somebody asked for it, or was asked: nobody is warned that the page goes. */
export function letGo(): void {
  isWished = true;
}

export const isLetGo = (): boolean => isWished;

/** Loads the page anew, whereby all that is not saved is kept. */
export function reloadPage(): void {
  letGo();
  window.location.reload();
}
