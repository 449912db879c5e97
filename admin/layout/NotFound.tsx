import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslate } from "react-admin";
import { useWords } from "../app/use-words.ts";
import { Title } from "./Title.tsx";

/** An address that leads nowhere (网址不存在), or to a list that this account may not read. */
export function NotFound() {
  const translate = useTranslate();
  const words = useWords();
  const title = translate("ra.page.not_found");
  return (
    <div className="linli-nowhere">
      <Title title={title} />
      <Typography variant="h1">{title}</Typography>
      <p>{translate("ra.message.not_found")}</p>
      <Button variant="contained" href="#/">
        {words.home}
      </Button>
    </div>
  );
}
