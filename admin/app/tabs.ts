/** The browser's tabs that have the console open (标签页): each knows its own name and can ask which others are there. */
export type Tabs = {
  /** Stays the same when the page is loaded anew. */
  readonly id: string;
  /** Names of the other tabs that are open at this moment. */
  others(): Promise<ReadonlySet<string>>;
};

type Message = { readonly ask: true } | { readonly here: string };
type Channel = Pick<BroadcastChannel, "postMessage" | "addEventListener">;
type Deps = {
  readonly channel: Channel;
  readonly place: Pick<Storage, "getItem" | "setItem">;
  readonly newId: () => string;
  readonly wait: (ms: number) => Promise<void>;
};

const NAME = "linli.tab";
/** An open tab answers at once; one that says nothing for so long was closed. */
const ANSWER_MS = 150;

export async function claimTab({ channel, place, newId, wait }: Deps): Promise<Tabs> {
  let id = "";
  const heard = new Set<string>();
  channel.addEventListener("message", (event) => {
    // Only tabs of the console speak on this channel.
    const message = (event as MessageEvent<Message>).data;
    if ("here" in message) heard.add(message.here);
    else if (id !== "") channel.postMessage({ here: id } satisfies Message);
  });
  const others = async () => {
    heard.clear();
    channel.postMessage({ ask: true } satisfies Message);
    await wait(ANSWER_MS);
    return new Set(heard);
  };
  const wanted = place.getItem(NAME) ?? newId();
  // A tab that was duplicated has the name of the one it came from, which is still there.
  id = (await others()).has(wanted) ? newId() : wanted;
  place.setItem(NAME, id);
  return { id, others };
}
