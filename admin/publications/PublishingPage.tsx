import Box from "@mui/material/Box";
import { useParams } from "react-router-dom";
import { Title } from "../layout/Title.tsx";
import { PublicationList } from "./PublicationList.tsx";
import { PublicationPage } from "./PublicationPage.tsx";
import { usePublicationWords } from "./publications.ts";
import "./publications.css";

/** Publications (公开与通告): all of them with their state, or one with its page and steps. */
export function PublishingPage() {
  const words = usePublicationWords();
  const { "*": id = "" } = useParams();
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1120 }}>
      <Title title={words.title} />
      {id === "" ? <PublicationList /> : <PublicationPage key={id} id={id} />}
    </Box>
  );
}
