import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { Link } from "react-router-dom";
import type { RecordView } from "../providers/contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

/** The way from a meeting's record, or a vote's, to the page on which it is held. */
export function MeetingActions({ record }: { readonly record: RecordView }) {
  const words = useVoteWords();
  const meeting = typeof record.values.meeting === "string" ? record.values.meeting : record.id;
  return (
    <Box sx={{ my: 1 }}>
      <Button component={Link} to={`/meeting/${encodeURIComponent(meeting)}`} variant="contained">
        {words.open}
      </Button>
    </Box>
  );
}
