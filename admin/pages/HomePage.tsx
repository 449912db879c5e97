import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { Title } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";

/** The first page: who I am and where. */
export function HomePage() {
  const { me, community } = useWorkspace();
  const words = useWords();
  return (
    <Box sx={{ p: 2, maxWidth: 960 }}>
      <Title title={words.home} />
      <Typography variant="h1">{me.name}</Typography>
      <Typography>{community.name || words.noCommunity}</Typography>
    </Box>
  );
}
