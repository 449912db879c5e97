/** How the console stands with the server: reached or not, signed in or not, and whether it is still the newest. */
export type LineState = {
  readonly reach: "up" | "lost";
  readonly session: "open" | "ended";
  /** `newer`: the server has another console than this one. `missing`: a part of this one could not be fetched. */
  readonly version: "same" | "newer" | "missing";
};

/** The line between console and server (连接), as every part of the page may ask and tell about it. */
export type Line = {
  state(): LineState;
  subscribe(listener: () => void): () => void;
  /** What a request met: the server, or nobody. */
  met(server: boolean): void;
  /** An answer said that nobody is signed in. */
  ended(): void;
  /** The same person is signed in again. */
  resumed(): void;
  /** A part of the console could not be fetched. */
  missed(): void;
  /** Asks at once whether the server is there. */
  look(): Promise<void>;
  /** Calls back when what had failed may succeed: the server is there again, or the session. */
  onBack(listener: () => void): () => void;
};

type LineDeps = {
  /** Whether the server answers. */
  readonly probe: () => Promise<boolean>;
  /** Whether it serves another console. */
  readonly isNewer: () => Promise<boolean>;
  readonly later: (run: () => void, ms: number) => void;
};

const AGAIN_MS = 4_000;

export function createLine({ probe, isNewer, later }: LineDeps): Line {
  let state: LineState = { reach: "up", session: "open", version: "same" };
  let looking: Promise<void> | undefined;
  let isWaiting = false;
  const listeners = new Set<() => void>();
  const backListeners = new Set<() => void>();

  function set(patch: Partial<LineState>): void {
    const before = state;
    state = { ...state, ...patch };
    if (Object.entries(patch).every(([key, value]) => before[key as keyof LineState] === value)) return;
    for (const listener of listeners) listener();
    const isBack = before.reach === "lost" && state.reach === "up";
    // Whoever comes back may come back to a server that was renewed meanwhile.
    if (isBack) void compare("same");
    if (isBack || (before.session === "ended" && state.session === "open")) {
      for (const listener of backListeners) listener();
    }
  }

  async function compare(otherwise: LineState["version"]): Promise<void> {
    const newer = await isNewer().catch(() => false);
    if (newer) set({ version: "newer" });
    else if (otherwise === "missing" && state.version === "same") set({ version: "missing" });
  }

  async function ask(): Promise<void> {
    const isUp = await probe().catch(() => false);
    set({ reach: isUp ? "up" : "lost" });
    if (isUp || isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      if (state.reach === "lost") void look();
    }, AGAIN_MS);
  }

  function look(): Promise<void> {
    looking ??= ask().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    met(server) {
      // One lost request is no lost line: the server is asked before anybody is told.
      if (server) set({ reach: "up" });
      else if (state.reach === "up") void look();
    },
    ended: () => set({ session: "ended" }),
    resumed: () => set({ session: "open" }),
    async missed() {
      await look();
      if (state.reach === "up") await compare("missing");
      else set({ version: "missing" });
    },
    look,
    onBack(listener) {
      backListeners.add(listener);
      return () => void backListeners.delete(listener);
    },
  };
}
