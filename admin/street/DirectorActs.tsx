import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { rememberCommunity } from "../app/me.ts";
import { useWorkspace } from "../app/workspace.ts";
import { EndPost } from "../pages/EndPost.tsx";
import { GrantPost } from "../pages/GrantPost.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView } from "../providers/contract.ts";
import type { CommunityToday } from "./contract.ts";
import { StartHandover } from "./StartHandover.tsx";
import { useStreetWords } from "./use-street-words.ts";

/** The director's post, which the street grants and ends (主任任免): a vacant one is granted, a held one handed over. */
export function DirectorActs({ director }: { readonly director: CommunityToday["director"] }) {
  const words = useStreetWords();
  const { community } = useWorkspace();
  const toPeople = () => {
    rememberCommunity(community.code);
    window.location.hash = "#/members";
    window.location.reload();
  };
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, py: 1 }} className="linli-street-acts">
      {director ? <Held post={director.post} /> : <GrantPost />}
      <Button variant="text" onClick={toPeople}>
        {words.people}
      </Button>
    </Box>
  );
}

function Held({ post }: { readonly post: string }) {
  const { path } = useWorkspace();
  const { value } = useAnswer<RecordView>(`${path}/registers/posts/records/${encodeURIComponent(post)}`);
  if (!value) return null;
  return (
    <>
      <StartHandover record={value} />
      <EndPost record={value} />
    </>
  );
}
